import { killWhileTelling, slowMs } from '../../kill';
import { partnerOf } from '../../partnerOf';
import { wholeSync } from '../../syncs';
import { until } from '../../until';
import { allTold, waiting } from '../../updates';
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
	await shop.oms.faults({ only: 'saleOrder/create', latencyMs: 2 * slowMs });
	await shop.oms.expireTokens();
	await shop.expireTokens();
	let placed: Awaited<ReturnType<typeof shop.place>> = [];
	await killWhileTelling(partner, 'saleOrder/create', async () => {
		placed = await shop.place(drafts(16, random));
		await wholeSync(scene);
	});
	await shop.oms.faults({
		...weather,
		only: ['saleOrder/create', 'saleorder/get'],
		seed: Math.floor(random() * 2 ** 31),
	});
	const met = await mishapsSince(scene, before);
	await shop.oms.faults({});
	await allTold(partner);
	await checkOnUniware(scene, placed);
	say(`Uniware did ${met.filter((one) => typeof one === 'string').join(', ')}`);
}

/** The bad weather lasts until it was met: each try in vain makes an order wait longer. */
async function mishapsSince(scene: UniwareScene, before: number) {
	const { site } = partnerOf(scene);
	const wanted = [401, 'dropAfter'];
	const met = async () => {
		const calls = await scene.site.shop.oms.calls(before);
		return [...new Set(calls.flatMap(({ fault, code, status }) => [fault ?? code, status]))];
	};
	return await until(
		`${wanted.join(' and ')} to be met in Uniware`,
		async () => {
			if (waiting(site).due > 0) await site.start(site.telling);
			const now = await met();
			return wanted.every((mishap) => now.includes(mishap)) && now;
		},
		{ seconds: 300, everyMs: 2000, seen: met },
	);
}
