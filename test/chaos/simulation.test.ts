import type { Played } from '../../chaos/simulation/playSeed';
import { playSeeds } from '../../chaos/simulation/players';

/** Plays so many seeds at most, up to the first in which something is found. */
async function playUntilFound(plant: string, seeds: number): Promise<readonly Played[]> {
	const all: Played[] = [];
	await playSeeds({
		seeds: Array.from({ length: seeds }, (_, at) => at + 1),
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
	const [first] = await playUntilFound('', 1);
	const [again] = await playUntilFound('', 1);
	expect(first?.kills).toBeGreaterThan(0);
	expect(first?.findings).toEqual([]);
	expect(again).toEqual(first);
}, 300_000);

test.each([{ plant: 'effectWithoutLook', found: 'effectsDoubled' }])(
	'finds the planted bug $plant',
	async ({ plant, found }) => {
		expect(kindsIn(await playUntilFound(plant, 20))).toContain(found);
	},
	300_000,
);
