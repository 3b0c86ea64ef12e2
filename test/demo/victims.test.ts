import { victims } from '../../demo/victims';

const named = (name: string) => ({
	name,
	start: async () => undefined,
	end: async () => undefined,
});

const met = (workers: readonly string[], kills: number) => {
	const next = victims({ main: named('main'), workers: workers.map(named) });
	return Array.from({ length: kills }, () => next().map((one) => ('name' in one ? one.name : '')));
};

describe('a kill of n8n', () => {
	it('meets every worker, and the main process every other time', () => {
		expect(met(['one', 'two'], 3)).toEqual([
			['one', 'two'],
			['main', 'one', 'two'],
			['one', 'two'],
		]);
	});

	it('meets the main process each time where there is no worker', () => {
		expect(met([], 2)).toEqual([['main'], ['main']]);
	});
});
