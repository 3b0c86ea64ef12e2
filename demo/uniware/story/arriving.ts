import { checkArrived } from '../../outlet/story/checkArrived';
import { partnerOf } from '../../partnerOf';
import { checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { onUniware, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';
import { dispatch, type Shipped } from './shipping';

type Orders = readonly HandedOver[];

const correctedOf = ({ order }: HandedOver) => `DL${order.number}`;

/** The rest leaves, numbers are corrected, what was held goes after all; some arrives, and some comes back. */
export async function arrived(scene: UniwareScene, shipped: Shipped): Promise<void> {
	const { site, say } = scene;
	const { oms } = site.shop;
	say(
		'the rest leaves, numbers are corrected, what was on hold goes; some arrives, and comes back',
	);
	const { whole, parts, corrected, held } = shipped;
	await each(held, ({ made }) => oms.edit(made.code, { onHold: false }));
	await oms.allocate();
	await each(held, (one) => dispatch(scene, one));
	await each(parts, (one) => dispatch(scene, one, 2));
	const now = await onUniware.nowOf(scene);
	const packageOf = ({ id }: HandedOver) => now(id).made?.packages[0]?.code ?? '';
	await each(corrected, (one) =>
		oms.track(one.made.code, {
			package: packageOf(one),
			provider: 'DELHIVERY',
			tracking: correctedOf(one),
		}),
	);
	const [delivered, back] = [whole.slice(0, 6), whole.slice(6, 8)];
	await each(delivered, ({ made }) => oms.advance(made.code, { to: 'delivered' }));
	await each(back, (one) => oms.sendBack(one.made.code, { package: packageOf(one) }));
	await wholeSync(partnerOf(scene), 'fulfilments');
	await allTold(scene);
	await checkArrived(scene, onUniware, { shipped: [...parts, ...held], delivered, back });
	await checkCorrected(scene, corrected);
}

async function checkCorrected(scene: UniwareScene, corrected: Orders): Promise<void> {
	const now = await onUniware.nowOf(scene);
	checkEach(
		corrected,
		'the corrected number in the shop',
		(one) =>
			now(one.id).order?.packages.some(({ tracking }) => tracking?.number === correctedOf(one)),
		({ id }) => now(id),
	);
}
