import type { OrderState } from '../../../sandbox/ikas/types';
import { killInFlight, slowMs } from '../../kill';
import { check } from '../../story/check';
import { each } from '../../story/each';
import { syncsInWeather } from '../../syncs';
import { drafts } from '../drafts';
import type { IkasScene } from '../scene';

/** What meets the calls of each round for certain, while n8n is killed. */
const rounds = ['rate500', 'cutOff', 'rate429'] as const;

/** All that a busy channel does to its callers, a little of each. */
const weather = {
	latencyMs: 600,
	rate429: 0.08,
	rate500: 0.1,
	cutOff: 0.08,
	torn: 0.04,
	html: 0.03,
	dropBefore: 0.04,
	dropAfter: 0.04,
	expireTokens: 0.15,
	lateRows: 0.4,
	duplicateRows: 0.1,
};

/** Customers order, edit and cancel while n8n is killed, each time while it makes up for the last. Answers the last call before. */
export async function storm(scene: IkasScene): Promise<number> {
	const { site, random, say } = scene;
	const { shop } = site;
	const before = await shop.lastCall();
	let earlier: readonly OrderState[] = [];
	for (const certain of rounds) {
		say(`storm: late rows and ${certain}`);
		await shop.faults({ lateRows: 0.4, seed: Math.floor(random() * 2 ** 31) });
		const placed = await shop.place(drafts(40, random));
		await each(earlier.slice(0, 4), ({ id }) => shop.cancel(id));
		await each(earlier.slice(4, 8), ({ id }) => shop.edit(id, other));
		earlier = placed;
		await killInFlight(scene, 'orders', () =>
			shop.faults({ [certain]: 1, latencyMs: slowMs, forTheNext: 2 }),
		);
	}
	await shop.faults({});
	return before;
}

/** ikas misbehaves while all of it comes in. */
export async function stormyWeather(scene: IkasScene, before: number): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('storm: expired tokens and a little of everything');
	await shop.faults({
		...weather,
		only: ['token', 'listOrder'],
		seed: Math.floor(random() * 2 ** 31),
	});
	await shop.expireTokens();
	await syncsInWeather(scene, () => shop.faults({}), 'orders');
	await checkWeather(scene, before);
}

const other = { lines: [{ sku: 'BARDAK/6', quantity: 2 }] };

/** A storm that nobody met would prove nothing. */
async function checkWeather({ site, say }: IkasScene, before: number): Promise<void> {
	const calls = await site.shop.calls(before);
	const met = calls.flatMap(({ fault, code }) => [fault, code]).filter((kind) => kind !== null);
	for (const kind of [...rounds, 'LOGIN_REQUIRED'])
		check(met.includes(kind), `${kind} to have been met`);
	const { orders } = await site.shop.state();
	const late = orders.filter(({ history }) => history.some(({ at, visibleAt }) => visibleAt > at));
	check(late.length > 0, 'orders that showed late');
	say(`${late.length} orders changed late; the ${calls.length} calls met ${met.join(', ')}`);
}
