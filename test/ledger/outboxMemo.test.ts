import { engines } from '../support/ledgers';
import { line, placed, revised } from '../support/placed';
import { tellingStore } from '../support/telling';

const soon = '2020-01-01T00:00:00.000Z';

describe.each(engines)('what the connector notes on an order, on $engine', ({ open }) => {
	const hub = tellingStore(open);
	const order = placed('1', { lines: [line('1', 'A')], memo: 'as it came' });
	beforeEach(async () => {
		await hub.take(order);
		await hub.route();
	});
	const postpone = async (memo?: string) =>
		await hub.ledger.postponeUpdate(await hub.claimOne(), 'not yet', { until: soon, memo });
	const claimedMemo = async () => {
		await hub.sql('UPDATE outbox SET due_at = 0, lease_until = NULL');
		return (await hub.claimOne()).update.memo;
	};

	test('while an update waits is at hand when it is tried again', async () => {
		expect(await claimedMemo()).toBe('as it came');
		await hub.lapse();
		await postpone('invoiced');
		expect(await claimedMemo()).toBe('invoiced');
		await hub.lapse();
		await postpone();
		expect(await claimedMemo()).toBe('invoiced');
	});

	test('with an update that was told is at hand for the next', async () => {
		await hub.ledger.completeUpdate(await hub.claimOne(), 'told', { memo: 'accepted' });
		await hub.move('1', 'packed');
		expect(await claimedMemo()).toBe('accepted');
	});

	test('is kept when the update is moot by now: the cancel needs it', async () => {
		const sending = await hub.claimOne();
		await hub.move('1', 'cancelled');
		await hub.ledger.postponeUpdate(sending, 'not yet', { until: soon, memo: 'invoiced' });
		expect((await hub.claimOne()).update).toMatchObject({ effect: 'cancel', memo: 'invoiced' });
	});

	test('stays while the channel says the same, and gives way to what a newer revision brings', async () => {
		await postpone('invoiced');
		expect(await hub.take(order)).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await claimedMemo()).toBe('invoiced');
		await hub.lapse();
		await hub.take(revised(order, 5, { memo: 'newer' }));
		expect(await claimedMemo()).toBe('newer');
	});

	test('stays when a newer revision brings none', async () => {
		await postpone('invoiced');
		await hub.take(revised(order, 5, { memo: undefined, number: 'renamed' }));
		expect(await claimedMemo()).toBe('invoiced');
		await hub.lapse();
		await hub.take(revised(order, 9, { memo: undefined, lines: [line('1', 'A', 2)] }));
		expect((await hub.order('1')).order.memo).toBe('invoiced');
	});

	test('comes with a revision as well that the hub does not follow', async () => {
		await hub.send();
		await hub.move('1', 'packed');
		await hub.take(revised(order, 5, { lines: [line('1', 'A', 9)], memo: 'newer' }));
		expect(await hub.exceptions()).toEqual(['order_edited']);
		expect(await hub.order('1')).toMatchObject({ order: { lines: [{ ordered: 1 }] } });
		expect(await claimedMemo()).toBe('newer');
	});
});
