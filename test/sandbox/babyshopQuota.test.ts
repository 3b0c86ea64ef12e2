import { setTimeout as sleep } from 'node:timers/promises';
import { type Panel, closePanels, codeOf, openPanel } from './support/babyshopPanel';

const anyList = { filterStatusList: '5' };

describe('the quota of the Babyshop sandbox', () => {
	afterEach(closePanels);

	const fill = async (panel: Panel) => {
		const codes = [];
		for (let call = 1; call <= 40; call += 1)
			codes.push((await panel.ask('orderList', anyList)).body.responseCode);
		return new Set(codes);
	};

	it('answers the 41st call of an operation within five minutes with code 13', async () => {
		const panel = await openPanel({ quota: undefined });
		expect(await fill(panel)).toEqual(new Set([0]));
		expect(codeOf(await panel.ask('orderList', anyList))).toEqual([200, 13]);
		await panel.letPass(300_000);
		expect(codeOf(await panel.ask('orderList', anyList))).toEqual([200, 13]);
		expect(panel.sandbox.state().counts).toMatchObject({ overQuota: 2, faults: 0 });
	});

	it('counts each operation and each seller on its own, signing in as well', async () => {
		const panel = await openPanel({ quota: { calls: 1, perMs: 300_000 } });
		// Opening was the first sign-in.
		expect((await panel.signIn()).body.responseCode).toBe(13);
		const { body } = await panel.signIn({ username: '1000002', password: 'sandbox second' });
		const ask = async (operation: string, key?: string) =>
			(await panel.ask(operation, anyList, key)).body.responseCode;
		expect([await ask('orderList'), await ask('orderList')]).toEqual([0, 13]);
		expect(await ask('orderList', body.apiKey)).toBe(0);
		expect(await ask('orderFetch')).toBe(9);
		expect(await ask('orderFetch')).toBe(13);
		expect([await ask('orderList', 'x'), await ask('orderList', 'x')]).toEqual([2000, 2000]);
	});

	it('has a window that shrinks with the time scale', async () => {
		const fast = await openPanel({ quota: undefined, timeScale: 600 });
		await fill(fast);
		await sleep(550);
		expect(codeOf(await fast.ask('orderList', anyList))).toEqual([200, 0]);
	});
});
