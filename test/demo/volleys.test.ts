import { setTimeout as sleep } from 'node:timers/promises';
import { turns } from '../../demo/turns';
import { volleys, type Aim } from '../../demo/volleys';

describe('volleys', () => {
	const scene = () => {
		const { alone, sideBySide } = turns();
		const seen: string[] = [];
		const cutOff = volleys({
			alone,
			kill: async () => {
				seen.push('kill');
			},
			start: async () => {
				seen.push('start');
			},
		});
		const aim = (channel: string, as: Partial<Aim> = {}): Aim => ({
			what: `work of ${channel}`,
			channel,
			waitMs: 10,
			readyAt: () => 0,
			begin: async () => true,
			judge: () => {
				seen.push(channel);
				return true;
			},
			seen: () => null,
			...as,
		});
		return { cutOff, aim, seen, sideBySide };
	};

	it('let one kill meet all who are ready', async () => {
		const { cutOff, aim, seen } = scene();
		const now = Date.now();
		const readyAt = () => now + 50;
		await Promise.all([cutOff(aim('a', { readyAt })), cutOff(aim('b', { readyAt }))]);
		expect(seen).toEqual(['kill', 'a', 'b', 'start']);
	});

	it('meet a channel once with one kill', async () => {
		const { cutOff, aim, seen } = scene();
		await Promise.all([cutOff(aim('a')), cutOff(aim('a'))]);
		expect(seen).toEqual(['kill', 'a', 'start', 'kill', 'a', 'start']);
	});

	it('wait for whoever is ready soon, and not for who is ready late', async () => {
		const { cutOff, aim, seen } = scene();
		// Later than the others are settled.
		const soon = Date.now() + 3_000;
		let late = Date.now() + 60_000;
		const last = cutOff(aim('late', { readyAt: () => late }));
		await Promise.all([cutOff(aim('soon', { readyAt: () => soon })), cutOff(aim('now'))]);
		expect(seen.filter((what) => what === 'kill')).toHaveLength(1);
		late = 0;
		await last;
		expect(seen.filter((what) => what === 'kill')).toHaveLength(2);
	});

	it('kill again for whom the kill came too late', async () => {
		const { cutOff, aim, seen } = scene();
		let left = 2;
		await cutOff(aim('a', { judge: () => --left === 0 }));
		expect(seen).toEqual(['kill', 'start', 'kill', 'start']);
	});

	it('kill nothing for what did not come under way', async () => {
		const { cutOff, aim, seen } = scene();
		let tries = 0;
		await cutOff(aim('a', { begin: async () => ++tries > 1 }));
		expect(tries).toBe(2);
		expect(seen).toEqual(['kill', 'a', 'start']);
	});

	it('begin when all is prepared, and nobody relies on what is killed', async () => {
		const { cutOff, aim, seen, sideBySide } = scene();
		const tell = (what: string) => async () => {
			await sleep(20);
			seen.push(what);
			return true;
		};
		await Promise.all([
			sideBySide(tell('undisturbed')),
			cutOff(aim('a', { prepare: async () => void (await tell('prepared')()) })),
			cutOff(aim('b', { begin: tell('begun') })),
		]);
		expect(seen.slice(0, 3)).toEqual(['undisturbed', 'prepared', 'begun']);
	});
});
