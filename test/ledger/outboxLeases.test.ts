import { engines } from '../support/ledgers';
import { failure, tellingStore } from '../support/telling';

describe.each(engines)('who sends a channel update, on $engine', ({ open }) => {
	const hub = tellingStore(open);
	const rowOf = async (id: number) => (await hub.sql('SELECT * FROM outbox WHERE id = ?', id))[0];

	test('G7: many claimers at once, also of other processes, never get the same update', async () => {
		await hub.accept(...Array.from({ length: 20 }, (_, at) => `${at}`));
		const processes = [hub.ledger, await hub.again(), await hub.again(), await hub.again()];
		const claims = await Promise.all(
			Array.from({ length: 16 }, (_, at) => hub.claim(2, processes[at % processes.length])),
		);
		const ids = claims.flat().map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const left = await hub.claim();
		expect(ids.length + left.length).toBe(20);
	});

	test('G4: while a lease runs nobody else gets the update; when it has run out, somebody does', async () => {
		await hub.accept('1');
		const first = await hub.claimOne();
		expect(await hub.claim(50, await hub.again())).toEqual([]);
		await hub.lapse();
		expect(await hub.claimOne()).toEqual({
			...{ ...first, fence: first.fence + 1, attempts: 2 },
			update: { ...first.update, now: expect.any(String) },
		});
	});

	test('G4: renewing a lease keeps the update', async () => {
		await hub.accept('1');
		const one = await hub.claimOne();
		await hub.lapse();
		await hub.ledger.holdUpdate(one);
		expect(await hub.claim()).toEqual([]);
	});

	describe('where more waits than one execution tells at once', () => {
		const numbersOf = async (limit: number) => {
			const claims = await (await hub.again()).claimBatch('ikas-tr', limit);
			return claims.map(({ update }) => update.number);
		};
		const told = async () => {
			const claims = await hub.ledger.claimBatch('ikas-tr', 2);
			return async () => {
				for (const one of claims) await hub.ledger.completeUpdate(one, 'told');
			};
		};
		beforeEach(() => hub.accept('1', '2', '3', '4', '5'));

		test('the one that tells goes on with the rest, and what takes an order off passes', async () => {
			const end = await told();
			expect(await numbersOf(2)).toEqual([]);
			await hub.move('5', 'cancelled');
			expect(await numbersOf(2)).toEqual(['N5']);
			await end();
			expect(await numbersOf(2)).toEqual(['N3', 'N4']);
		});

		test('somebody else goes on once its lease has run out', async () => {
			await told();
			await hub.lapse();
			expect(await numbersOf(2)).toEqual(['N1', 'N2']);
		});

		test('what is left of them at the end is told at the same time', async () => {
			await told();
			expect(await numbersOf(4)).toEqual(['N3', 'N4', 'N5']);
		});
	});

	test.each([
		['renew', 'holdUpdate', undefined],
		['complete', 'completeUpdate', 'told'],
		['fail', 'failUpdate', failure('rejected')],
	] as const)('G4: whoever lost the update can not %s it', async (_, does, said) => {
		await hub.accept('1');
		const lost = await hub.claimOne();
		await hub.lapse();
		const { id } = await hub.claimOne();
		const before = await rowOf(id);
		await expect(hub.ledger[does](lost, said as never)).rejects.toThrow(
			`Channel update ${id} of order N1 was taken over by another execution, so nothing was changed.`,
		);
		expect(await rowOf(id)).toEqual(before);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('what was told twice is done once', async () => {
		await hub.accept('1');
		const one = await hub.claimOne();
		const done = await hub.ledger.completeUpdate(one, 'sent');
		expect(done).toEqual({ id: one.id, state: 'done', dueAt: null });
		expect(await hub.ledger.completeUpdate(one, 'sent again')).toEqual(done);
		expect(await rowOf(one.id)).toMatchObject({ state: 'done', detail: 'sent' });
	});

	test.each([
		['holdUpdate', undefined],
		['failUpdate', failure('rejected')],
	] as const)('%s refuses an update that has ended', async (does, said) => {
		await hub.accept('1');
		const one = await hub.claimOne();
		await hub.ledger.completeUpdate(one, 'sent');
		await expect(hub.ledger[does](one, said as never)).rejects.toThrow(
			`Channel update ${one.id} of order N1 is done by now, so nothing was changed.`,
		);
	});

	test('refuses an update that does not exist', async () => {
		await expect(hub.ledger.completeUpdate({ id: 77, fence: 1 }, 'sent')).rejects.toThrow(
			'There is no channel update 77.',
		);
	});

	test('G7: an update whose order was cancelled before it was sent is not sent', async () => {
		await hub.accept('1');
		const one = await hub.claimOne();
		await hub.move('1', 'cancelled');
		await expect(hub.ledger.holdUpdate(one)).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('its order was cancelled meanwhile'),
		});
		expect((await hub.ledger.failUpdate(one, failure('unavailable'))).state).toBe('superseded');
		expect(await hub.send()).toEqual(['N1 CANCELLED']);
	});

	test('G7: an update that a person sends again does not cross the one that is being sent', async () => {
		await hub.accept('1');
		await hub.ledger.failUpdate(await hub.claimOne(), failure('rejected'));
		await hub.move('1', 'packed');
		const sending = await hub.claimOne();
		await hub.sql("UPDATE outbox SET state = 'pending' WHERE state = 'exception'");
		expect(await hub.claim()).toEqual([]);
		await hub.lapse();
		const again = await hub.claimOne();
		expect(again.update.channelStatus).toBe('ACCEPTED');
		await expect(hub.ledger.holdUpdate(sending)).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('another update of its order is being sent'),
		});
	});

	test('G7: an update that takes everybody down who sends it goes to a person', async () => {
		await hub.accept('1');
		for (let tries = 0; tries < 10; tries++) {
			await hub.claimOne();
			await hub.lapse();
		}
		expect(await hub.claim()).toEqual([]);
		expect(await hub.exceptions()).toEqual(['update_not_sent']);
	});
});
