import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { nowOf, type HandedOver } from '../onOmniful';
import type { OmnifulScene } from '../scene';
import { ship, type Shipped } from './shipping';

type Orders = readonly HandedOver[];

/** What was held goes after all; some arrives, and some comes back. */
export async function arrived(scene: OmnifulScene, { whole, held }: Shipped): Promise<void> {
	const { oms } = scene.site.shop;
	scene.say('what was on hold goes; some arrives, and some comes back');
	await each(held, ({ made }) => oms.release(made.id));
	await each(held, (one) => ship(scene, one));
	const [delivered, back] = [whole.slice(0, 5), whole.slice(5, 7)];
	await each(delivered, ({ made }) => oms.advance(made.id, { to: 'delivered' }));
	await each(back, ({ made }) => oms.advance(made.id, { to: 'return_to_origin' }));
	await wholeSync(partnerOf(scene), 'fulfilments');
	await allTold(scene);
	await checkArrived(scene, { held, delivered, back });
}

async function checkArrived(
	scene: OmnifulScene,
	{ held, delivered, back }: Readonly<Record<'held' | 'delivered' | 'back', Orders>>,
): Promise<void> {
	const now = await nowOf(scene);
	const { row } = bookOf(scene.books());
	const seen = ({ id }: HandedOver) => [row(id)?.status, now(id)];
	checkEach(
		held,
		'it shipped in the shop',
		({ id }) => row(id)?.status === 'shipped' && now(id).order?.package === 'FULFILLED',
		seen,
	);
	checkEach(
		delivered,
		'what has arrived to be delivered there and here',
		({ id }) => row(id)?.status === 'delivered' && now(id).order?.package === 'DELIVERED',
		seen,
	);
	checkEach(
		back,
		'what could not be delivered to be on its way back in the hub',
		({ id }) => row(id)?.status === 'return_to_origin',
		seen,
	);
}
