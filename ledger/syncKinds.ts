import type { StoreSettings } from '../domain/store';
import type { SyncKind } from './syncShapes';

/** Whose accounts have the kind: those that sell, those that are an OMS, or both. */
type Whose = 'channel' | 'oms' | 'both';

interface KindOfSync {
	readonly of: Whose;
	/** What has to be on in the store settings. */
	readonly isOn: (settings: StoreSettings) => boolean;
	readonly switch: 'Order Sync' | 'Catalog Sync' | 'Inventory Sync' | null;
	readonly everyMinutes: (settings: StoreSettings) => number;
	/** How soon after one that has found something, where that may be before its interval; 0 for never. */
	readonly busySeconds: (settings: StoreSettings) => number;
	/** How far a run looks back over what was read before. */
	readonly overlapMinutes: (settings: StoreSettings) => number;
	/** Stops after its pages and goes on where it stood when it is due again: there is no hurry but to be through within a day. */
	readonly isUnhurried: boolean;
	/** How far apart those are that a person asks for, as in Uniware (reference/uniware-oker.md 1.3); 0 for no limit. */
	readonly manualEveryMinutes: number;
	/** The same of those that send all, whether the channel has it or not; null where there are none. */
	readonly fullEveryMinutes: number | null;
}

const steady = { busySeconds: () => 0 } as const;

const asOftenAsAsked = { ...steady, manualEveryMinutes: 0, fullEveryMinutes: null } as const;

const orders = {
	...asOftenAsAsked,
	isOn: ({ orderSync }: StoreSettings) => orderSync,
	switch: 'Order Sync',
} as const;

const ordersOften = {
	...orders,
	everyMinutes: ({ intervalMinutes }: StoreSettings) => intervalMinutes,
	overlapMinutes: ({ overlapMinutes }: StoreSettings) => overlapMinutes,
	isUnhurried: false,
} as const;

const stock = {
	...asOftenAsAsked,
	isOn: ({ inventorySync }: StoreSettings) => inventorySync,
	switch: 'Inventory Sync',
	overlapMinutes: () => 0,
} as const;

const stockOften = {
	...stock,
	everyMinutes: ({ inventoryIntervalMinutes }: StoreSettings) => inventoryIntervalMinutes,
	isUnhurried: false,
} as const;

const hourly = () => 60;

export const kindsOfSync = {
	orders: { ...ordersOften, of: 'channel', busySeconds: ({ busySeconds }) => busySeconds },
	fulfilments: { ...ordersOften, of: 'oms' },
	catalog: {
		...steady,
		of: 'both',
		manualEveryMinutes: 30,
		fullEveryMinutes: null,
		isOn: ({ catalogSync }) => catalogSync,
		switch: 'Catalog Sync',
		everyMinutes: ({ catalogIntervalMinutes }) => catalogIntervalMinutes,
		overlapMinutes: () => 0,
		isUnhurried: false,
	},
	inventory: { ...stockOften, of: 'channel', fullEveryMinutes: 60 },
	stock: { ...stockOften, of: 'oms' },
	reconcile: {
		of: 'channel',
		...orders,
		everyMinutes: hourly,
		overlapMinutes: ({ lookBackHours }) => lookBackHours * 60,
		isUnhurried: false,
	},
	// Nobody has to switch it on: a price goes out because somebody uploaded it.
	prices: {
		...asOftenAsAsked,
		of: 'both',
		isOn: () => true,
		switch: null,
		everyMinutes: () => 1,
		overlapMinutes: () => 0,
		isUnhurried: false,
	},
	drift: { ...stock, of: 'channel', everyMinutes: hourly, isUnhurried: true },
} as const satisfies Record<SyncKind, KindOfSync>;

const belongsTo = {
	channel:
		'The store is the stock master of its hubs, so nothing is sold there: its orders are those of the channels, and its stock comes in by the kind stock.',
	oms: 'Only a store that is the stock master of its hubs has it. Switch Stock Master on in the settings of the OMS, or pick its store.',
	both: null,
} as const satisfies Record<Whose, string | null>;

/** Why the kind is off for such a store, whatever is switched on, or null where it is not. */
export function whyOfOthers(kind: SyncKind, { stockMaster }: StoreSettings): string | null {
	const { of }: KindOfSync = kindsOfSync[kind];
	return of === (stockMaster ? 'channel' : 'oms') ? belongsTo[of] : null;
}
