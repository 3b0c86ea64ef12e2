import type { OrderDraft, OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import type { HandedOver, OmsScene, OnOms } from '../onOms';
import type { OutletScene } from '../scene';

/** Orders that come in now, and that the OMS has. */
export async function placedThere<Made>(
	scene: OmsScene<Made>,
	oms: OnOms<Made>,
	drafts: readonly OrderDraft[],
): Promise<readonly HandedOver<Made>[]> {
	const ids = new Set((await scene.site.shop.place(drafts)).map(({ id }) => id));
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	return await oms.handedOver(scene, ids.size, ({ id }) => ids.has(id));
}

/** One unit of the SKU, at the shop. */
export const cancelUnit = ({ site }: OutletScene, { id, lines }: OrderState, sku: string) =>
	site.shop.cancel(
		id,
		lines.filter((one) => one.sku === sku).map((line) => ({ id: line.id, quantity: 1 })),
	);

/** People in the hub cancel as well, and all sides hear of all that. */
export async function cancelHere(
	scene: OutletScene,
	orders: readonly { readonly id: string }[],
): Promise<void> {
	const partner = partnerOf(scene);
	await deskAt(scene.site).cancel(
		orders.map(({ id }) => id),
		'customer_requested',
	);
	await Promise.all([wholeSync(scene), wholeSync(partner, 'fulfilments')]);
	await Promise.all([allTold(partner), allTold(scene)]);
}

export async function checkCancelled<Made>(
	scene: OmsScene<Made>,
	{ nowOf, isCancelled }: OnOms<Made>,
	orders: readonly HandedOver<Made>[],
): Promise<void> {
	const now = await nowOf(scene);
	const { row, exceptionOf, open } = bookOf(scene.books());
	checkEach(
		orders,
		'what one side cancelled to be cancelled everywhere',
		({ id }) => {
			const { made, order } = now(id);
			const isOffThere = made !== undefined && isCancelled(made);
			return row(id)?.status === 'cancelled' && isOffThere && order?.status === 'CANCELLED';
		},
		({ id }) => [row(id), open(id), exceptionOf(id), now(id)],
	);
}
