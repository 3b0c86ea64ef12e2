import type { BabyshopOrderState, OrderChangeKind } from '../../sandbox/babyshop/stateTypes';
import { bookOf, check } from '../story/check';
import { listingOf, scarceSku } from './goods';
import type { BabyshopScene } from './scene';

/** Orders that the hub has assigned and that nothing has happened to since, Confirmed on the channel; none that others wait for. */
export async function assigned(
	{ site, books }: BabyshopScene,
	count: number,
	wanted: (order: BabyshopOrderState) => boolean = () => true,
): Promise<readonly BabyshopOrderState[]> {
	const { isAssigned, exceptionOf, row } = bookOf(books());
	const { orders } = await site.shop.state();
	const free = orders.filter(
		(order) =>
			isAssigned(order.id) &&
			!exceptionOf(order.id) &&
			row(order.id)?.flag === null &&
			order.status === '5' &&
			order.lines.every((line) => line.cancelled === 0 && line.sku !== listingOf(scarceSku)) &&
			wanted(order),
	);
	check(free.length >= count, `${count} assigned orders, not ${free.length}`);
	return free.slice(0, count);
}

/** What the hub has done to the order, in order. */
export const doneByHub = ({ history }: BabyshopOrderState): readonly OrderChangeKind[] =>
	history.filter(({ by }) => by === 'api').map(({ what }) => what);
