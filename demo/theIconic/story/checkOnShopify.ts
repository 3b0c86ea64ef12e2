import type { ShopifyOrderState } from '../../../sandbox/shopify/stateTypes';
import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { bookOf, checkEach } from '../../story/check';
import { madeOnShopify, unitsOf } from '../onShopify';
import type { IconicScene } from '../scene';

const customer = 'The Iconic';

/** Each is one order on Shopify that looks as the settings say, and the hub keeps nothing back for it any more. */
export async function checkOnShopify(
	scene: IconicScene,
	orders: readonly IconicOrderState[],
): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const madeOf = await madeOnShopify(scene);
	checkEach(
		orders,
		'one order on Shopify of each',
		(order) => madeOf(order).length === 1,
		(order) => [row(order.id), madeOf(order).length],
	);
	checkEach(
		orders,
		'its number, customer, addresses, lines and items there',
		(order) => madeOf(order).every((made) => isLike(made, order)),
		madeOf,
	);
	checkEach(
		orders,
		'a hub, and no reservation any more',
		({ id }) => row(id)?.status === 'new_order' && row(id)?.hub && reserved(id) === 0,
		({ id }) => [row(id), reserved(id)],
	);
}

function isLike(made: ShopifyOrderState, order: IconicOrderState): boolean {
	const goods = made.lines.filter(({ sku }) => sku !== null);
	const wanted = unitsOf(order);
	const said = JSON.stringify(goods.map(({ properties }) => properties));
	return (
		made.note === customer &&
		made.tags.includes(customer) &&
		made.customer !== null &&
		JSON.stringify(made.billingAddress).includes(customer) &&
		JSON.stringify(made.shippingAddress).includes('Newtown') &&
		made.financialStatus === 'PAID' &&
		made.shippingLines.some(({ title }) => title === 'Express') &&
		goods.length === wanted.size &&
		goods.every(({ sku, quantity }) => wanted.get(sku ?? '') === quantity) &&
		order.items.every(({ id }) => said.includes(`${id}`)) &&
		made.lines.some(({ sku, title }) => sku === null && title === customer)
	);
}
