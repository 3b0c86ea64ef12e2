import type { ReturnDraft } from '../../ledger/returnShapes';
import { engines } from '../support/ledgers';
import { asItIs, returningStore, units, whole } from '../support/returning';
import { tracked } from '../support/telling';

describe.each(engines)('the steps of a return on $engine', ({ open }) => {
	const hub = returningStore(open);

	test('is rejected with a reason, and may be asked for again', async () => {
		await hub.delivered('1');
		await hub.request();
		await expect(hub.ledger.rejectReturn('R1', ' ')).rejects.toThrow(/not said why/);
		expect(await hub.ledger.rejectReturn('R1', 'worn')).toMatchObject({
			...{ state: 'rejected', rejectedBecause: 'worn', refund: { state: 'none' } },
		});
		await expect(hub.ledger.approveReturn('R1', whole)).rejects.toThrow(/is rejected, so nothing/);
		expect(await hub.request({ code: null })).toMatchObject({
			code: expect.stringMatching(/^R-\d{6}$/),
			lines: [{ requested: 2 }, { requested: 1 }],
		});
	});

	test.each<[string, Partial<ReturnDraft>, RegExp]>([
		['more than left', { lines: [units('1', 3)] }, /2 units may still come back, not 3/],
		['a line it has not', { lines: [units('C', 1)] }, /no line "C"\. Pick one of: 1 \(A\), 2 \(B/],
		['half a unit', { lines: [units('1', 0.5)] }, /0\.5 is not a number of units/],
		['no unit', { lines: [units('1', 0)] }, /0 is not a number of units/],
		['an order that is not there', { order: '77' }, /no order with the channel's id "77"/],
		['a code like the hub gives', { code: 'R-000007' }, /gives such numbers itself/],
	])('of %s is refused', async (_, change, message) => {
		await hub.delivered('1');
		await expect(hub.request(change)).rejects.toThrow(message);
		expect(await hub.ledger.getReturns({ limit: 9 })).toEqual([]);
	});

	test('of an order that was not delivered is refused', async () => {
		await hub.accept('1');
		await expect(hub.request()).rejects.toThrow(/it is new_order, and nothing of it was delivered/);
	});

	test('refuses a step before its turn, and says which is next', async () => {
		await hub.delivered('1');
		await hub.request();
		const all = { all: 'passed', restock: true } as const;
		await expect(hub.ledger.orderReturn('R1', asItIs)).rejects.toThrow(/Approve it first/);
		await expect(hub.ledger.receiveReturn('R1')).rejects.toThrow(/requested and not on its way/);
		await expect(hub.ledger.checkReturn('R1', all)).rejects.toThrow(/Receive it first/);
		await expect(hub.ledger.markRefunded('R1', '5')).rejects.toThrow(/Approve it first/);
		await expect(
			hub.ledger.approveReturn('R1', { ...whole, lines: [{ line: '1', quantity: 3 }] }),
		).rejects.toThrow(/2 units were asked for, and 3 cannot/);
		await hub.ledger.approveReturn('R1', whole);
		await expect(hub.ledger.checkReturn('R1', all)).rejects.toThrow(/Receive it first/);
		await expect(hub.ledger.orderReturn('R1', { ...asItIs, hub: 'x' })).rejects.toThrow(
			/no hub "x/,
		);
		await hub.ledger.orderReturn('R1', asItIs);
		await hub.ledger.receiveReturn('R1');
		await expect(
			hub.ledger.checkReturn('R1', [{ line: '1', passed: 2, failed: 1, restock: true }]),
		).rejects.toThrow(/2 units were approved, and 3 cannot have come/);
		expect(await hub.standing()).toEqual([
			...['return_in_progress', ['return_in_progress'], [0, 0]],
		]);
	});

	test('said again, each step answers the same and does nothing more', async () => {
		await hub.delivered('1', '2');
		const again = async (step: () => Promise<object>) => {
			const { isNew, ...first } = { isNew: null, ...(await step()) };
			expect({ isNew: null, ...(await step()) }).toMatchObject(first);
			return isNew;
		};
		const draft = { lines: [units('A', 2)] };
		expect(await again(() => hub.request(draft))).toBe(true);
		expect(await hub.request(draft)).toMatchObject({ code: 'R1', isNew: false });
		await expect(hub.request({ lines: [units('A', 1)] })).rejects.toThrow(/already: of order N1/);
		await expect(hub.request({ order: '2' })).rejects.toThrow(/already: of order N1, requested/);
		await again(() => hub.ledger.approveReturn('R1', whole));
		const on = { hub: 'ankara', returnOrder: 'back-1', tracking: tracked('T9') };
		await again(() => hub.ledger.orderReturn('R1', on));
		expect(await hub.ledger.orderReturn('R1', asItIs)).toMatchObject(on);
		await again(() => hub.ledger.receiveReturn('R1'));
		const found = [{ line: '1', passed: 2, failed: 0, restock: true }];
		await again(() => hub.ledger.checkReturn('R1', found));
		await expect(hub.ledger.checkReturn('R1', { all: 'failed', restock: false })).rejects.toThrow(
			/was checked already, and something else/,
		);
		await again(() => hub.ledger.markRefunded('R1', '10.00'));
		await expect(hub.ledger.markRefunded('R1', '11')).rejects.toThrow(/10\.00 TRY were refunded/);
		expect(await hub.sql("SELECT change FROM movements WHERE kind = 'returned'")).toEqual([
			{ change: 2 },
		]);
		expect(await hub.events()).toHaveLength(6);
	});

	test('that many process at once is counted and restocked once', async () => {
		await hub.delivered('1');
		const processes = await Promise.all(Array.from({ length: 8 }, () => hub.again()));
		const asked = await Promise.allSettled(
			processes.map((one) =>
				one.requestReturn({
					...{ store: 'ikas-tr', order: '1', code: null, kind: 'customer', reason: '' },
					lines: [units('1', 1)],
				}),
			),
		);
		expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		for (const { code } of await hub.ledger.getReturns({ limit: 9 })) {
			await hub.ledger.approveReturn(code, whole);
			await hub.ledger.orderReturn(code, asItIs);
			await hub.ledger.receiveReturn(code);
			const checked = await Promise.all(
				processes.map((one) => one.checkReturn(code, { all: 'passed', restock: true })),
			);
			expect(new Set(checked.map((one) => JSON.stringify(one))).size).toBe(1);
		}
		expect(await hub.onHand('A')).toBe(10);
		expect(await hub.standing()).toEqual(['partial_return', ['partial_return'], [2, 0]]);
		expect(await hub.sql("SELECT change FROM movements WHERE kind = 'returned'")).toEqual([
			{ change: 1 },
			{ change: 1 },
		]);
	});
});
