import { setTimeout as sleep } from 'node:timers/promises';
import { turns } from '../../demo/turns';

describe('turns', () => {
	const scene = () => {
		const { sideBySide, alone } = turns();
		const seen: string[] = [];
		const act = (name: string, ms: number) => async () => {
			seen.push(`${name} begins`);
			await sleep(ms);
			seen.push(`${name} ends`);
		};
		return { sideBySide, alone, seen, act };
	};

	it('let any number work side by side', async () => {
		const { sideBySide, seen, act } = scene();
		await Promise.all([sideBySide(act('a', 20)), sideBySide(act('b', 5))]);
		expect(seen).toEqual(['a begins', 'b begins', 'b ends', 'a ends']);
	});

	it('let one alone only after the others, and the others only after the one', async () => {
		const { sideBySide, alone, seen, act } = scene();
		const first = sideBySide(act('a', 20));
		const one = alone(act('one', 20));
		const two = alone(act('two', 5));
		const last = one.then(() => undefined);
		await first;
		await Promise.all([one, two, last, sideBySide(act('b', 5))]);
		expect(seen).toEqual([
			'a begins',
			'a ends',
			'one begins',
			'one ends',
			'two begins',
			'two ends',
			'b begins',
			'b ends',
		]);
	});

	it('let nobody begin before somebody who waits to be alone', async () => {
		const { sideBySide, alone, seen, act } = scene();
		const first = sideBySide(act('a', 20));
		const one = alone(act('one', 5));
		await Promise.all([first, one, sideBySide(act('b', 1))]);
		expect(seen).toEqual(['a begins', 'a ends', 'one begins', 'one ends', 'b begins', 'b ends']);
	});

	it('need no other inside of one, whatever it is', async () => {
		const { sideBySide, alone, seen, act } = scene();
		await alone(() => sideBySide(() => alone(act('a', 1))));
		await sideBySide(() => Promise.all([sideBySide(act('b', 5)), sideBySide(act('c', 1))]));
		expect(seen).toHaveLength(6);
	});

	it('do not let somebody among others be alone', async () => {
		const { sideBySide, alone, seen, act } = scene();
		await expect(sideBySide(() => alone(act('a', 1)))).rejects.toThrow('among others');
		expect(seen).toEqual([]);
	});

	it('go on when the work breaks', async () => {
		const { sideBySide, alone, seen, act } = scene();
		const broken = async () => {
			throw new Error('broken');
		};
		await expect(alone(broken)).rejects.toThrow('broken');
		await expect(sideBySide(broken)).rejects.toThrow('broken');
		await alone(act('a', 1));
		expect(seen).toEqual(['a begins', 'a ends']);
	});
});
