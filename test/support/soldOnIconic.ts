import type { IDataObject } from 'n8n-workflow';
import type { MappedOrder, OrderLine } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { draft, settings } from './ledgers';
import { placed } from './placed';
import { picked } from './shop';
import { shopifyShops, startAt } from './shopifyNodes';

/** What a channel is told, as far as it can be of an OMS. */
const told = [
	{ hubStatus: 'shipped', channelStatus: 'shipped' },
	{ hubStatus: 'cancelled', channelStatus: 'canceled' },
] as const;

/** A store of The Iconic whose orders Shopify ships. Nobody asks The Iconic here: it is what the ledger knows of it. */
export const iconicStore = (change: Partial<StoreSettings> = {}) =>
	draft({
		...{ code: 'the-iconic', channel: 'theIconic', account: 'seller-1' },
		connectedAt: new Date(startAt - 3_600_000).toISOString(),
		settings: settings({
			locations: [],
			hubMap: ['sydney', 'melbourne'].map((hub) => ({ location: '', hub })),
			channelStatusMap: [
				{ channelStatus: 'pending', hubStatus: 'new_order' },
				{ channelStatus: 'canceled', hubStatus: 'cancelled' },
			],
			workspaceStatusMap: told,
			...change,
		}),
	});

/** One item of The Iconic: each unit is a line. */
export const item = (id: string, sku: string, minor = 5500): OrderLine => ({
	...{ id, listing: `product-${sku}`, sku, title: sku, ordered: 1, cancelled: 0 },
	unitPrice: { minor, currency: 'AUD' },
	tax: { amount: { minor: Math.round(minor / 11), currency: 'AUD' }, percent: 10 },
});

const total = (lines: readonly OrderLine[]) =>
	lines.reduce((sum, { unitPrice }) => sum + unitPrice.minor, 0);

/** An order of two equal items, unless told otherwise. */
export function sold(id: string, change: Partial<MappedOrder> = {}): MappedOrder {
	const lines = change.lines ?? [item(`${id}1`, 'TEE-M'), item(`${id}2`, 'TEE-M')];
	return placed(id, {
		placedAt: new Date(startAt - 60_000).toISOString(),
		revisedAt: new Date(startAt - 60_000).toISOString(),
		statuses: ['pending'],
		lines,
		total: { minor: total(lines), currency: 'AUD' },
		customer: { name: 'Jane Citizen', email: null, phone: null },
		shipTo: {
			...{ name: 'Jane Citizen', company: null, lines: ['1 Example Street', 'Unit 2'] },
			...{ district: null, city: 'Brisbane', region: 'QLD', postcode: '4000', country: 'AU' },
			...{ phone: null, latitude: null, longitude: null },
		},
		...change,
	});
}

/** What becomes of orders of The Iconic on Shopify and in the hub. */
export function soldOnIconic(...of: Parameters<typeof shopifyShops>) {
	const at = shopifyShops(...of);
	let ledger: Ledger;
	const store = 'the-iconic';
	const connect = async (change: Partial<StoreSettings> = {}) => {
		ledger = await ledgerIn(at.shop.stored.orderHubLedgerApi);
		await ledger.saveStore(iconicStore(change));
	};
	beforeEach(() => connect());
	const iconic = (operation: string, parameters: IDataObject = {}) =>
		at.shop.items('orderHub', operation, { parameters: { store: picked(store), ...parameters } });
	/** Orders that the hub has taken and routed. */
	const taken = async (...orders: readonly MappedOrder[]) => {
		await ledger.importOrders(store, orders);
		await ledger.routeWaiting(store, 50);
	};
	/** Hands over what is due; it never fails as a whole. */
	const send = async () => {
		const done = await at.shop.tick('theIconicToShopify/send-orders');
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	return {
		at,
		connect,
		iconic,
		taken,
		send,
		/** Orders that Shopify has. */
		async handedOver(...orders: readonly MappedOrder[]) {
			await taken(...orders);
			await send();
		},
		get ledger() {
			return ledger;
		},
		order: (id: string) => ledger.getOrder(store, id),
		async read(kind: 'fulfilments' | 'stock') {
			const done = await at.shop.tick(`theIconicToShopify/sync-${kind}`);
			expect(done.run.data.resultData.error).toBeUndefined();
			return done;
		},
		/** What a store is told or still has to be, oldest first. */
		outbox: async (of = 'shopify') =>
			(
				await at.shop.items('orderHub', 'channelUpdate:getMany', {
					parameters: { store: picked(of) },
				})
			)
				.map(({ state, update }) => {
					const { effect, channelStatus, number } = update as IDataObject;
					return `${number} ${effect} ${channelStatus} ${state}`;
				})
				.toReversed(),
		exceptions: async (of = 'shopify') =>
			(
				await at.shop.items('orderHub', 'exception:getMany', { parameters: { store: picked(of) } })
			).map(({ kind, cause }) => `${String(kind)}: ${String(cause)}`),
		/** The orders that Shopify has, as far as the app made them. */
		made: () => at.shopify.state().orders.filter(({ byApi }) => byApi),
	};
}
