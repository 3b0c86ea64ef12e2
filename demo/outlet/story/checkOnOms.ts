import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, checkEach } from '../../story/check';
import { hubMapsOf } from '../goods';
import { isSame, unitsWanted, type OmsScene, type OnOms } from '../onOms';

/** Each is one order in the OMS, all of it right, at the hub that it was assigned to, and the ledger keeps nothing back for it any more. */
export async function checkOnOms<Made>(
	scene: OmsScene<Made>,
	{ name, goods, madeIn, unitsIn, isRight, placesOf }: OnOms<Made>,
	orders: readonly OrderState[],
): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const now = new Map((await scene.site.shop.state()).orders.map((order) => [order.id, order]));
	const madeOf = await madeIn(scene);
	const { ofOms } = hubMapsOf(goods);
	const placeOf = (order: OrderState) =>
		ofOms.find(({ hub }) => hub === row(order.id)?.hub)?.location;
	checkEach(
		orders,
		`one order in ${name} of each`,
		(order) => madeOf(order).length === 1,
		(order) => [row(order.id), madeOf(order).length],
	);
	checkEach(
		orders,
		`its units in ${name}, with all that was to be said of it`,
		(order) =>
			madeOf(order).every(
				(made) => isRight(made) && isSame(unitsIn(made), unitsWanted(now.get(order.id) ?? order)),
			),
		madeOf,
	);
	checkEach(
		orders,
		'each unit to leave from the hub that it was assigned to',
		(order) => madeOf(order).every((made) => placesOf(made).every((at) => at === placeOf(order))),
		(order) => [row(order.id)?.hub, madeOf(order).map(placesOf)],
	);
	checkEach(
		orders,
		'a hub, and no reservation any more',
		({ id }) => row(id)?.status === 'new_order' && row(id)?.hub && reserved(id) === 0,
		({ id }) => [row(id), reserved(id)],
	);
}
