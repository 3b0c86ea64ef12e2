import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import { arrivingSku, hubs, seller } from '../goods';
import type { BoutiqueScene } from '../scene';
import { checkAssigned, checkHeld, type Ordered } from './ordering';

const idsOf = (orders: readonly OrderState[]) => orders.map(({ id }) => id);

/** People work the queues: each reason has its own way out, and no other. */
export async function queues(scene: BoutiqueScene, ordered: Ordered): Promise<void> {
	await approving(scene, ordered);
	await routing(scene, ordered);
	await holding(scene, ordered);
	await arriving(scene, ordered);
	await wholeSync(scene);
	checkAssigned(scene, Object.values(ordered).flat());
}

async function approving(scene: BoutiqueScene, { toApprove, strange }: Ordered): Promise<void> {
	const desk = deskAt(scene.site);
	scene.say('orders to be paid on delivery are approved');
	await refused(desk.release(idsOf(toApprove)), /approve/i);
	await refused(desk.approve(idsOf(strange)), /Routing Conditions Not Met/);
	await desk.approve(idsOf(toApprove));
	checkAssigned(scene, toApprove);
}

/** To the second hub, which the rules would not have taken. */
async function routing(scene: BoutiqueScene, { strange, lacking }: Ordered): Promise<void> {
	const desk = deskAt(scene.site);
	const [, { code: hub }] = hubs;
	scene.say('orders from abroad get their hub by hand');
	await refused(desk.route(idsOf(strange), 'izmir'), /bursa, eskisehir/);
	await refused(desk.route(idsOf(lacking), hub), /Insufficient Inventory/);
	await desk.route(idsOf(strange), hub);
	checkAssigned(scene, strange);
	const { row } = bookOf(scene.books());
	checkEach(
		strange,
		`orders at ${hub}`,
		({ id }) => row(id)?.hub === hub,
		({ id }) => row(id),
	);
}

async function holding(scene: BoutiqueScene, { plain }: Ordered): Promise<void> {
	const desk = deskAt(scene.site);
	const some = plain.slice(0, 8);
	scene.say('somebody puts orders on hold, and lets them go');
	await desk.hold(idsOf(some));
	checkHeld(scene, some, 'forceful_on_hold');
	await desk.release(idsOf(some));
	checkAssigned(scene, some);
}

/** Those who waited for it have it at once. */
async function arriving(scene: BoutiqueScene, { lacking }: Ordered): Promise<void> {
	const { site, say, told } = scene;
	say('what was not there arrives');
	const [{ code: hub }] = hubs;
	const arrived = [{ seller, sku: arrivingSku, hub, units: 2 * lacking.length }];
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	checkAssigned(scene, lacking);
}

/** All of it, and the reason names the way out. */
async function refused(asked: Promise<void>, why: RegExp): Promise<void> {
	const said = await asked.then(
		() => 'nothing',
		(error: unknown) => `${error}`,
	);
	check(why.test(said), `a refusal that says ${why}, not ${said}`);
}
