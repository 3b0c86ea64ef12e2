import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { bookOf, check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubs, lateSkus, scarceSku, unknownLocation } from '../goods';
import type { AmazonScene } from '../scene';

export interface FirstOrders {
	/** Of SKUs that the catalog has not. */
	readonly unlisted: readonly AmazonShipmentState[];
	/** Of which Amazon tells nobody yet. */
	readonly pending: readonly AmazonShipmentState[];
}

/** Every kind of order that a first sync can meet; each must end where it belongs. */
export async function firstOrders(
	scene: AmazonScene,
	old: readonly AmazonShipmentState[],
): Promise<FirstOrders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say(
		'Amazon gives orders to the hubs: good ones, pending, not in the catalog, more than there is',
	);
	await shop.faults({ emptyPages: 0.3, seed: 3 });
	const mapped = [...(await shop.place(drafts(25, random)))];
	const pending = await shop.place(drafts(6, random, { status: 'PENDING' }));
	const unlisted = await shop.place(
		lateSkus.flatMap((sku) => drafts(3, random, { lines: [{ sku, quantity: 1 }] })),
	);
	const unknown = await shop.place(
		drafts(6, random, { overrides: { locationId: unknownLocation } }),
	);
	const scarce = await shop.place(drafts(16, random, { lines: [{ sku: scarceSku, quantity: 3 }] }));
	mapped.push(...(await shop.place(drafts(25, random))));
	await wholeSync(scene);
	await shop.faults({});
	const { row, parkedFor, exceptionOf, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: AmazonShipmentState) =>
		row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const heldFor = ({ id }: AmazonShipmentState) => row(id)?.hold_reason;
	const isShort = (order: AmazonShipmentState) => heldFor(order) === 'inventory_not_present';
	checkEach(mapped, 'a hub and a reservation', ({ id }) => isAssigned(id), seen);
	checkEach(old, 'parked orders of before the connection', ({ id }) => parkedFor(id), seen);
	checkEach(pending, 'no pending order', (order) => seen(order) === 'nowhere', seen);
	checkEach(unknown, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unknown_location', seen);
	checkEach(unlisted, 'orders on hold', (order) => heldFor(order) === 'sku_not_valid', seen);
	checkEach(scarce, 'assigned or short', (order) => isAssigned(order.id) || isShort(order), seen);
	// Each hub has four rugs, an order wants three: no hub can serve two of them.
	check(scarce.filter(isShort).length >= scarce.length - hubs.length, 'most on hold');
	return { unlisted, pending };
}
