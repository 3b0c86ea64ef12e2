import type { ShopifyOrderState } from '../../sandbox/shopify/stateTypes';
import type { IconicOrderState } from '../../sandbox/theIconic/stateTypes';
import { bookOf, check } from '../story/check';
import { tightSkus } from './goods';
import type { IconicScene } from './scene';

/** What Shopify has of an order of The Iconic: one, when all is well. */
export type Made = (order: Pick<IconicOrderState, 'number'>) => readonly ShopifyOrderState[];

export async function madeOnShopify({ site }: IconicScene): Promise<Made> {
	const { orders } = await site.shop.shopify.state();
	const byName = Map.groupBy(
		orders.filter(({ byApi }) => byApi),
		({ name }) => name,
	);
	return ({ number }) => byName.get(number) ?? [];
}

/** An order, and what Shopify has of it. */
export interface HandedOver {
	readonly order: IconicOrderState;
	readonly made: ShopifyOrderState;
}

/** Orders that Shopify has and nothing has happened to since, on either side; none that others wait for. */
export async function handedOver(
	scene: IconicScene,
	count: number,
	wanted: (order: IconicOrderState) => boolean = () => true,
): Promise<readonly HandedOver[]> {
	const { row, exceptionOf } = bookOf(scene.books());
	const madeOf = await madeOnShopify(scene);
	const { orders } = await scene.site.shop.state();
	const free = orders.flatMap((order): readonly HandedOver[] => {
		const [made] = madeOf(order);
		if (!made || made.cancelledAt !== null || made.fulfilments.length > 0) return [];
		const isUntouched =
			row(order.id)?.status === 'new_order' &&
			!exceptionOf(order.id) &&
			order.items.every(
				({ status, isProcessable, sku }) =>
					status === 'pending' && isProcessable && !tightSkus.includes(sku),
			);
		return isUntouched && wanted(order) ? [{ order, made }] : [];
	});
	check(free.length >= count, `${count} orders handed over, not ${free.length}`);
	return free.slice(0, count);
}

/** Units by SKU. */
export const unitsOf = (order: IconicOrderState): ReadonlyMap<string, number> =>
	new Map(
		[...Map.groupBy(order.items, ({ sku }) => sku)].map(([sku, items]) => [sku, items.length]),
	);
