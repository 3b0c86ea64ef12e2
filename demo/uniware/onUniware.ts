import type { OrderState } from '../../sandbox/ikas/types';
import type { UniwareOrderState } from '../../sandbox/uniware/stateTypes';
import { difference, sum, type Units } from '../auditor/units';
import { bookOf, check } from '../story/check';
import type { UniwareScene } from './scene';

/** What Uniware has of an order of the shop: one, when all is well. */
export type Made = (order: Pick<OrderState, 'number'>) => readonly UniwareOrderState[];

export async function madeOnUniware({ site }: UniwareScene): Promise<Made> {
	const { orders } = await site.shop.oms.state();
	const byNumber = Map.groupBy(orders, ({ displayCode }) => displayCode);
	return ({ number }) => byNumber.get(number) ?? [];
}

/** An order, and what Uniware has of it. */
export interface HandedOver {
	/** The shop's. */
	readonly id: string;
	readonly order: OrderState;
	readonly made: UniwareOrderState;
}

/** Orders that Uniware has and nothing has happened to since, on either side. */
export async function handedOver(
	scene: UniwareScene,
	count: number,
	wanted: (order: OrderState) => boolean = () => true,
): Promise<readonly HandedOver[]> {
	const { row, exceptionOf } = bookOf(scene.books());
	const madeOf = await madeOnUniware(scene);
	const { orders } = await scene.site.shop.state();
	const free = orders.flatMap((order): readonly HandedOver[] => {
		const [made] = madeOf(order);
		if (!made || made.isOnHold || made.packages.some(({ status }) => status !== 'CREATED'))
			return [];
		const isUntouched =
			row(order.id)?.status === 'new_order' &&
			!exceptionOf(order.id) &&
			order.status === 'CREATED' &&
			made.items.every(({ status }) => ['CREATED', 'FULFILLABLE'].includes(status));
		return isUntouched && wanted(order) ? [{ id: order.id, order, made }] : [];
	});
	check(free.length >= count, `${count} orders handed over, not ${free.length}`);
	return free.slice(0, count);
}

/** As both have it now. */
export async function nowOf(scene: UniwareScene) {
	const madeOf = await madeOnUniware(scene);
	const orders = new Map((await scene.site.shop.state()).orders.map((order) => [order.id, order]));
	return (id: string) => {
		const order = orders.get(id);
		return { order, made: order && madeOf(order)[0] };
	};
}

/** Units by SKU that are not cancelled. */
export const unitsIn = ({ items }: UniwareOrderState): Units =>
	sum(items.filter(({ status }) => status !== 'CANCELLED').map(({ sku }) => [sku, 1]));

export const unitsWanted = ({ lines }: OrderState): Units =>
	sum(
		lines
			.filter(({ deleted, status }) => !deleted && status !== 'CANCELLED')
			.map(({ sku, quantity }) => [sku ?? '', quantity]),
	);

export const isSame = (one: Units, other: Units): boolean => difference(one, other).size === 0;
