import type { Http } from '../../channels/connector';
import { epochMs, instant } from '../../domain/instant';
import { serve } from '../../sandbox/serve';
import { shopifySandbox } from '../../sandbox/shopify';
import type { ShopifyOptions, ShopifySandbox } from '../../sandbox/shopify/types';
import { socketHttp } from '../support/axiosHttp';
import { faultOf } from './testShop';
import type { Place, TestShop, Write } from './testShop';

const fieldOf = {
	stock: ['inventorySetQuantities', 'inventoryActivate'],
	shipping: ['fulfillmentCreate'],
	cancelling: ['orderCancel'],
} as const satisfies Record<Write, readonly string[]>;

export type ShopifyShop = TestShop & { readonly sandbox: ShopifySandbox };

const shopifyHttp = (url: string, clientId: string, clientSecret: string): Http =>
	socketHttp(url, {
		ask: async (client) =>
			await client.post('/admin/oauth/access_token', {
				client_id: clientId,
				client_secret: clientSecret,
				grant_type: 'client_credentials',
			}),
		headers: (token) => ({ 'X-Shopify-Access-Token': token }),
	});

/** Shopify's times have whole seconds. */
const toTheSecond = (at: number) => instant(Math.floor(at / 1_000) * 1_000);

/** The pretend Shopify on a port of its own. Searches know at once what was written, and nobody is throttled. */
export async function shopifyShop(options: ShopifyOptions = {}): Promise<ShopifyShop> {
	const sandbox = shopifySandbox({ searchLagMs: 0, bucket: null, ...options });
	const { url, close } = await serve(sandbox);
	const { clientId, clientSecret } = sandbox.credential;
	const location = () => sandbox.state().locations[0]?.id ?? '';
	const place = `gid://shopify/Location/${location().split('/').at(-1)}`;
	const skuOf = new Map<string, string>();
	return {
		sandbox,
		seller: shopifyHttp(url, clientId, clientSecret),
		stranger: shopifyHttp(url, clientId, 'wrong'),
		secrets: [clientSecret, 'shpat_', 'shpss_'],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing } = {}) {
			const sku = skuOf.get(listing ?? '') ?? null;
			const line = { sku, quantity: 2, ...(sku === null && { title: 'Dress', price: 10 }) };
			const draft = {
				lines: [line],
				...(placedAt && { createdAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { lines: [{ sku: null, quantity: 1, title: '', price: 10 }] }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, toTheSecond(updatedAt)])),
		goods(count) {
			const products = Array.from({ length: count }, (_, at) => ({
				title: `Product ${at}`,
				variants: [{ sku: `SKU-${at}`, stocks: { [location()]: 0 } }],
			}));
			const variants = sandbox.seed(products).flatMap((product) => product.variants);
			for (const { id, sku } of variants) skuOf.set(id, sku ?? '');
			return variants.map(({ id }) => ({ listing: id, location: place }));
		},
		unknown: { listing: 'gid://shopify/ProductVariant/1', location: place },
		offered({ listing, location: at }: Place) {
			const kept = sandbox.stock().find((one) => one.variant === listing && one.location === at);
			return kept?.available ?? 0;
		},
		shipped: '',
		effects: () => 0,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: [...fieldOf[only]] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind === 'graphql').length,
		pushCalls: 2,
		close,
	};
}

/** Calls since then that have written, by what they asked for. */
export const writesOf = ({ sandbox }: ShopifyShop, since = 0): readonly string[] =>
	sandbox
		.calls(since)
		.flatMap(({ fields }) => fields)
		.filter((field) =>
			/(Create|Cancel|Set|Activate|SetQuantit(y|ies)|EditBegin|EditCommit)$/.test(field),
		);
