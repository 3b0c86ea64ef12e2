import { engines } from '../support/ledgers';
import { failure, tellingStore } from '../support/telling';

const why = 'There is no call for that.';

describe.each(engines)(
	'a channel update that the channel does not take, on $engine',
	({ open }) => {
		const hub = tellingStore(open);
		const untaken = async () => {
			const claim = await hub.claimOne();
			return { claim, ended: await hub.ledger.completeUpdate(claim, why, { isUntaken: true }) };
		};
		const events = async () =>
			(await hub.ledger.getEvents({ stores: [], types: ['update_untaken'], limit: 9 })).map(
				({ order, detail }) => [order?.number, detail],
			);

		test('ends with the reason, is found by it, and the next one of its order goes', async () => {
			await hub.accept('1');
			const { claim, ended } = await untaken();
			expect(ended).toEqual({ id: claim.id, state: 'untaken', dueAt: null });
			const filter = { store: 'ikas-tr', state: 'untaken', limit: 9 } as const;
			expect(await hub.ledger.getUpdates(filter)).toMatchObject([
				{ id: claim.id, detail: why, endedAt: expect.any(String) },
			]);
			expect(await events()).toEqual([['N1', why]]);
			expect(await hub.exceptions()).toEqual([]);
			await hub.move('1', 'packed');
			expect(await hub.send()).toEqual(['N1 READY']);
			expect(await hub.outbox()).toEqual(['N1 ACCEPTED untaken', 'N1 READY done']);
		});

		test('is said twice and told once, and whoever lost it changes nothing', async () => {
			await hub.accept('1');
			const { claim, ended } = await untaken();
			expect(await hub.ledger.completeUpdate(claim, 'told')).toEqual(ended);
			expect(await hub.outbox()).toEqual(['N1 ACCEPTED untaken']);
			expect(await events()).toHaveLength(1);
			await expect(hub.ledger.failUpdate(claim, failure('rejected'))).rejects.toThrow(
				/is untaken by now, so nothing was changed/,
			);
		});

		test('is not said again when nothing else is to be said, and a cancel leaves it as it ended', async () => {
			await hub.accept('1');
			await hub.send();
			await hub.move('1', 'packed');
			await untaken();
			await hub.move('1', 'ready_to_ship');
			expect(await hub.claim()).toEqual([]);
			await hub.move('1', 'cancelled');
			expect(await hub.outbox()).toEqual([
				'N1 ACCEPTED done',
				'N1 READY untaken',
				'N1 CANCELLED pending',
			]);
		});

		test('does not keep a person from sending an earlier one again: the channel has heard nothing since', async () => {
			const exception = await hub.refusedUpdate();
			await hub.move('1', 'packed');
			await untaken();
			expect(await hub.ledger.retryException(exception.id)).toMatchObject({ did: 'requeued' });
			expect(await hub.send()).toEqual(['N1 ACCEPTED']);
		});
	},
);
