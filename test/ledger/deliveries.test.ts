import type { EventFilter } from '../../ledger/eventShapes';
import { elements } from '../../ledger/statement';
import { engines, ikasStore } from '../support/ledgers';
import { placed } from '../support/placed';

const everything: EventFilter = { stores: [], types: [], limit: 50 };
const arrivals: EventFilter = { ...everything, types: ['order_created'] };

describe.each(engines)('events for the Order Hub Trigger, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const claim = (filter: EventFilter = arrivals, consumer = 'shop') =>
		hub.ledger.claimEvents(consumer, filter);
	const claimed = async (filter?: EventFilter) =>
		(await claim(filter)).map(({ order }) => order?.number);
	const acknowledge = (...ids: readonly number[]) => hub.ledger.acknowledgeEvents('shop', ids);
	const giveBack = (...ids: readonly number[]) => hub.ledger.returnEvents('shop', ids);
	/** Whoever claimed events has died. */
	const lapse = () => hub.sql('UPDATE deliveries SET lease_until = 1');

	test('a new consumer begins with what happens from now on', async () => {
		await hub.take(placed('old'));
		expect(await claim()).toEqual([]);
		await hub.take(placed('1'));
		expect(await claimed()).toEqual(['N1']);
	});

	test('an event carries its order as it stands now', async () => {
		await claim();
		await hub.take(placed('1'));
		await hub.route();
		const [event] = await claim();
		expect(event).toEqual({
			id: expect.any(Number),
			type: 'order_created',
			store: 'ikas-tr',
			at: expect.stringMatching(/^20.*Z$/),
			detail: 'created',
			attempt: 1,
			order: {
				id: '1',
				number: 'N1',
				status: 'new_order',
				holdReason: null,
				hub: 'istanbul',
				subOrders: [],
			},
			subOrder: null,
		});
	});

	test('an event about no order carries none', async () => {
		const sold = { ...everything, types: ['stock_out'] } as const;
		await claim(sold);
		await hub.ledger.setStock(
			['istanbul', 'ankara'].map((at) => ({ seller: 'acme', sku: 'A', hub: at, onHand: 0 })),
		);
		expect(await claim(sold)).toMatchObject([{ type: 'stock_out', detail: 'A', order: null }]);
	});

	test('what a consumer holds is not handed out again, what it acknowledged never', async () => {
		await claim();
		await hub.take(placed('1'));
		const [event] = await claim();
		expect(await claim()).toEqual([]);
		await acknowledge(event?.id ?? 0);
		await lapse();
		expect(await claim()).toEqual([]);
	});

	test('what was given back, or held by somebody who died, is handed out again', async () => {
		await claim();
		await hub.take(placed('1'), placed('2'));
		const [first, second] = await claim();
		await giveBack(first?.id ?? 0);
		expect(await claim()).toEqual([{ ...first, attempt: 2 }]);
		await lapse();
		expect(await claim()).toEqual([
			{ ...first, attempt: 3 },
			{ ...second, attempt: 2 },
		]);
	});

	test('filters by type and by store; what concerns every store is for each', async () => {
		for (const consumer of ['typed', 'stored', 'elsewhere']) await claim(everything, consumer);
		await hub.take(placed('1'));
		await hub.route();
		await hub.sql(
			"INSERT INTO events (store, type, order_id, detail, at) VALUES (NULL, 'stock_out', NULL, 'A', {now})",
		);
		const types = async (consumer: string, filter: Partial<EventFilter>) =>
			(await claim({ ...everything, ...filter }, consumer)).map(({ type }) => type);
		expect(await types('typed', { types: ['order_assigned', 'gap_found'] })).toEqual([
			'order_assigned',
		]);
		expect(await types('stored', { stores: ['ikas-tr', 'other'] })).toEqual([
			'order_created',
			'order_assigned',
			'stock_out',
		]);
		expect(await types('elsewhere', { stores: ['other'] })).toEqual(['stock_out']);
	});

	test('consumers do not take events from each other', async () => {
		await claim(arrivals, 'one');
		await claim(arrivals, 'other');
		await hub.take(placed('1'));
		expect(await claim(arrivals, 'one')).toHaveLength(1);
		expect(await claim(arrivals, 'other')).toHaveLength(1);
	});

	test('claimers at once share the events of a consumer, and none gets the same', async () => {
		await claim();
		await hub.take(...Array.from({ length: 40 }, (_, at) => placed(`${at}`)));
		const processes = [hub.ledger, await hub.again(), await hub.again()];
		const claims = await Promise.all(
			Array.from({ length: 20 }, (_, at) =>
				processes[at % 3]?.claimEvents('shop', { ...arrivals, limit: 3 }),
			),
		);
		const ids = claims.flat().map((event) => event?.id);
		expect(ids).toHaveLength(40);
		expect(new Set(ids).size).toBe(40);
	});

	test('a consumer that was away catches up in the order in which things happened', async () => {
		await claim();
		for (let at = 0; at < 9; at++) await hub.take(placed(`${at}`));
		const seen: (string | undefined)[] = [];
		for (;;) {
			const events = await claim({ ...arrivals, limit: 2 });
			if (events.length === 0) break;
			seen.push(...events.map(({ order }) => order?.number));
			await acknowledge(...events.map(({ id }) => id));
		}
		expect(seen).toEqual(Array.from({ length: 9 }, (_, at) => `N${at}`));
	});

	test('finds its events behind thousands that are not for it, settled or young', async () => {
		await claim();
		const noise = (at: string) =>
			hub.sql(
				`INSERT INTO events (type, at) SELECT 'gap_found', ${at} FROM {elements} AS many`,
				elements(Array.from({ length: 5000 }, (_, one) => one)),
			);
		await noise('1');
		await noise('{now}');
		await hub.take(placed('1'));
		expect(await claimed()).toEqual(['N1']);
		expect(await claim()).toEqual([]);
	});

	test('an event that becomes visible behind later ones is delivered all the same', async () => {
		await claim();
		await hub.take(placed('1'), placed('2'));
		const late = (await hub.sql('SELECT MIN(id) AS id FROM events'))[0]?.id ?? 0;
		await hub.sql("UPDATE events SET type = 'unseen' WHERE id = ?", late);
		const [event] = await claim();
		await acknowledge(event?.id ?? 0);
		expect(await claim()).toEqual([]);
		await hub.sql("UPDATE events SET type = 'order_created' WHERE id = ?", late);
		expect(await claimed()).toEqual(['N1']);
	});

	test('refuses a consumer without a name', async () => {
		await expect(claim(arrivals, ' ')).rejects.toThrow('has no name');
	});

	test('shows the newest events without delivering them', async () => {
		await hub.take(placed('1'), placed('2'), placed('3'));
		const look = async () =>
			(await hub.ledger.getEvents({ ...arrivals, limit: 2 })).map(({ order }) => order?.number);
		expect(await look()).toEqual(['N2', 'N3']);
		expect(await look()).toEqual(['N2', 'N3']);
		expect(await hub.sql('SELECT * FROM consumers')).toEqual([]);
	});
});
