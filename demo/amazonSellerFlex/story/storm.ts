import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { killInFlight, slowMs } from '../../kill';
import { check } from '../../story/check';
import { each } from '../../story/each';
import { syncsInWeather } from '../../syncs';
import { drafts } from '../drafts';
import type { AmazonScene } from '../scene';

/** What meets the calls of each round for certain, while n8n is killed. */
const rounds = ['cutOff', 'rate429'] as const;

/** All that a busy Amazon does to its callers, a little of each. */
const weather = {
	latencyMs: 600,
	rate429: 0.02,
	rate500: 0.03,
	cutOff: 0.03,
	torn: 0.02,
	html: 0.02,
	dropBefore: 0.03,
	dropAfter: 0.03,
	expireTokens: 0.03,
	lateRows: 0.4,
	duplicateRows: 0.1,
	emptyPages: 0.3,
};

/** Amazon hands orders out and cancels some while it misbehaves and n8n is killed; meanwhile each is accepted once. */
export async function storm(scene: AmazonScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const before = await shop.lastCall();
	const seed = () => Math.floor(random() * 2 ** 31);
	let earlier: readonly AmazonShipmentState[] = [];
	for (const certain of rounds) {
		say(`storm: late rows and ${certain}`);
		await shop.faults({ lateRows: 0.4, seed: seed() });
		const placed = await shop.place(drafts(24, random));
		await each(earlier.slice(0, 3), ({ id }) => shop.cancel(id));
		earlier = placed;
		await killInFlight(scene, 'orders', () =>
			shop.faults({ [certain]: 1, only: 'getShipments', latencyMs: slowMs, forTheNext: 2 }),
		);
	}
	say('storm: expired tokens and a little of everything');
	await shop.faults({ ...weather, seed: seed() });
	await shop.expireTokens();
	await syncsInWeather(scene, () => shop.faults({}), 'orders');
	await checkWeather(scene, before);
}

/** A storm that nobody met would prove nothing. */
async function checkWeather({ site, say }: AmazonScene, before: number): Promise<void> {
	const calls = await site.shop.calls(before);
	const met = calls.flatMap(({ fault }) => fault ?? []);
	for (const kind of rounds) check(met.includes(kind), `${kind} to have been met`);
	check(
		calls.some(({ status }) => status === 401 || status === 403),
		'a call with a token that has ended',
	);
	const { shipments } = await site.shop.state();
	const late = shipments.filter(({ history }) =>
		history.some(({ at, visibleAt }) => visibleAt > at),
	);
	check(late.length > 0, 'orders that showed late');
	say(`${late.length} orders changed late; the ${calls.length} calls met ${met.join(', ')}`);
}
