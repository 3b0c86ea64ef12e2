import type { Played } from '../../chaos/simulation/playSeed';
import { playSeeds } from '../../chaos/simulation/players';

interface Wanted {
	readonly plant: string;
	readonly from: number;
	readonly seeds: number;
}

/** Plays so many seeds at most, up to the first in which something is found. */
async function playUntilFound({ plant, from, seeds }: Wanted): Promise<readonly Played[]> {
	const all: Played[] = [];
	await playSeeds({
		seeds: Array.from({ length: seeds }, (_, at) => from + at),
		processes: 1,
		plant,
		played(one) {
			all.push(one);
			return one.findings.length === 0;
		},
	});
	return all;
}

const kindsIn = (all: readonly Played[]) => [
	...new Set(all.flatMap(({ findings }) => findings.map(({ kind }) => kind))),
];

test('a seed is the same run again, to the last step, and finds nothing', async () => {
	const one = { plant: '', from: 3, seeds: 1 };
	const [first] = await playUntilFound(one);
	const [again] = await playUntilFound(one);
	expect(first?.kills).toBeGreaterThan(0);
	expect(first?.findings).toEqual([]);
	expect(again).toEqual(first);
}, 300_000);

// From a seed that finds it quickly, as things are; others do as well.
test.each([
	{ plant: 'effectWithoutLook', from: 3, found: 'effectsDoubled' },
	{ plant: 'cursorBeforeStore', from: 1, found: 'lost' },
	{ plant: 'leaseWithoutFence', from: 40, found: 'effectsDoubled' },
	{ plant: 'reservationOutside', from: 245, found: 'oversold' },
	{ plant: 'staleStock', from: 11, found: 'stuck' },
])(
	'finds the planted bug $plant',
	async ({ plant, from, found }) => {
		expect(kindsIn(await playUntilFound({ plant, from, seeds: 60 }))).toContain(found);
	},
	300_000,
);
