import { killInFlight, killWhileTelling, slowMs } from '../../kill';
import { waitingIn } from '../../outlet/waitingIn';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { nowOf, type HandedOver } from '../onOmniful';
import { rested } from '../rested';
import type { OmnifulScene } from '../scene';
import { atFirst, awbOf, courier, ship, type Shipped } from './shipping';

/** What may happen to the calls that tell the shop: their effect is there although the answer says otherwise, or nothing. */
const weather = { dropBefore: 0.1, dropAfter: 0.2, rate500: 0.1, cutOff: 0.1, latencyMs: 100 };

/** What has left comes in, and the shop hears of it; n8n is killed while it reads, and while it tells. */
export async function telling(scene: OmnifulScene, shipped: Shipped): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('what has left comes in, and the shop hears of it; n8n is killed while it reads and tells');
	await rested(scene);
	await killInFlight(partner, 'fulfilments', () => shop.oms.faults({ latencyMs: 2 * slowMs }));
	await shop.oms.faults({});
	await shop.faults({ only: 'fulfillOrder', latencyMs: 2 * slowMs });
	await killWhileTelling(scene, 'fulfillOrder', async () => {
		await each(shipped.whole.slice(atFirst), (one) => ship(scene, one));
		await wholeSync(partner, 'fulfilments');
	});
	await shop.faults({
		...weather,
		only: 'fulfillOrder',
		seed: Math.floor(scene.random() * 2 ** 31),
	});
	await allTold(scene);
	await shop.faults({});
	await checkTold(scene, shipped);
}

async function checkTold(scene: OmnifulScene, shipped: Shipped): Promise<void> {
	const now = await nowOf(scene);
	const { row } = bookOf(scene.books());
	const parcelsOf = ({ id }: HandedOver) =>
		now(id).order?.packages.filter(({ deleted }) => !deleted) ?? [];
	const seen = (one: HandedOver) => [row(one.id), parcelsOf(one), now(one.id).made];
	const isTold = (one: HandedOver) => {
		const [parcel, ...more] = parcelsOf(one);
		return (
			more.length === 0 &&
			parcel?.status === 'FULFILLED' &&
			parcel.tracking?.number === awbOf(one) &&
			parcel.tracking.carrier === courier
		);
	};
	checkEach(
		shipped.whole,
		'whole orders shipped in the shop, with courier and number',
		(one) => row(one.id)?.status === 'shipped' && isTold(one),
		seen,
	);
	checkEach(shipped.short, 'one package in the shop of what left in part', isTold, seen);
	const waitsFor = waitingIn(scene.site);
	checkEach(
		shipped.held,
		'what is on hold to have left nowhere, and the hub to say so',
		(one) =>
			row(one.id)?.status === 'new_order' &&
			parcelsOf(one).length === 0 &&
			/on hold/.test(waitsFor(one.id)),
		(one) => [waitsFor(one.id), ...seen(one)],
	);
}
