import { killedHandingOver, mishapsSince } from '../../outlet/story/handingOver';
import { untilMet } from '../../outlet/story/untilMet';
import { partnerOf } from '../../partnerOf';
import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { rested } from '../rested';
import type { OmnifulScene } from '../scene';
import { checkOnOmniful } from './checkOnOmniful';

/** All that a busy Omniful does to its callers: an order may be made although the answer says otherwise, or nothing. */
const weather = { rate500: 0.04, dropBefore: 0.04, dropAfter: 0.25, cutOff: 0.05, html: 0.02 };

/** Never with a sign-in: a refresh token is spent with its answer, and one that is lost on the way is lost for good. */
const where = ['order/create', 'orders/search'];

/**
 * The tokens have ended, and n8n is killed between the making of orders in Omniful and their record, right after it has used its
 * refresh token up; then Omniful misbehaves, and the tokens end once more.
 */
export async function storm(scene: OmnifulScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('storm: n8n is killed while it hands over; failures of Omniful, and ended tokens');
	await rested(scene);
	const before = await shop.oms.lastCall();
	const placed = await killedHandingOver(scene, 'order/create', () => drafts(10, random));
	await shop.oms.expireTokens();
	await shop.oms.faults({ rate429: 1, only: where, forTheNext: 1 });
	await wholeSync(partner, 'fulfilments');
	await shop.oms.faults({ ...weather, only: 'order/create', seed: Math.floor(random() * 2 ** 31) });
	const late = await shop.place(drafts(4, random));
	await wholeSync(scene);
	const met = () => mishapsSince(scene, before);
	const later = await untilMet(scene, {
		...{ met, wanted: [401, 'rate429', 'dropAfter'] },
		drafts: () => drafts(1, random),
	});
	await allTold(partner);
	await shop.oms.faults({});
	await checkOnOmniful(scene, [...placed, ...late, ...later]);
	const mishaps = [...(await met())].filter((one) => typeof one === 'string');
	say(`Omniful did ${mishaps.join(', ')}`);
	await checkRenewed(scene, before);
}

async function checkRenewed({ site }: OmnifulScene, before: number): Promise<void> {
	const calls = await site.shop.oms.calls(before);
	const renewals = calls.filter(({ kind }) => kind === 'token');
	check(
		renewals.length >= 2,
		`the refresh token to be used time and again, not ${renewals.length}`,
	);
}
