import { epochMs, instant } from '../../domain/instant';
import { babyshopSandbox } from '../../sandbox/babyshop';
import type { BabyshopOptions, BabyshopSandbox } from '../../sandbox/babyshop/types';
import { serve } from '../../sandbox/serve';
import { babyshopHttp } from '../support/babyshopHttp';
import type { BabyshopSeller } from '../support/babyshopHttp';
import { faultOf } from './testShop';
import type { TestShop, Write } from './testShop';

const operationOf = {
	stock: 'inventoryPriceUpdate',
	shipping: 'orderShipping',
	cancelling: 'orderCancellation',
} as const satisfies Record<Write, string>;

export interface BabyshopShop extends TestShop {
	readonly sandbox: BabyshopSandbox;
	readonly url: string;
}

/** The pretend Seller Panel on a port of its own; it decides at once unless it is told otherwise. */
export async function babyshopShop(
	options: BabyshopOptions = {},
	seller: Partial<BabyshopSeller> = {},
): Promise<BabyshopShop> {
	const sandbox = babyshopSandbox({ quota: null, awbMs: 0, moderationMs: 0, ...options });
	const { url, close } = await serve(sandbox);
	const { credential } = sandbox;
	return {
		sandbox,
		url,
		seller: babyshopHttp(url, credential, seller),
		stranger: babyshopHttp(url, { ...credential, password: 'wrong' }, seller),
		get secrets() {
			return [
				credential.password,
				encodeURIComponent(credential.password),
				...sandbox.issuedTokens(),
			];
		},
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing } = {}) {
			const draft = {
				lines: [{ sku: listing ?? 'BS-1000101', quantity: 2 }],
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { overrides: { orderItems: [] } }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(
				sandbox
					.state()
					.orders.map(({ id, updatedAt }) => [id, instant(updatedAt - (updatedAt % 1_000))]),
			),
		goods(count) {
			const products = Array.from({ length: count }, (_, at) => ({
				sku: `MAL ${at}/é&`,
				vendorSkuCode: `V-${at}`,
			}));
			return sandbox.seed(products).map(({ sku }) => ({ listing: sku, location: '' }));
		},
		unknown: { listing: 'NOBODY', location: '' },
		offered: ({ listing }) =>
			sandbox.state().products.find(({ sku }) => sku === listing)?.figure ?? 0,
		shipped: '15',
		effects: (id) => sandbox.order(id).history.filter(({ by }) => by === 'api').length,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: operationOf[only] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'authToken').length,
		idleCalls: 2,
		leavesOlderToHub: true,
		makesTracking: true,
		close,
	};
}
