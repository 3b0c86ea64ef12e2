import type { AmazonShipmentState, ShipmentChangeKind } from '../../sandbox/amazonSellerFlex/types';
import { bookOf, check } from '../story/check';
import type { AmazonScene } from './scene';

/** Orders that the hub has assigned and that nothing has happened to since; those that Amazon knows to be accepted, unless others are wanted. */
export async function assigned(
	{ site, books }: AmazonScene,
	count: number,
	wanted: (order: AmazonShipmentState) => boolean = isAccepted,
): Promise<readonly AmazonShipmentState[]> {
	const { isAssigned, exceptionOf, row } = bookOf(books());
	const { shipments } = await site.shop.state();
	const free = shipments.filter(
		(order) =>
			isAssigned(order.id) &&
			!exceptionOf(order.id) &&
			row(order.id)?.flag === null &&
			wanted(order),
	);
	check(free.length >= count, `${count} assigned orders, not ${free.length}`);
	return free.slice(0, count);
}

/** As the product calls it: confirmed on Amazon. */
export const isAccepted = ({ status }: AmazonShipmentState) => status === 'CONFIRMED';

/** What the hub has done to the shipment, in order. */
export const doneByHub = ({ history }: AmazonShipmentState): readonly ShipmentChangeKind[] =>
	history.filter(({ by }) => by === 'api').map(({ what }) => what);
