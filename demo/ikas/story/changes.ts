import type { OrderState } from '../../../sandbox/ikas/types';
import { killInFlight, slowMs } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';
import type { FirstOrders } from './firstOrders';

type Orders = readonly OrderState[];

/** What was done to orders that the hub knew. */
export interface Changed {
	readonly before: Book;
	readonly unpaid: Orders;
	readonly picked: Orders;
	readonly edited: Orders;
	readonly cancelled: Orders;
	readonly strange: Orders;
}

type Book = ReturnType<typeof bookOf>;

/** The map grows, customers and shop change their minds, and n8n dies while it all arrives. */
export async function changes(scene: IkasScene, { mapped, unpaid }: FirstOrders): Promise<Changed> {
	const { site, store, say } = scene;
	const { shop, warehouse } = site;
	const some = (from: number) => mapped.slice(from, from + 6);
	say('extending the map; editing, picking, cancelling; moving orders to a status nobody mapped');
	const settings = { orderSync: true, withUnpaid: true, reason: 'Cash on delivery' };
	await saveSettings(site, settings);
	const picked = some(0);
	await warehouse.move(
		store,
		picked.map(({ id }) => id),
		'picked',
	);
	const before = bookOf(scene.books());
	await each(picked, ({ id }) => shop.edit(id, more));
	const edited = await each(some(6), ({ id }) => shop.edit(id, more));
	const cancelled = await each(some(12), ({ id }) => shop.cancel(id));
	const strange = await each(some(18), ({ id }) => shop.advance(id, { payment: 'OVER_PAID' }));
	check(
		cancelled.every(({ id }) => before.reserved(id) > 0),
		'a reservation before the cancellation',
	);
	// The first kill meets all channels, and what it leaves behind ends for all of them at once.
	await site.meeting.everybody();
	await shop.faults({ latencyMs: slowMs });
	await killInFlight(scene);
	await shop.faults({});
	return { before, unpaid, picked, edited, cancelled, strange };
}

/** A whole sync has gone through. */
export function checkChanged(scene: IkasScene, changed: Changed): void {
	const { before, unpaid, picked, edited, cancelled, strange } = changed;
	const { row, reserved, open, exceptionOf, parkedFor, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: OrderState) => ({ ...row(id), reserved: reserved(id), open: open(id) });
	checkEach(
		unpaid,
		'unpaid orders in, by themselves',
		({ id }) => isAssigned(id) && !parkedFor(id),
		seen,
	);
	checkEach(
		edited,
		'orders edited before picking to be replaced',
		(order) => isAssigned(order.id) && open(order.id) === unitsWanted(order),
		seen,
	);
	checkEach(
		picked,
		'orders edited after picking to be exceptions, with the hub keeping its copy',
		({ id }) =>
			exceptionOf(id)?.kind === 'order_edited' &&
			row(id)?.status === 'picked' &&
			open(id) === before.open(id) &&
			reserved(id) === before.reserved(id),
		seen,
	);
	checkGone(scene, cancelled, 'cancelled orders without a reservation');
	checkEach(
		strange,
		'known orders in a strange status to be flagged, not parked',
		({ id }) => row(id)?.flag === 'unmapped_status' && isAssigned(id) && !parkedFor(id),
		seen,
	);
}

const more = {
	lines: [
		{ sku: 'MUG-RED', quantity: 4 },
		{ sku: 'MUG-BLUE', quantity: 2 },
	],
};

export function checkGone({ books }: IkasScene, cancelled: Orders, expected: string): void {
	const { row, reserved } = bookOf(books());
	checkEach(
		cancelled,
		expected,
		({ id }) => row(id)?.status === 'cancelled' && reserved(id) === 0,
		({ id }) => ({ ...row(id), reserved: reserved(id) }),
	);
}

const unitsWanted = ({ lines }: OrderState): number =>
	lines
		.filter(({ deleted, status }) => !deleted && status !== 'CANCELLED')
		.reduce((sum, { quantity }) => sum + quantity, 0);
