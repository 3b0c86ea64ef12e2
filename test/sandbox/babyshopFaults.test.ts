import {
	type Panel,
	closePanels,
	codeOf,
	numbersOf,
	openPanel,
	steps,
} from './support/babyshopPanel';

const anyList = { filterStatusList: '5' };

describe('faults of the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel();
	});
	afterEach(closePanels);

	const list = async () => await panel.ask('orderList', anyList);
	const lastCall = () => panel.sandbox.calls().at(-1);

	it.each([
		['rate429', 429],
		['rate500', 500],
		['html', 200],
	])('plays %s as a page', async (fault, status) => {
		await panel.control('faults', { [fault]: 1 });
		const answer = await list();
		expect([answer.status, answer.headers.get('content-type')]).toEqual([
			status,
			expect.stringContaining('text/html'),
		]);
		expect(lastCall()).toMatchObject({ kind: 'orderList', status, fault, responseCode: null });
	});

	it('hangs up before an effect, and after one', async () => {
		const way = steps(panel, panel.place());
		await panel.control('faults', { dropBefore: 1 });
		await expect(way.invoice()).rejects.toThrow();
		expect([lastCall()?.effect, way.state().invoicesMade]).toEqual([null, 0]);
		await panel.control('faults', { dropAfter: 1 });
		await expect(way.invoice()).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, effect: 'invoiced', fault: 'dropAfter' });
		expect(way.state().invoicesMade).toBe(1);
	});

	it('cuts answers off, with and without saying so', async () => {
		await panel.control('faults', { cutOff: 1 });
		await expect(list()).rejects.toThrow(SyntaxError);
		await panel.control('faults', { torn: 1 });
		await expect(list()).rejects.toThrow('terminated');
	});

	it('ends the key of the caller just before the call', async () => {
		await panel.control('faults', { expireTokens: 1, forTheNext: 1 });
		expect(codeOf(await list())).toEqual([200, 2000]);
		await panel.renew();
		expect(codeOf(await list())).toEqual([200, 0]);
	});

	it('shows a row twice in one page', async () => {
		const number = panel.place();
		await panel.control('faults', { duplicateRows: 1 });
		expect(numbersOf(await list())).toEqual([number, number]);
		expect(lastCall()?.records).toBe(2);
	});

	describe('code 9 after the effect', () => {
		const cut = { code9AfterEffect: 1, forTheNext: 1 };

		it('hides a cancellation', async () => {
			const way = steps(panel, panel.place());
			await panel.control('faults', cut);
			expect(codeOf(await way.cancel())).toEqual([200, 9]);
			expect(way.state()).toMatchObject({ status: '8', isCancelledByApi: true });
			expect(lastCall()).toMatchObject({
				fault: 'code9AfterEffect',
				responseCode: 9,
				effect: 'cancelled',
			});
		});

		it('hides an invoice, whose number is not told', async () => {
			const way = steps(panel, panel.place());
			await panel.control('faults', cut);
			const answer = await way.invoice();
			expect([codeOf(answer), answer.body.invoiceNo]).toEqual([[200, 9], undefined]);
			expect(way.state()).toMatchObject({ status: '12', invoicesMade: 1 });
		});

		it('hides a dispatch', async () => {
			const way = steps(panel, panel.place());
			const { body } = await way.invoice();
			await panel.letPass(30_000);
			await panel.control('faults', { ...cut, only: 'orderShipping' });
			await way.read();
			expect(codeOf(await way.ship(body.invoiceNo))).toEqual([200, 9]);
			expect(way.state()).toMatchObject({ status: '15', isShippedByApi: true });
		});

		it('does nothing to a call that has none', async () => {
			await panel.control('faults', { code9AfterEffect: 1 });
			expect(codeOf(await list())).toEqual([200, 0]);
			expect(lastCall()?.fault).toBeNull();
		});
	});

	it('answers that the quota is used up, without an effect, as often as told', async () => {
		const way = steps(panel, panel.place());
		await panel.control('faults', { code13: 1, forTheNext: 1, only: 'orderCancellation' });
		expect(codeOf(await list())).toEqual([200, 0]);
		expect(codeOf(await way.cancel())).toEqual([200, 13]);
		expect(way.state().status).toBe('5');
		expect(lastCall()).toMatchObject({ fault: 'code13', responseCode: 13, effect: null });
		expect(codeOf(await way.cancel())).toEqual([200, 0]);
		expect(panel.sandbox.state().counts).toMatchObject({ overQuota: 0, faults: 1 });
	});

	it('makes signing in fail, and spares others', async () => {
		await panel.control('faults', { rate500: 1, only: 'authToken' });
		expect((await panel.signIn()).status).toBe(500);
		expect((await list()).status).toBe(200);
	});

	it('refuses a fault that it does not know', async () => {
		expect((await panel.control('faults', { explode: 1 })).status).toBe(400);
	});

	it('begins anew on reset, with other keys', async () => {
		panel.place();
		panel.sandbox.seed([{ sku: 'A', vendorSkuCode: 'V' }]);
		await panel.letPass(1000);
		await panel.control('reset');
		expect(panel.sandbox.state()).toMatchObject({ orders: [], products: [], counts: { calls: 0 } });
		expect(codeOf(await list())).toEqual([200, 2000]);
	});
});
