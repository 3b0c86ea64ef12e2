import type { OmsOrder, OmsParcel } from '../../domain/oms';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { begun, type OpenLedger } from './ledgers';
import { omsDraft } from './oms';
import { tellingStore } from './telling';

/** The OMS whose locations are the two hubs, and one that is mapped to none. */
const omsPage = omsDraft(
	{
		locations: [
			{ id: 'gid-ist', name: 'İstanbul' },
			{ id: 'gid-ank', name: 'Ankara' },
			{ id: 'gid-izm', name: 'İzmir' },
		],
		hubMap: [
			{ location: 'gid-ist', hub: 'istanbul' },
			{ location: 'gid-ank', hub: 'ankara' },
		],
	},
	{ code: 'shopify' },
);

/** The OMS becomes the stock master of both hubs, and has a listing of A and one of B. */
export async function connectOms(ledger: Ledger) {
	await ledger.saveStore(omsPage);
	await ledger.importListings(
		'shopify',
		['A', 'B'].map((sku) => ({ id: `gid-${sku}`, sku, title: sku })),
	);
}

/** What the OMS calls the order. */
export const omsReference = (order: string) => ({ id: `gid-${order}`, number: `N${order}` });

/** An order that was handed over, as the OMS has it. */
export const inOms = (order: string, change: Partial<OmsOrder> = {}): OmsOrder => ({
	...omsReference(order),
	key: `ikas merchant-1 ${order}`,
	revisedAt: '2026-03-02T12:00:00.000Z',
	cancelled: null,
	lines: [],
	parcels: [],
	faults: [],
	...change,
});

/** A parcel that left the first location, of so many units of each line, each of them a line of the OMS. */
export const omsParcel = (
	id: string,
	units: Readonly<Record<string, number>>,
	change: Partial<OmsParcel> = {},
): OmsParcel => ({
	id,
	status: 'shipped',
	location: 'gid-ist',
	lines: Object.entries(units).map(([line, quantity]) => ({
		of: [{ line, quantity: 99 }],
		quantity,
	})),
	tracking: null,
	...change,
});

/** A store whose orders an OMS ships, and what tests do with it. */
export function omsStore(open: () => Promise<OpenLedger>, change: Partial<StoreSettings> = {}) {
	const hub = tellingStore(open, change);
	beforeEach(() => connectOms(hub.ledger));
	const claimOms = (limit = 50) => hub.ledger.claimUpdates('shopify', limit);
	const confirm = (one: ClaimedUpdate) =>
		hub.ledger.completeUpdate(one, 'created', { omsOrder: omsReference(one.update.order) });
	async function begin(kind: 'fulfilments' | 'stock') {
		await hub.sql('UPDATE syncs SET due_at = 0 WHERE kind = ?', kind);
		return await begun(hub.ledger, kind, 'shopify');
	}
	const beginFulfilments = () => begin('fulfilments');
	return Object.assign(hub, {
		claimOms,
		confirm,
		beginFulfilments,
		/** What the OMS may still promise of A, by location; of other locations nothing is said. */
		async figures(levels: Readonly<Record<string, number>>) {
			const run = await begin('stock');
			const stored = await hub.ledger.importStock({
				...{ run, tookMs: 0, next: null },
				levels: Object.entries(levels).map(([location, available]) => ({
					listing: 'gid-A',
					location,
					available,
				})),
			});
			await hub.ledger.endSync(stored.run, null);
		},
		/** The OMS takes all that it is to take. */
		async handOver() {
			for (const one of await claimOms()) await confirm(one);
		},
		/** A page of the OMS; answers how each of its orders ended. */
		async fulfil(...orders: readonly OmsOrder[]) {
			const run = await beginFulfilments();
			const watermark = '2026-03-02T12:00:00.000Z';
			const stored = await hub.ledger.importFulfilments({ run, orders, next: null, watermark });
			await hub.ledger.endSync(stored.run, null);
			return stored.outcomes.map(({ outcome, reason }) =>
				reason === null ? outcome : `${outcome}: ${reason}`,
			);
		},
		/** What the OMS was, is and is to be told, oldest first. */
		async toOms() {
			const updates = await hub.ledger.getUpdates({ store: 'shopify', limit: 500 });
			return updates
				.toReversed()
				.map(({ update, state }) => `${update.number} ${update.effect} ${state}`);
		},
		omsExceptions: () => hub.ledger.getExceptions('shopify', 50),
		/** On hand and reserved, by hub, of a SKU. */
		async stock(sku: string) {
			const levels = await hub.ledger.getStock('acme', sku);
			return Object.fromEntries(levels.map((one) => [one.hub, [one.onHand, one.reserved]]));
		},
		/** Units by kind of movement. */
		async moved() {
			const found = await hub.sql(
				'SELECT kind, SUM(change) AS units FROM movements GROUP BY kind ORDER BY kind',
			);
			return Object.fromEntries(found.map(({ kind, units }) => [kind, Number(units)]));
		},
	});
}
