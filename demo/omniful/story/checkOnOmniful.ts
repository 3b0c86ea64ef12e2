import type { OrderState } from '../../../sandbox/ikas/types';
import { hubMapsOf } from '../../outlet/goods';
import { isSame, unitsWanted } from '../../outlet/onOms';
import { bookOf, checkEach } from '../../story/check';
import { goods } from '../goods';
import { madeIn, unitsIn } from '../onOmniful';
import type { OmnifulScene } from '../scene';

const hubOf = (code: string | null | undefined) =>
	hubMapsOf(goods).ofOms.find(({ hub }) => hub === code)?.location;

/** Each is one order at the hub that it was assigned to, with the number of the shop, and the ledger keeps nothing back for it any more. */
export async function checkOnOmniful(
	scene: OmnifulScene,
	orders: readonly OrderState[],
): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const { shop } = scene.site;
	await shop.oms.route();
	const now = new Map((await shop.state()).orders.map((order) => [order.id, order]));
	const madeOf = await madeIn(scene);
	checkEach(
		orders,
		'one order in Omniful of each',
		(order) => madeOf(order).length === 1,
		(order) => [row(order.id), madeOf(order).length],
	);
	checkEach(
		orders,
		'its units there, paid in advance, with its goods promised',
		(order) =>
			madeOf(order).every(
				(made) =>
					isSame(unitsIn(made), unitsWanted(now.get(order.id) ?? order)) &&
					made.paymentMethod === 'prepaid' &&
					!made.isCod &&
					made.status === 'new_order',
			),
		madeOf,
	);
	checkEach(
		orders,
		'each to leave from the hub that it was assigned to',
		(order) => madeOf(order).every(({ hub }) => hub === hubOf(row(order.id)?.hub)),
		(order) => [row(order.id)?.hub, madeOf(order).map(({ hub }) => hub)],
	);
	checkEach(
		orders,
		'a hub, and no reservation any more',
		({ id }) => row(id)?.status === 'new_order' && row(id)?.hub && reserved(id) === 0,
		({ id }) => [row(id), reserved(id)],
	);
}
