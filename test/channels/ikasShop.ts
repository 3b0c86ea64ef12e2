import { epochMs, instant } from '../../domain/instant';
import { ikasSandbox } from '../../sandbox/ikas';
import type { IkasOptions, IkasSandbox } from '../../sandbox/ikas/types';
import { serve } from '../../sandbox/serve';
import { axiosHttp } from '../support/axiosHttp';
import { faultOf } from './testShop';
import type { TestShop, Write } from './testShop';

const fieldOf = {
	stock: 'saveProductStockLocations',
	shipping: 'fulfillOrder',
	cancelling: 'cancelOrderLine',
} as const satisfies Record<Write, string>;

/** Two of them are variants of one product, the third is one alone, and so on. */
const productOf = (at: number) => ({
	variants: [`MAL-${at}-S`, `MAL-${at}-M`].slice(at % 2).map((sku) => ({ sku })),
});

/** The pretend ikas on a port of its own. */
export async function ikasShop(
	options: IkasOptions = {},
): Promise<TestShop & { readonly sandbox: IkasSandbox }> {
	const sandbox = ikasSandbox({ quota: null, ...options });
	const { url, close } = await serve(sandbox);
	const { clientId, clientSecret } = sandbox.credential;
	const skuOf = new Map<string, string>();
	return {
		sandbox,
		seller: axiosHttp(url, { clientId, clientSecret }),
		stranger: axiosHttp(url, { clientId, clientSecret: 'wrong' }),
		secrets: [clientSecret, 'eyJ', 'Bearer'],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing } = {}) {
			const draft = {
				lines: [{ sku: skuOf.get(listing ?? '') ?? 'ELBISE-38', quantity: 2 }],
				...(placedAt && { orderedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { unreadable: 'fractionalQuantity' as const }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, instant(updatedAt)])),
		goods(count) {
			const location = sandbox.state().locations[0]?.id ?? '';
			const products = sandbox.seed(Array.from({ length: count }, (_, at) => productOf(at)));
			for (const { id, variants } of products) {
				for (const one of variants) skuOf.set(`${id}/${one.id}`, one.sku ?? '');
			}
			return [...skuOf.keys()].slice(0, count).map((listing) => ({ listing, location }));
		},
		unknown: { listing: 'nobody/nothing', location: sandbox.state().locations[0]?.id ?? '' },
		offered({ listing, location }) {
			const kept = sandbox
				.stock()
				.find((one) => `${one.product}/${one.variant}` === listing && one.location === location);
			return kept?.quantity ?? 0;
		},
		shipped: 'package:FULFILLED',
		effects: (id) => sandbox.order(id).events.filter(({ byApi }) => byApi).length,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: fieldOf[only] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind === 'graphql').length,
		close,
	};
}
