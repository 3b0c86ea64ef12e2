import { listingId } from '../../channels/oker/listingId';
import { epochMs, instant } from '../../domain/instant';
import { okerSandbox } from '../../sandbox/oker';
import type { OkerOptions, OkerSandbox } from '../../sandbox/oker/types';
import { serve } from '../../sandbox/serve';
import { okerHttp } from '../support/okerHttp';
import type { OkerSeller } from '../support/okerHttp';
import { faultOf } from './testShop';
import type { TestShop, Write } from './testShop';

const operationOf = {
	stock: 'updateInventory',
	shipping: 'dispatchOrders',
	cancelling: 'cancelOrder',
} as const satisfies Record<Write, string>;

export interface OkerShop extends TestShop {
	readonly sandbox: OkerSandbox;
	readonly url: string;
}

export const warehouse = 'OKR-W1';

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeShops = async () => {
	for (const close of open) await close();
};

/** The pretend gateway on a port of its own; courier and label are there at once unless it is told otherwise. */
export async function okerShop(
	options: OkerOptions = {},
	seller: Partial<OkerSeller> = {},
): Promise<OkerShop> {
	const sandbox = okerSandbox({ quota: null, courierMs: 0, labelMs: 0, ...options });
	const served = await serve(sandbox);
	const { url } = served;
	const close = async () => {
		if (open.delete(close)) await served.close();
	};
	open.add(close);
	const { credential } = sandbox;
	const find = (listing: string) =>
		sandbox.state().listings.find((one) => listingId(one) === listing);
	return {
		sandbox,
		url,
		seller: okerHttp(url, credential, seller),
		stranger: okerHttp(url, { ...credential, password: 'wrong' }, seller),
		get secrets() {
			return [credential.password, ...sandbox.issuedTokens()];
		},
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing } = {}) {
			const draft = {
				lines: [{ sku: find(listing ?? '')?.sku ?? 'TEE-RED-M', quantity: 2 }],
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { overrides: { orderItems: [] } }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, instant(updatedAt)])),
		goods(count) {
			const products = Array.from({ length: count }, (_, at) => ({
				sku: `TEE ${at}/é&`,
				product: `P ${at}/&`,
				variant: `V,${at}%`,
			}));
			return sandbox
				.seed(products)
				.map((one) => ({ listing: listingId(one), location: warehouse }));
		},
		unknown: {
			listing: listingId({ productId: 'P-0', variantId: 'V-0' }),
			location: warehouse,
		},
		offered: ({ listing, location }) =>
			find(listing)?.figures.find(({ facility }) => facility === location)?.quantity ?? 0,
		shipped: 'DISPATCHED',
		effects: (id) => sandbox.order(id).history.filter(({ by }) => by === 'api').length,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: operationOf[only] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'token').length,
		locations: [warehouse, 'OKR-W2'],
		// What the gateway can do is asked first.
		pushCalls: 2,
		leavesOlderToHub: true,
		makesTracking: true,
		close,
	};
}
