import { engines } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { tellingStore } from '../support/telling';

describe.each(engines)('an exception that a person dismisses, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	test('a dismissed exception keeps the reason, and its update is never sent', async () => {
		const { id } = await hub.refusedUpdate();
		const dismissed = await hub.ledger.dismissException(id, 'done by hand');
		expect(dismissed).toMatchObject({ state: 'dismissed', dismissedBecause: 'done by hand' });
		expect(await hub.ledger.getExceptions('ikas-tr', 50, { state: 'dismissed' })).toEqual([
			dismissed,
		]);
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED dismissed']);
		expect(await hub.claim()).toEqual([]);
	});

	test('a dismissed exception that comes again with other content is open and has no reason', async () => {
		await hub.take(placed('1', { location: 'loc-bursa' }));
		await hub.ledger.dismissException((await hub.theException()).id, 'a test order');
		await hub.take(placed('1', { location: 'loc-van' }));
		expect(await hub.theException()).toMatchObject({ state: 'open', dismissedBecause: null });
	});

	test('a dismissed order holds no stock back, also when it comes again as it was', async () => {
		const heldBack = async () =>
			(await hub.ledger.getAvailability('ikas-tr', ['A'])).map((of) => of.heldBack);
		const order = placed('1', { location: 'loc-bursa' });
		await hub.take(order);
		expect(await heldBack()).toEqual([2]);
		await hub.ledger.dismissException((await hub.theException()).id, 'a test order');
		expect(await heldBack()).toEqual([0]);
		await hub.take(order);
		expect(await heldBack()).toEqual([0]);
		await hub.take({ ...order, lines: [line('1', 'A', 3)] });
		expect(await heldBack()).toEqual([3]);
	});

	test.each([
		['an unknown exception', 77, 'x', 'There is no exception 77.'],
		['a blank reason', null, ' ', 'the reason is blank'],
	])('dismissing refuses %s', async (_, unknown, reason, message) => {
		const { id } = await hub.refusedUpdate();
		await expect(hub.ledger.dismissException(unknown ?? id, reason)).rejects.toThrow(message);
		expect(await hub.exceptions()).toEqual(['update_refused']);
	});
});
