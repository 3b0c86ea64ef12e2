import { checkArrived } from '../../outlet/story/checkArrived';
import { partnerOf } from '../../partnerOf';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { onOmniful } from '../onOmniful';
import type { OmnifulScene } from '../scene';
import { ship, type Shipped } from './shipping';

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
	await checkArrived(scene, onOmniful, { shipped: held, delivered, back });
}
