import type { Http } from '../../channels/connector';
import { uniware } from '../../channels/uniware/connector';
import { epochMs, instant } from '../../domain/instant';
import type { HandOver, OmsOrder, OmsOrderSettings } from '../../domain/oms';
import type { OrderLine } from '../../domain/order';
import { serve } from '../../sandbox/serve';
import { uniwareSandbox } from '../../sandbox/uniware';
import type { UniwareOptions, UniwareSandbox } from '../../sandbox/uniware/types';
import { uniwareHttp } from '../support/uniwareHttp';
import type { UniwareSeller } from '../support/uniwareHttp';
import { handOverOf, iconicOrder, told, unitItem } from './shopifyHandOver';
import { faultOf } from './testShop';
import type { TestShop } from './testShop';

export interface UniwareShop extends TestShop {
	readonly sandbox: UniwareSandbox;
	/** Another caller of the same tenant. */
	caller(seller?: Partial<UniwareSeller>): Http;
	/** An order of two A and a B, unless told. */
	handOver(id?: string, lines?: readonly OrderLine[], as?: Partial<OmsOrderSettings>): HandOver;
	/** Hands an order over; answers Uniware's code of it. */
	handedOver(id?: string, lines?: readonly OrderLine[]): Promise<string>;
	/** The order as the hub gets it back. */
	only(code: string): Promise<OmsOrder>;
}

const usualLines = [
	unitItem('1', 'A'),
	unitItem('2', 'A', { listing: 'iconic-A2' }),
	unitItem('3', 'B'),
];

/** The pretend tenant with five of AAA and of BBB. */
export async function stockedShop(options: UniwareOptions = {}): Promise<UniwareShop> {
	const shop = await uniwareShop(options);
	shop.sandbox.seed(['AAA', 'BBB'].map((sku) => ({ sku, stocks: { WH_MAIN: 5 } })));
	return shop;
}

/** The pretend tenant on a port of its own; it has nothing. */
export async function uniwareShop(options: UniwareOptions = {}): Promise<UniwareShop> {
	const sandbox = uniwareSandbox(options);
	const { url, close } = await serve(sandbox);
	const { username, password } = sandbox.credential;
	const caller = (seller: Partial<UniwareSeller> = {}) =>
		uniwareHttp(url, { username, password }, seller);
	const seller = caller();
	const listingOf = (sku: string) => sku.repeat(3);
	const handOver: UniwareShop['handOver'] = (id = '900', lines = usualLines, as = {}) =>
		handOverOf(iconicOrder(id, lines), listingOf, as);
	return {
		sandbox,
		caller,
		seller,
		handOver,
		async handedOver(id, lines) {
			const { omsOrder } = await uniware.updates.send(seller, told('create', handOver(id, lines)));
			return omsOrder?.id ?? '';
		},
		async only(code) {
			const [order] = (await uniware.oms.get(seller, [code])).orders;
			if (order === undefined) throw new Error(`Uniware was expected to have ${code}`);
			return order;
		},
		stranger: uniwareHttp(url, { username, password: 'wrong' }),
		secrets: [password],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing = 'AAA' } = {}) {
			if (!sandbox.state().items.some(({ sku }) => sku === listing))
				sandbox.seed([{ sku: listing }]);
			const draft = {
				lines: [{ sku: listing, quantity: 2 }],
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { overrides: { status: null } }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ code }) => code);
		},
		touch: (id) => void sandbox.edit(id, { additionalInfo: `at ${sandbox.clock.now()}` }),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ code, updatedAt }) => [code, instant(updatedAt)])),
		goods(count) {
			const skus = Array.from({ length: count }, (_, at) => `SKU-${at}`);
			sandbox.seed(skus.map((sku) => ({ sku, stocks: { WH_MAIN: 0 } })));
			return skus.map((listing) => ({ listing, location: 'WH_MAIN' }));
		},
		unknown: { listing: 'NOTHING', location: 'WH_MAIN' },
		offered: () => 0,
		shipped: '',
		effects: () => 0,
		spoil: (mishap, calls) => sandbox.setFaults({ [faultOf[mishap]]: 1, forTheNext: calls }),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'token').length,
		close,
	};
}

/** Calls since then that have written, by what they asked for. */
export const writesOf = ({ sandbox }: UniwareShop, since = 0): readonly string[] =>
	sandbox.calls(since).flatMap(({ effect, kind }) => (effect === null ? [] : [kind]));
