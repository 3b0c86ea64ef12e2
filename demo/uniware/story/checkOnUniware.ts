import type { OrderState } from '../../../sandbox/ikas/types';
import { hubMapsOf } from '../../outlet/goods';
import { isSame, unitsWanted } from '../../outlet/onOms';
import { bookOf, checkEach } from '../../story/check';
import { goods } from '../goods';
import { madeIn, unitsIn } from '../onUniware';
import type { UniwareScene } from '../scene';

/** The most that Uniware takes as the code of an order. */
const longestCode = 45;

const facilityOf = (code: string | null | undefined) =>
	hubMapsOf(goods).ofOms.find(({ hub }) => hub === code)?.location;

/** Each is one sale order with a row for each unit and every flag said, and the hub keeps nothing back for it any more. */
export async function checkOnUniware(
	scene: UniwareScene,
	orders: readonly OrderState[],
): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const now = new Map((await scene.site.shop.state()).orders.map((order) => [order.id, order]));
	const madeOf = await madeIn(scene);
	checkEach(
		orders,
		'one order in Uniware of each',
		(order) => madeOf(order).length === 1,
		(order) => [row(order.id), madeOf(order).length],
	);
	checkEach(
		orders,
		'its units there, paid in advance, shipped by Uniware',
		(order) =>
			madeOf(order).every(
				(made) =>
					made.code.length <= longestCode &&
					isSame(unitsIn(made), unitsWanted(now.get(order.id) ?? order)) &&
					[made.isCod, made.thirdPartyShipping, made.taxExempted].every((flag) => !flag) &&
					made.status !== 'PENDING_VERIFICATION',
			),
		madeOf,
	);
	checkEach(
		orders,
		'each unit to leave from the facility of its hub',
		(order) =>
			madeOf(order).every(({ items }) =>
				items.every(({ facility }) => facility === facilityOf(row(order.id)?.hub)),
			),
		(order) => [row(order.id)?.hub, madeOf(order).map(({ items }) => items)],
	);
	checkEach(
		orders,
		'a hub, and no reservation any more',
		({ id }) => row(id)?.status === 'new_order' && row(id)?.hub && reserved(id) === 0,
		({ id }) => [row(id), reserved(id)],
	);
}
