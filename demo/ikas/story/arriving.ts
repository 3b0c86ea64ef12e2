import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check, checkEach } from '../../story/check';
import { drafts } from '../drafts';
import { locationFor, scarceSku, seller } from '../goods';
import type { IkasScene } from '../scene';

const hub = 'istanbul';
const wanted = 3;

/** More people want a lamp than there are. */
export async function orderLamps({ site, random, say }: IkasScene): Promise<void> {
	say('lamps are ordered that are not there');
	const lines = [{ sku: scarceSku, quantity: wanted }];
	for (const count of [6, 8]) {
		await site.shop.place(drafts(count, random, { lines, location: locationFor(hub) }));
		await site.shop.letPass(1);
	}
}

/** The hub knows the orders by now. Lamps arrive, and those who waited longest get them. */
export async function arriving(scene: IkasScene): Promise<void> {
	const { site, say, told } = scene;
	say('some lamps arrive');
	const waiting = await heldHere(scene);
	check(waiting.length >= 12, `at least 12 orders to wait for lamps, not ${waiting.length}`);
	const arrived = [{ seller, sku: scarceSku, hub, units: 6 * wanted }];
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const still = await heldHere(scene);
	const served = waiting.filter(({ id }) => !still.some((held) => held.id === id));
	check(served.length >= 6, `6 orders to be released, not ${served.length}`);
	const last = Math.max(...served.map(({ orderedAt }) => orderedAt));
	check(
		still.every(({ orderedAt }) => orderedAt >= last),
		'the orders that waited longest to be served first',
	);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		served,
		'released orders to have a hub and a reservation',
		({ id }) => isAssigned(id),
		({ id }) => row(id),
	);
}

/** Orders held for lamps of this hub. */
async function heldHere({ site, books }: IkasScene): Promise<readonly OrderState[]> {
	const { row } = bookOf(books());
	const { orders } = await site.shop.state();
	return orders.filter(({ id, location, lines }) => {
		const isHere = location === null || location === locationFor(hub);
		const isLamp = lines.every(({ sku }) => sku === scarceSku);
		return isHere && isLamp && row(id)?.hold_reason === 'inventory_not_present';
	});
}
