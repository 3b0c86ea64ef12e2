import { bookOf, check } from '../../story/check';
import { hubs, scarceSku, seller } from '../goods';
import type { OkerScene } from '../scene';

const wanted = 3;

/** More people want a shawl than there are; some arrive, and those who waited longest at that warehouse get them. */
export async function arriving({ site, say, told, books }: OkerScene): Promise<void> {
	say('shawls arrive');
	const held = () =>
		books()
			.orders.filter(({ hold_reason }) => hold_reason === 'inventory_not_present')
			.map(({ channel_id }) => channel_id);
	const before = held();
	const arrived = hubs.map(({ code }) => ({
		seller,
		sku: scarceSku,
		hub: code,
		units: 2 * wanted,
	}));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const still = held();
	const served = before.filter((id) => !still.includes(id));
	check(served.length >= 5, `orders to be released, not ${served.length} of ${before.length}`);
	const { isAssigned } = bookOf(books());
	check(served.every(isAssigned), 'released orders to have a hub and a reservation');
}
