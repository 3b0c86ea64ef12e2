import { unreadablePresets } from '../../../sandbox/ikas/drafts';
import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubs, scarceSku, unknownLocation, unmappedLocation } from '../goods';
import type { IkasScene } from '../scene';

export interface FirstOrders {
	readonly mapped: readonly OrderState[];
	readonly unpaid: readonly OrderState[];
}

/** Every kind of order that a first sync can meet, good and bad on the same page; each must end where it belongs. */
export async function firstOrders(
	scene: IkasScene,
	old: readonly OrderState[],
): Promise<FirstOrders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('placing orders: mapped, unmapped, unknown, unpaid, unreadable and more than there is');
	const mapped = [...(await shop.place(drafts(80, random)))];
	const unmapped = await shop.place(drafts(8, random, { location: unmappedLocation }));
	const unknown = await shop.place(drafts(6, random, { location: unknownLocation }));
	const unreadable = await shop.place(
		unreadablePresets.flatMap((preset) => drafts(2, random, { unreadable: preset })),
	);
	const unpaid = await shop.place(drafts(6, random, { payment: 'WAITING' }));
	const scarce = await shop.place(drafts(10, random, { lines: [{ sku: scarceSku, quantity: 3 }] }));
	mapped.push(...(await shop.place(drafts(85, random))));
	await wholeSync(scene);
	const { row, parkedFor, exceptionOf, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: OrderState) => row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const isShort = (id: string) => row(id)?.hold_reason === 'inventory_not_present';
	checkEach(
		mapped,
		'mapped orders to have a hub and a reservation',
		({ id }) => isAssigned(id),
		seen,
	);
	checkEach(old, 'no order of before the connection', ({ id }) => !row(id), seen);
	checkEach(unmapped, 'parked orders', ({ id }) => parkedFor(id) === 'unmapped_location', seen);
	checkEach(unknown, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unknown_location', seen);
	checkEach(unpaid, 'parked orders', ({ id }) => parkedFor(id) === 'unmapped_status', seen);
	checkEach(unreadable, 'exceptions with a cause', ({ id }) => exceptionOf(id)?.cause, seen);
	checkEach(scarce, 'orders assigned or on hold', ({ id }) => isAssigned(id) || isShort(id), seen);
	// Each hub has four lamps, an order wants three: no hub can serve two of them.
	check(
		scarce.filter(({ id }) => isShort(id)).length >= scarce.length - hubs.length,
		'most on hold',
	);
	return { mapped, unpaid };
}
