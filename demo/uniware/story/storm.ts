import { killedHandingOver, mishapsSince } from '../../outlet/story/handingOver';
import { untilMet } from '../../outlet/story/untilMet';
import { partnerOf } from '../../partnerOf';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import type { UniwareScene } from '../scene';
import { checkOnUniware } from './checkOnUniware';

/** All that a busy tenant does to its callers: an order may be made although the answer says otherwise, or nothing. */
const weather = {
	thirdParty: 0.15,
	rate429: 0.05,
	rate500: 0.05,
	dropBefore: 0.05,
	dropAfter: 0.2,
	cutOff: 0.05,
	html: 0.05,
};

/** n8n is killed between the making of orders in Uniware and their record; then Uniware misbehaves, and the tokens have ended. */
export async function storm(scene: UniwareScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('storm: n8n is killed while it hands over; failures of Uniware, and ended tokens');
	const before = await shop.oms.lastCall();
	const placed = await killedHandingOver(scene, 'saleOrder/create', () => drafts(16, random));
	await shop.oms.faults({
		...weather,
		only: ['saleOrder/create', 'saleorder/get'],
		seed: Math.floor(random() * 2 ** 31),
	});
	const met = () => mishapsSince(scene, before);
	const late = await untilMet(scene, {
		...{ met, wanted: [401, 'dropAfter'] },
		drafts: () => drafts(2, random),
	});
	await shop.oms.faults({});
	await allTold(partner);
	await checkOnUniware(scene, [...placed, ...late]);
	const mishaps = [...(await met())].filter((one) => typeof one === 'string');
	say(`Uniware did ${mishaps.join(', ')}`);
}
