import type { StoreSettings } from '../domain/store';
import type { SyncKind } from './syncShapes';

interface KindOfSync {
	/** What has to be on in the store settings. */
	readonly isOn: (settings: StoreSettings) => boolean;
	readonly switch: 'Order Sync' | 'Catalog Sync' | 'Inventory Sync' | null;
	readonly everyMinutes: (settings: StoreSettings) => number;
	/** How far a run looks back over what was read before. */
	readonly overlapMinutes: (settings: StoreSettings) => number;
	/** Stops after its pages and goes on where it stood when it is due again: there is no hurry, and calls are scarce. */
	readonly isUnhurried: boolean;
}

const orders = { isOn: ({ orderSync }: StoreSettings) => orderSync, switch: 'Order Sync' } as const;

const stock = {
	isOn: ({ inventorySync }: StoreSettings) => inventorySync,
	switch: 'Inventory Sync',
	overlapMinutes: () => 0,
} as const;

const hourly = () => 60;

export const kindsOfSync = {
	orders: {
		...orders,
		everyMinutes: ({ intervalMinutes }) => intervalMinutes,
		overlapMinutes: ({ overlapMinutes }) => overlapMinutes,
		isUnhurried: false,
	},
	catalog: {
		isOn: ({ catalogSync }) => catalogSync,
		switch: 'Catalog Sync',
		everyMinutes: ({ catalogIntervalMinutes }) => catalogIntervalMinutes,
		overlapMinutes: () => 0,
		isUnhurried: false,
	},
	inventory: {
		...stock,
		everyMinutes: ({ inventoryIntervalMinutes }) => inventoryIntervalMinutes,
		isUnhurried: false,
	},
	reconcile: {
		...orders,
		everyMinutes: hourly,
		overlapMinutes: ({ lookBackHours }) => lookBackHours * 60,
		isUnhurried: false,
	},
	// Nobody has to switch it on: a price goes out because somebody uploaded it.
	prices: {
		isOn: () => true,
		switch: null,
		everyMinutes: () => 1,
		overlapMinutes: () => 0,
		isUnhurried: false,
	},
	drift: { ...stock, everyMinutes: hourly, isUnhurried: true },
	fulfilments: {
		isOn: ({ stockMaster, orderSync }) => stockMaster && orderSync,
		switch: 'Order Sync',
		everyMinutes: ({ intervalMinutes }) => intervalMinutes,
		overlapMinutes: ({ overlapMinutes }) => overlapMinutes,
		isUnhurried: false,
	},
	stock: {
		...stock,
		isOn: ({ stockMaster, inventorySync }) => stockMaster && inventorySync,
		everyMinutes: ({ inventoryIntervalMinutes }) => inventoryIntervalMinutes,
		isUnhurried: false,
	},
} as const satisfies Record<SyncKind, KindOfSync>;
