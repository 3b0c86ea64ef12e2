import type { OkerFaults } from '../../../sandbox/oker/types';
import { killInFlight, slowMs } from '../../kill';
import { check } from '../../story/check';
import { each } from '../../story/each';
import { syncsInWeather } from '../../syncs';
import { drafts } from '../drafts';
import type { OkerScene } from '../scene';

/** All that a busy gateway does to its callers, a little of each. */
const weather: OkerFaults = {
	latencyMs: 100,
	rate500: 0.03,
	down503: 0.03,
	cutOff: 0.03,
	torn: 0.03,
	html: 0.03,
	dropBefore: 0.03,
	dropAfter: 0.03,
	lateRows: 0.4,
	duplicateRows: 0.2,
};

const seedFrom = ({ random }: OkerScene) => Math.floor(random() * 2 ** 31);

/** Customers order and cancel while n8n is killed, before anything gets through. Answers the last call before. */
export async function storm(scene: OkerScene): Promise<number> {
	const { site, random, say } = scene;
	const { shop } = site;
	const before = await shop.lastCall();
	say('storm: late rows, and lists that are cut off');
	await shop.faults({ lateRows: 0.4, seed: seedFrom(scene) });
	const placed = await shop.place(drafts(40, random));
	await each(placed.slice(0, 4), ({ id }) => shop.cancel(id));
	// Until the kill has met it, so that no sync gets through before.
	await shop.faults({ cutOff: 1, only: 'listOrders', latencyMs: slowMs });
	await killInFlight(scene);
	return before;
}

/** The token has ended and the gateway misbehaves, while all comes in. */
export async function stormyWeather(scene: OkerScene, before: number): Promise<void> {
	const { site, say } = scene;
	say('storm: the token has ended, and a little of everything');
	await site.shop.faults({ ...weather, seed: seedFrom(scene) });
	await site.shop.expireTokens();
	await syncsInWeather(scene, () => site.shop.faults({}), 'orders', 'catalog');
	await checkWeather(scene, before);
}

/** A storm that nobody met would prove nothing. */
async function checkWeather({ site, say }: OkerScene, before: number): Promise<void> {
	const calls = await site.shop.calls(before);
	const met = calls.flatMap(({ fault }) => fault ?? []);
	check(met.includes('cutOff'), 'cutOff to have been met');
	check(
		calls.some(({ code }) => code === 'TOKEN_EXPIRED'),
		'a call with a token that has ended',
	);
	check(
		calls.some(({ kind }) => kind === 'token'),
		'a new token to be fetched',
	);
	const { orders } = await site.shop.state();
	const late = orders.filter(({ history }) => history.some(({ at, visibleAt }) => visibleAt > at));
	check(late.length > 0, 'orders that showed late');
	say(`${late.length} orders changed late; the ${calls.length} calls met ${met.join(', ')}`);
}
