import type { EventFilter } from '../../ledger/eventShapes';
import { engines, ikasStore } from '../support/ledgers';
import { placed } from '../support/placed';

const everything: EventFilter = { stores: [], types: [], limit: 50 };
const arrivals: EventFilter = { ...everything, types: ['order_created'] };

describe.each(engines)('events that are delivered or never will be, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const claim = (filter: EventFilter = arrivals, consumer = 'shop') =>
		hub.ledger.claimEvents(consumer, filter);
	const acknowledge = (...ids: readonly number[]) => hub.ledger.acknowledgeEvents('shop', ids);
	const giveBack = (...ids: readonly number[]) => hub.ledger.returnEvents('shop', ids);
	/** Whoever claimed events has died. */
	const lapse = () => hub.sql('UPDATE deliveries SET lease_until = 1');
	/** So long ago that no open transaction can be from before. */
	const settle = () => hub.sql('UPDATE events SET at = 1');
	const place = async () => (await hub.sql('SELECT after_event FROM consumers'))[0]?.after_event;
	const newest = async () => (await hub.sql('SELECT MAX(id) AS id FROM events'))[0]?.id;

	test('leaves behind what is settled and done or not for it, and forgets its deliveries', async () => {
		await claim();
		await hub.take(placed('1'));
		await hub.route();
		const [event] = await claim();
		await settle();
		await claim();
		expect(await place()).toBe((event?.id ?? 0) - 1);
		await acknowledge(event?.id ?? 0);
		await claim();
		expect(await place()).toBe(await newest());
		expect(await hub.sql('SELECT * FROM deliveries')).toEqual([]);
	});

	test('does not leave young events behind, though they are done', async () => {
		await claim();
		const before = await place();
		await hub.take(placed('1'));
		const [event] = await claim();
		await acknowledge(event?.id ?? 0);
		expect(await claim()).toEqual([]);
		expect(await place()).toBe(before);
	});

	test.each([
		['gives back', giveBack],
		['dies with', lapse],
	] as const)('G8: an event that every execution %s goes to a person', async (_, lose) => {
		await claim();
		await hub.take(placed('1'));
		for (let times = 1; times <= 5; times++) {
			const [event] = await claim();
			expect(event?.attempt).toBe(times);
			await lose(event?.id ?? 0);
		}
		expect(await claim()).toEqual([]);
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'event_undelivered',
				cause: expect.stringContaining('(order_created, order N1) was delivered 5 times to "shop"'),
				payload: { consumer: 'shop', type: 'order_created', order: '1' },
			},
		]);
	});

	test('G8: what was given back too often goes to a person at once', async () => {
		await claim();
		await hub.take(placed('1'));
		for (let times = 1; times <= 5; times++) {
			expect(await hub.exceptions()).toEqual([]);
			await giveBack(...(await claim()).map(({ id }) => id));
		}
		expect(await hub.exceptions()).toEqual(['event_undelivered']);
	});

	test('G8: that exceptions are not listened to makes no endless row of exceptions', async () => {
		const raised = { ...everything, types: ['exception_raised'] } as const;
		await claim(raised);
		await hub.take(placed('1', { location: 'loc-bursa' }));
		for (let times = 0; times < 30; times++) {
			await giveBack(...(await claim(raised)).map(({ id }) => id));
		}
		expect(await hub.exceptions()).toEqual(['unknown_location', 'event_undelivered']);
	});
});
