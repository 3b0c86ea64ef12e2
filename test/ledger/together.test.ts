import { faults, heldInVain } from '../support/busy/checks';
import { toOrders } from '../support/busy/orders';
import { toStock, unpushed } from '../support/busy/stock';
import { sendAll, toUpdates } from '../support/busy/updates';
import { busyWorld, isRefusal, stores, type Worker, type World } from '../support/busy/world';
import { chance, type Chance } from '../support/chance';
import { engines, type OpenLedger } from '../support/ledgers';

const workers = 16;
const rounds = 20;
const stepsInARound = 2;
/** More than one, to look for what is rare: `TOGETHER_SEEDS=200 jest test/ledger/together.test.ts`. */
const seeds = Number(process.env.TOGETHER_SEEDS ?? 1);
const firstSeed = Number(process.env.TOGETHER_FIRST_SEED ?? 1);

const actions = { ...toOrders, ...toStock, ...toUpdates };
const often: Partial<Record<keyof typeof actions, number>> = {
	...{ take: 8, sync: 3, route: 6, advance: 10, hold: 2, release: 2, assign: 3 },
	...{ count: 2, countEarlier: 2, adjust: 3, push: 5, decide: 3, send: 6, retry: 2, door: 2 },
};
const lots = Object.entries(actions).flatMap(([name, act]) =>
	Array.from({ length: often[name as keyof typeof actions] ?? 1 }, () => ({ name, act })),
);

describe.each(engines)('everybody at once, on $engine', ({ engine, open }) => {
	test.each(Array.from({ length: seeds }, (_, at) => firstSeed + at))(
		'G1, G5, G6, G7, G9: nothing is lost, doubled, oversold or held in vain, whoever does what when (seed %i)',
		async (seed) => {
			const hub = await open();
			try {
				const world = await busyWorld(hub);
				const crew = await hire(hub, seed);
				for (let round = 1; round <= rounds; round++) await play(crew, world, round);
				await rest(crew, world);
			} finally {
				await hub.close();
			}
		},
	);

	/** SQLite is for one process, and a second that looks in. */
	async function hire(hub: OpenLedger, seed: number): Promise<readonly Worker[]> {
		const luck = (at: number): Chance => chance(seed * 1_000 + at);
		const others = engine === 'SQLite' ? 1 : workers - 1;
		const ledgers = [hub.ledger];
		for (let at = 0; at < others; at++) ledgers.push(await hub.again());
		return Array.from({ length: workers }, (_, at) => ({
			ledger: ledgers[at % ledgers.length] ?? hub.ledger,
			luck: luck(at),
		}));
	}
});

async function play(crew: readonly Worker[], world: World, round: number) {
	const surprises = (await Promise.all(crew.map((worker) => work(worker, world)))).flat();
	expect({ round, surprises }).toEqual({ round, surprises: [] });
	expect({ round, faults: await faults(world) }).toEqual({ round, faults: {} });
	expect({ round, vain: await heldInVain(world) }).toEqual({ round, vain: [] });
}

/** Answers what was not done although nothing in words speaks against it. */
async function work(worker: Worker, world: World): Promise<readonly unknown[]> {
	const surprises: unknown[] = [];
	for (let step = 0; step < stepsInARound; step++) {
		const { name, act } = worker.luck.of(lots);
		const [done] = await Promise.allSettled([act(worker, world)]);
		if (done.status === 'fulfilled' || isRefusal(done.reason)) continue;
		surprises.push([name, String(done.reason)]);
	}
	return surprises;
}

/** Nobody is at work any more: what waited has its turn, and the channels hear the last of it. */
async function rest([worker]: readonly Worker[], world: World) {
	if (worker === undefined) return;
	for (const { code } of stores) await worker.ledger.routeWaiting(code, 500);
	expect(await heldInVain(world)).toEqual([]);
	await sendAll(worker, world);
	for (const { code } of stores) expect(await unpushed(worker, world, code)).toEqual([]);
	expect(await faults(world)).toEqual({});
}
