import { epochMs, instant } from '../../domain/instant';
import { serve } from '../../sandbox/serve';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type { IconicOptions, IconicSandbox } from '../../sandbox/theIconic/types';
import { iconicHttp } from '../support/iconicHttp';
import type { IconicSeller } from '../support/iconicHttp';
import { faultOf } from './testShop';
import type { TestShop, Write } from './testShop';

const operationOf = {
	stock: 'setStock',
	shipping: 'setToShipped',
	cancelling: 'setToCancelled',
} as const satisfies Record<Write, string>;

export interface IconicShop extends TestShop {
	readonly sandbox: IconicSandbox;
	readonly url: string;
}

/** The pretend Seller Center on a port of its own. */
export async function iconicShop(
	options: IconicOptions = {},
	seller: Partial<IconicSeller> = {},
): Promise<IconicShop> {
	const sandbox = theIconicSandbox({ quota: null, exportMs: 0, ...options });
	const { url, close } = await serve(sandbox);
	const { credential } = sandbox;
	const skuOf = (listing: string) =>
		sandbox.state().products.find(({ id }) => String(id) === listing)?.sku;
	return {
		sandbox,
		url,
		seller: iconicHttp(url, credential, seller),
		stranger: iconicHttp(url, { ...credential, clientSecret: 'wrong' }, seller),
		get secrets() {
			const { clientSecret } = credential;
			return [clientSecret, encodeURIComponent(clientSecret), ...sandbox.issuedTokens()];
		},
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { revisedAt, placedAt = revisedAt, isUnreadable, listing = '' } = {}) {
			const draft = {
				lines: [{ sku: skuOf(listing) ?? 'IC-1000101', quantity: 1 }],
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { overrides: { currency: null } }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, instant(updatedAt)])),
		goods(count) {
			const products = Array.from({ length: count }, (_, at) => ({
				sku: `IC ${at}/é&`,
				set: `set ${Math.floor(at / 5)}`,
				variation: String(at % 5),
			}));
			return sandbox.seed(products).map(({ id }) => ({ listing: String(id), location: '' }));
		},
		unknown: { listing: '999999999', location: '' },
		offered: ({ listing }) =>
			sandbox.state().products.find(({ id }) => String(id) === listing)?.quantity ?? 0,
		shipped: 'shipped',
		effects: (id) => sandbox.order(id).history.filter(({ by }) => by === 'api').length,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: operationOf[only] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'token').length,
		// The list, whose it is, and the listings of the orders that the list still shows.
		idleCalls: 3,
		leavesOlderToHub: true,
		keepsTracking: true,
		cancelReason: 'Out of Stock',
		close,
	};
}
