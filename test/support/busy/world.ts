import { Failure } from '../../../domain/failure';
import type { MappedOrder } from '../../../domain/order';
import type { StoreSettings } from '../../../domain/store';
import type { Ledger } from '../../../ledger/ledger';
import type { Chance } from '../chance';
import { deciding } from '../deciding';
import { draft, furnish, settings, type OpenLedger } from '../ledgers';
import { everyStep } from '../telling';

export const hubs = ['istanbul', 'ankara'] as const;
export const skus = ['A', 'B'] as const;

/** Two stores of one seller: one ships whole orders, the other also in parts. */
export const stores = [
	{ code: 'ikas-tr', account: 'merchant-1', ruleSet: 'priority' },
	{ code: 'ikas-de', account: 'merchant-2', ruleSet: 'parts' },
] as const;
export type StoreCode = (typeof stores)[number]['code'];

export const hubMaps: readonly StoreSettings['hubMap'][] = [
	settings().hubMap,
	settings().hubMap.toReversed(),
	[{ location: 'loc-ank', hub: 'ankara' }],
];

/** Somebody with a process of their own. */
export interface Worker {
	readonly ledger: Ledger;
	readonly luck: Chance;
}

/** What the world outside knows, to compare the ledger with. */
export interface World {
	/** Every revision of every order, oldest first, newest order last. */
	readonly orders: { readonly store: StoreCode; readonly revisions: MappedOrder[] }[];
	/** Counts that the ledger took: where and when, and what was there. */
	readonly counts: { readonly place: string; readonly at: number; readonly onHand: number }[];
	/** What the channels show, by store, listing and location. */
	readonly shown: Map<string, number>;
	/** Figures that the channels took and decide on later. */
	readonly later: ReturnType<typeof deciding>;
	/** Updates that a person sent again: these may come late. */
	readonly sentAgain: Set<number>;
	/** Grows with everything that happens outside. */
	time: number;
	sql: OpenLedger['sql'];
}

export const settingsOf = (
	{ code, ruleSet }: (typeof stores)[number],
	hubMap: StoreSettings['hubMap'],
) =>
	settings({
		...{ ruleSet, hubMap, splitOrders: code === 'ikas-de', workspaceStatusMap: everyStep },
		channelStatusMap: [
			...settings().channelStatusMap,
			{ channelStatus: 'status:ON_HOLD', hubStatus: 'on_hold' },
		],
	});

export const saveMap = (ledger: Ledger, store: (typeof stores)[number], at: number) =>
	ledger.saveStore(
		draft({
			...{ code: store.code, account: store.account },
			settings: settingsOf(store, hubMaps[at] ?? []),
		}),
	);

/** Two hubs with ten units of each SKU, and two stores that offer them. */
export async function busyWorld({ ledger, sql }: OpenLedger): Promise<World> {
	await furnish(ledger);
	const parts = {
		name: 'parts',
		strategy: 'mostStock',
		split: { smallestValue: 0, mostParcels: null },
	} as const;
	await ledger.saveRuleSet({ code: 'parts', rules: [parts] });
	for (const store of stores) {
		await saveMap(ledger, store, 0);
		await ledger.importListings(
			store.code,
			skus.map((sku) => ({ id: `listing-${sku}`, sku, title: sku })),
		);
	}
	const counted = await sql(
		"SELECT hub || ' ' || sku AS place, counted_at AS at, on_hand FROM stock",
	);
	const shown = new Map<string, number>();
	return {
		orders: [],
		counts: counted.map(({ place, at }) => ({ place: String(place), at: Number(at), onHand: 10 })),
		shown,
		later: deciding(({ place, quantity }) => shown.set(place, quantity)),
		sentAgain: new Set(),
		time: 0,
		sql,
	};
}

/** Said in words that a person can do something with. */
export const isRefusal = (reason: unknown) =>
	reason instanceof Failure && reason.kind === 'rejected';
