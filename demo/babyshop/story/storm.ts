import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopFaults } from '../../../sandbox/babyshop/types';
import { killInFlight, slowMs } from '../../kill';
import { check } from '../../story/check';
import { each } from '../../story/each';
import { syncsInWeather } from '../../syncs';
import { drafts } from '../drafts';
import type { BabyshopScene } from '../scene';

/** What meets the calls of each round for certain, while n8n is killed. */
const rounds: readonly BabyshopFaults[] = [
	{ cutOff: 1, only: 'orderList' },
	{ rate500: 1, only: 'orderFetch' },
];

/** All that a busy channel does to its callers, a little of each. */
const weather: BabyshopFaults = {
	latencyMs: 300,
	rate500: 0.03,
	cutOff: 0.03,
	torn: 0.03,
	html: 0.03,
	dropBefore: 0.03,
	dropAfter: 0.03,
	lateRows: 0.4,
	duplicateRows: 0.2,
};

const seedFrom = ({ random }: BabyshopScene) => Math.floor(random() * 2 ** 31);

/** Customers order and cancel while n8n is killed, before anything gets through. Answers the last call before. */
export async function storm(scene: BabyshopScene): Promise<number> {
	const { site, random, say } = scene;
	const { shop } = site;
	const before = await shop.lastCall();
	let earlier: readonly BabyshopOrderState[] = [];
	for (const certain of rounds) {
		say(`storm: late rows and ${Object.keys(certain)[0]} in ${certain.only}`);
		await shop.faults({ lateRows: 0.4, seed: seedFrom(scene) });
		const placed = await shop.place(drafts(24, random));
		await each(earlier.slice(0, 3), ({ id }) => shop.cancel(id));
		earlier = placed;
		const storming = { ...certain, latencyMs: slowMs };
		// For a few calls, and again for the kill: a sync that fails again and again waits longer each time, and is not to be met.
		await shop.faults({ ...storming, forTheNext: 6 });
		await killInFlight(scene, 'orders', () => shop.faults(storming));
	}
	return before;
}

/** The key has ended and the channel misbehaves, while all comes in. */
export async function stormyWeather(scene: BabyshopScene, before: number): Promise<void> {
	const { site, say } = scene;
	say('storm: the key has ended, and a little of everything');
	await site.shop.faults({ ...weather, seed: seedFrom(scene) });
	await site.shop.expireTokens();
	await syncsInWeather(scene, () => site.shop.faults({}), 'orders', 'catalog');
	await checkWeather(scene, before);
}

/** A storm that nobody met would prove nothing. */
async function checkWeather({ site, say }: BabyshopScene, before: number): Promise<void> {
	const calls = await site.shop.calls(before);
	const met = calls.flatMap(({ fault }) => fault ?? []);
	for (const kind of ['cutOff', 'rate500']) check(met.includes(kind), `${kind} to have been met`);
	check(
		calls.some(({ responseCode }) => responseCode === 2000),
		'a call with a key that has ended',
	);
	const signIns = calls.filter(({ kind }) => kind === 'authToken').length;
	// An answer may be lost, and several executions may have met the end of the key at the same time.
	check(signIns >= 1 && signIns <= 4, `one new key to be fetched, not ${signIns}`);
	const { orders } = await site.shop.state();
	const late = orders.filter(({ history }) => history.some(({ at, visibleAt }) => visibleAt > at));
	check(late.length > 0, 'orders that showed late');
	say(`${late.length} orders changed late; the ${calls.length} calls met ${met.join(', ')}`);
}
