import type { Http } from '../../channels/connector';
import { omniful } from '../../channels/omniful/connector';
import { epochMs, instant } from '../../domain/instant';
import type { HandOver, OmsOrder, OmsOrderSettings } from '../../domain/oms';
import type { OrderLine } from '../../domain/order';
import { omnifulSandbox } from '../../sandbox/omniful';
import type { OmnifulOptions, OmnifulSandbox } from '../../sandbox/omniful/types';
import { serve } from '../../sandbox/serve';
import { omnifulHttp } from '../support/omnifulHttp';
import { handOverOf, iconicOrder, told, unitItem } from './shopifyHandOver';
import { faultOf } from './testShop';
import type { TestShop } from './testShop';

export interface OmnifulShop extends TestShop {
	readonly sandbox: OmnifulSandbox;
	/** The seller with a tenant's credential beside its own. */
	readonly tenant: Http;
	/** An order of two A and a B, unless told. */
	handOver(id?: string, lines?: readonly OrderLine[], as?: Partial<OmsOrderSettings>): HandOver;
	/** Hands an order over; answers Omniful's id of it. */
	handedOver(id?: string, lines?: readonly OrderLine[]): Promise<string>;
	/** The order as the hub gets it back. */
	only(id: string): Promise<OmsOrder>;
	/** Another caller, whose refresh token is that of the dashboard. */
	caller(hub: string): Http;
}

const usualLines = [
	unitItem('1', 'A'),
	unitItem('2', 'A', { listing: 'iconic-A2' }),
	unitItem('3', 'B'),
];

/** The pretend Omniful with five of AAA and of BBB in RUH. */
export async function stockedOmniful(options: OmnifulOptions = {}): Promise<OmnifulShop> {
	const shop = await omnifulShop(options);
	shop.sandbox.seed(['AAA', 'BBB'].map((sku) => ({ sku, stocks: { RUH: 5 } })));
	return shop;
}

/** The pretend Omniful on a port of its own; it has nothing, and no quota that a test would meet. */
export async function omnifulShop(options: OmnifulOptions = {}): Promise<OmnifulShop> {
	const usual = { callsPerMinute: 100_000, keepsRefreshTokens: true };
	const sandbox = omnifulSandbox({ ...usual, ...options });
	const { url, close } = await serve(sandbox);
	const { credential } = sandbox;
	const caller = (hub: string) => omnifulHttp(url, credential, { hub });
	const seller = caller('RUH');
	const handOver: OmnifulShop['handOver'] = (id = '900', lines = usualLines, as = {}) =>
		handOverOf(iconicOrder(id, lines), (sku) => sku.repeat(3), as);
	return {
		sandbox,
		caller,
		seller,
		tenant: omnifulHttp(url, credential, { tenant: sandbox.tenantCredential }),
		handOver,
		async handedOver(id, lines) {
			const { omsOrder } = await omniful.updates.send(seller, told('create', handOver(id, lines)));
			return omsOrder?.id ?? '';
		},
		async only(id) {
			const [order] = (await omniful.oms.get(seller, [id])).orders;
			if (order === undefined) throw new Error(`Omniful was expected to have ${id}`);
			return order;
		},
		stranger: omnifulHttp(url, { ...credential, clientSecret: 'wrong' }),
		secrets: [credential.clientSecret, credential.refreshToken],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing = 'AAA' } = {}) {
			if (!sandbox.state().skus.some(({ sku }) => sku === listing)) {
				sandbox.seed([{ sku: listing }]);
			}
			const draft = {
				lines: [{ sku: listing, quantity: 2 }],
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { overrides: { invoice: { currency: null } } }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, { note: `at ${sandbox.clock.now()}` }),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, instant(updatedAt)])),
		goods(count) {
			const skus = Array.from({ length: count }, (_, at) => `SKU-${at}`);
			sandbox.seed(skus.map((sku) => ({ sku, stocks: { RUH: 0 } })));
			return skus.map((listing) => ({ listing, location: 'RUH' }));
		},
		unknown: { listing: 'NOTHING', location: 'RUH' },
		offered: () => 0,
		shipped: '',
		effects: () => 0,
		spoil: (mishap, calls) => sandbox.setFaults({ [faultOf[mishap]]: 1, forTheNext: calls }),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'token').length,
		close,
	};
}
