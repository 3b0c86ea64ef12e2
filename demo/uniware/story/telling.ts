import { killInFlight, killWhileTelling, slowMs } from '../../kill';
import { waitingIn } from '../../outlet/waitingIn';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { nowOf, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';
import { atFirst, dispatch, numberOf, provider, type Shipped } from './shipping';

/** What may happen to the calls that tell the shop: their effect is there although the answer says otherwise, or nothing. */
const weather = { dropBefore: 0.1, dropAfter: 0.2, rate500: 0.1, cutOff: 0.1, latencyMs: 100 };

/** What has left comes in, and the shop hears of it; n8n is killed while it reads, and while it tells. */
export async function telling(scene: UniwareScene, shipped: Shipped): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('what has left comes in, and the shop hears of it; n8n is killed while it reads and tells');
	await shop.oms.faults({ rate500: 1, only: 'saleorder/get', latencyMs: slowMs });
	await killInFlight(partner, 'fulfilments');
	await shop.oms.faults({});
	await shop.faults({ only: 'fulfillOrder', latencyMs: 2 * slowMs });
	await killWhileTelling(scene, 'fulfillOrder', async () => {
		await each(shipped.whole.slice(atFirst), (one) => dispatch(scene, one));
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

async function checkTold(scene: UniwareScene, shipped: Shipped): Promise<void> {
	const now = await nowOf(scene);
	const { row } = bookOf(scene.books());
	const parcelsOf = ({ id }: HandedOver) =>
		now(id).order?.packages.filter(({ deleted }) => !deleted) ?? [];
	const seen = (one: HandedOver) => [row(one.id)?.status, parcelsOf(one), now(one.id).made];
	checkEach(
		[...shipped.whole, ...shipped.corrected],
		'whole orders shipped in the shop, with courier and number',
		(one) => {
			const [parcel, ...more] = parcelsOf(one);
			return (
				row(one.id)?.status === 'shipped' &&
				more.length === 0 &&
				parcel?.status === 'FULFILLED' &&
				parcel.tracking?.number === numberOf(one) &&
				parcel.tracking.carrier === provider
			);
		},
		seen,
	);
	checkEach(
		shipped.parts,
		'one package in the shop of what left in part',
		(one) => parcelsOf(one).filter(({ status }) => status === 'FULFILLED').length === 1,
		seen,
	);
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
