import type { OkerOrderState, OrderChangeKind } from '../../sandbox/oker/stateTypes';
import { bookOf, check } from '../story/check';
import { scarceSku } from './goods';
import type { OkerScene } from './scene';

/** Orders that the hub has assigned and that nothing has happened to since; none that others wait for. */
export async function assigned(
	{ site, books }: OkerScene,
	count: number,
	wanted: (order: OkerOrderState) => boolean = () => true,
): Promise<readonly OkerOrderState[]> {
	const { isAssigned, exceptionOf, row } = bookOf(books());
	const { orders } = await site.shop.state();
	const free = orders.filter(
		(order) =>
			isAssigned(order.id) &&
			!exceptionOf(order.id) &&
			row(order.id)?.flag === null &&
			order.history.length === 1 &&
			order.items.every(({ sku }) => sku !== scarceSku) &&
			wanted(order),
	);
	check(free.length >= count, `${count} assigned orders, not ${free.length}`);
	return free.slice(0, count);
}

/** What the hub has done to the order, in order. */
export const doneByHub = ({ history }: OkerOrderState): readonly OrderChangeKind[] =>
	history.filter(({ by }) => by === 'api').map(({ what }) => what);
