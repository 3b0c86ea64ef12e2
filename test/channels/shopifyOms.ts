import type { HandOver } from '../../domain/oms';
import type { OrderLine } from '../../domain/order';
import { handOverOf, iconicOrder, told, unitItem } from './shopifyHandOver';
import { shopifyShop } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';
import { shopify } from '../../channels/shopify/connector';

type Options = Parameters<typeof shopifyShop>[0];

export interface OmsShop extends ShopifyShop {
	/** Shopify's variant of a SKU. */
	listingOf(sku: string): string;
	handOver(id?: string, lines?: readonly OrderLine[]): HandOver;
	/** Hands an order over; answers Shopify's id of it. */
	handedOver(id?: string, lines?: readonly OrderLine[]): Promise<string>;
	available(sku: string): number | undefined;
}

const usual = [unitItem('1', 'A'), unitItem('2', 'A'), unitItem('3', 'B')];

/** The pretend Shopify with two SKUs, five of each. */
export async function omsShop(options: Options = {}): Promise<OmsShop> {
	const shop = await shopifyShop(options);
	const { sandbox, seller } = shop;
	const place = sandbox.state().locations[0]?.id ?? '';
	const variants = ['A', 'B'].map((sku) => ({ sku, stocks: { [place]: 5 } }));
	sandbox.seed([{ title: 'Dress', variants }]);
	const listingOf = (sku: string) => {
		const found = sandbox.state().products.flatMap((product) => product.variants);
		return found.find((variant) => variant.sku === sku)?.id ?? 'gid://shopify/ProductVariant/9';
	};
	const handOver = (id = '900', lines: readonly OrderLine[] = usual) =>
		handOverOf(iconicOrder(id, lines), listingOf);
	return {
		...shop,
		listingOf,
		handOver,
		async handedOver(id, lines) {
			const { omsOrder } = await shopify.updates.send(seller, told('create', handOver(id, lines)));
			return omsOrder?.id ?? '';
		},
		available: (sku) =>
			sandbox.stock().find((one) => one.sku === sku && one.location === place)?.available,
	};
}
