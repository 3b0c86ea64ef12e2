import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import type { OkerScene } from '../scene';

type Orders = readonly OkerOrderState[];

/** An invoice binds: the hub cancels nothing any more, and what Oker cancels all the same is a person's to decide. */
export async function conflicts(scene: OkerScene, orders: Orders): Promise<void> {
	const { site, say } = scene;
	say(`cancelling ${orders.length} invoiced orders: the hub must not, and Oker does`);
	const desk = deskAt(site);
	const refusals = await each(orders.slice(0, 2), ({ id }) => desk.refusedCancel(id));
	check(
		refusals.every((why) => why.includes('before the order is packed and invoiced')),
		`no cancel of what is packed, not ${JSON.stringify(refusals)}`,
	);
	const before = bookOf(scene.books());
	await each(orders, ({ id }) => site.shop.cancel(id, { by: 'marketplace' }));
	await wholeSync(scene);
	const { row, reserved, exceptionOf } = bookOf(scene.books());
	checkEach(
		orders,
		'what Oker cancelled too late to stay packed and reserved, and a person to be asked',
		({ id }) =>
			exceptionOf(id)?.kind === 'cancelled_after_invoice' &&
			row(id)?.status === 'packed' &&
			reserved(id) === before.reserved(id),
		({ id }) => [row(id), reserved(id), exceptionOf(id)?.cause],
	);
	const [settled] = orders;
	if (!settled) return;
	say('a person lets one of them go');
	check((await desk.refusedCancel(settled.id)) === '', 'the hub to follow what a person decides');
	const now = bookOf(scene.books());
	check(
		now.row(settled.id)?.status === 'cancelled' && now.reserved(settled.id) === 0,
		'its goods to be free',
	);
}
