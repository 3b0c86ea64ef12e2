import { setTimeout as sleep } from 'node:timers/promises';
import { meetingOf } from '../../demo/meeting';

describe('a meeting', () => {
	const scene = (count: number) => {
		const { everybody, leave } = meetingOf(count);
		const seen: string[] = [];
		const come = async (name: string) => {
			await everybody();
			seen.push(name);
		};
		return { come, leave, seen };
	};

	it('lets nobody go on before everybody has come', async () => {
		const { come, seen } = scene(3);
		const early = [come('a'), come('b')];
		await sleep(5);
		expect(seen).toEqual([]);
		await Promise.all([...early, come('c')]);
		expect(seen).toEqual(['a', 'b', 'c']);
	});

	it('is held again', async () => {
		const { come, seen } = scene(2);
		await Promise.all([come('a'), come('b')]);
		const early = come('a again');
		await sleep(5);
		expect(seen).toEqual(['a', 'b']);
		await Promise.all([early, come('b again')]);
		expect(seen).toHaveLength(4);
	});

	it('does not wait for who has left', async () => {
		const { come, leave, seen } = scene(3);
		leave();
		const early = come('a');
		await sleep(5);
		expect(seen).toEqual([]);
		leave();
		await early;
		expect(seen).toEqual(['a']);
	});
});
