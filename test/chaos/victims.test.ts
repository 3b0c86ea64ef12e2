import { random } from '../../sandbox/random';
import { victims } from '../../chaos/real/victims';

describe('whom the kills of real processes meet', () => {
	test('everybody equally often in queue mode, in the order of the seed', () => {
		const all = victims(random(7), { workers: 2, kills: 40 });
		const times = [...Map.groupBy(all, (one) => one)].map(([one, { length }]) => [one, length]);
		expect(Object.fromEntries(times)).toEqual({
			...{ main: 10, worker: 10, everything: 10, database: 10 },
		});
		expect(victims(random(7), { workers: 2, kills: 40 })).toEqual(all);
		expect(victims(random(8), { workers: 2, kills: 40 })).not.toEqual(all);
	});

	test('the one process that there is without workers', () => {
		expect(victims(random(7), { workers: 0, kills: 3 })).toEqual(['main', 'main', 'main']);
	});
});
