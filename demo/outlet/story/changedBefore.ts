import type { OrderDraft, OrderEdit, OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { OmsScene, OnOms } from '../onOms';

type Orders = readonly OrderState[];

/** What customers do, and how it is looked at in the OMS. */
interface Changes {
	readonly drafts: readonly OrderDraft[];
	/** So many of them are edited; the others are cancelled. */
	readonly edited: number;
	readonly edit: OrderEdit;
	checkOnOms(orders: Orders): Promise<void>;
}

/** Customers change their minds before anything of it goes to the OMS: it gets what they want now, and nothing of what they do not. */
export async function changedBefore<Made>(
	scene: OmsScene<Made>,
	oms: OnOms<Made>,
	changes: Changes,
): Promise<void> {
	const { shop } = scene.site;
	const partner = partnerOf(scene);
	scene.say('customers edit and cancel before the hand-over');
	await partner.site.unpublish('send-orders');
	const placed = await shop.place(changes.drafts);
	const [edited, cancelled] = [placed.slice(0, changes.edited), placed.slice(changes.edited)];
	await wholeSync(scene);
	await each(edited, ({ id }) => shop.edit(id, changes.edit));
	await each(cancelled, ({ id }) => shop.cancel(id));
	await wholeSync(scene);
	await partner.site.publish('send-orders');
	await allTold(partner);
	await changes.checkOnOms(edited);
	await checkNotThere(scene, oms, cancelled);
}

async function checkNotThere<Made>(
	scene: OmsScene<Made>,
	{ madeIn, isCancelled }: OnOms<Made>,
	orders: Orders,
): Promise<void> {
	const { row, reserved } = bookOf(scene.books());
	const madeOf = await madeIn(scene);
	checkEach(
		orders,
		'what was cancelled in time never to be in the OMS',
		(order) =>
			row(order.id)?.status === 'cancelled' &&
			reserved(order.id) === 0 &&
			madeOf(order).every(isCancelled),
		(order) => [row(order.id), madeOf(order)],
	);
}
