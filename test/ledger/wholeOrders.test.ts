import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { cancelled, line, placed, revised } from '../support/placed';

describe.each(engines)('an order that goes as a whole, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const order = placed('1', { isWhole: true, lines: [line('1', 'A', 2), line('2', 'B', 3)] });
	const fewer = (minutes: number) =>
		revised(order, minutes, { lines: [line('1', 'A', 2), line('2', 'B', 3, 1)] });
	const sentence = 'Line 2 (SKU B): 1 of 3 units cancelled on the channel.';
	const shipTo = order.shipTo && { ...order.shipTo, lines: ['Atatürk Bulvarı 5'] };

	const events = async () =>
		(await hub.ledger.getEvents({ stores: [], types: [], limit: 50 })).map(({ type }) => type);
	const noted = async () => {
		const { flag, order: copy } = await hub.order('1');
		return { flag, notFollowed: copy.notFollowed };
	};
	const marked = { flag: 'item_level_change', notFollowed: [sentence] };

	async function routed() {
		await hub.take(order);
		await hub.route();
	}

	test('keeps its lines and its hub when units of a line are cancelled on the channel, and says so', async () => {
		await routed();
		const before = await hub.order('1');
		expect(await hub.take(fewer(5))).toEqual([{ id: '1', outcome: 'updated', reason: sentence }]);
		expect(await hub.order('1')).toMatchObject({
			...before,
			...{ flag: 'item_level_change', decision: before.decision },
			order: { ...before.order, revisedAt: fewer(5).revisedAt, notFollowed: [sentence] },
		});
		expect(await hub.ledger.getOrders({ store: 'ikas-tr', limit: 1 })).toMatchObject([
			{ flag: 'item_level_change', order: { notFollowed: [sentence] } },
		]);
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2, 'istanbul B': 3 });
		expect(await hub.exceptions()).toEqual([]);
		expect((await events()).filter((type) => type === 'order_edited')).toEqual([]);
	});

	test.each([
		[
			'a line is added',
			[...order.lines, line('3', 'A', 1)],
			'Line 3 (SKU A): added on the channel, 1 unit.',
		],
		['a line is removed', order.lines.slice(0, 1), 'Line 2 (SKU B): removed on the channel.'],
		[
			'more is ordered',
			[line('1', 'A', 9), line('2', 'B', 3)],
			'Line 1 (SKU A): 9 units on the channel, 2 in the hub.',
		],
	])('keeps them as well when %s, also once it is picked', async (_, lines, change) => {
		await routed();
		await hub.take(revised(order, 5, { lines }));
		expect(await noted()).toEqual({ ...marked, notFollowed: [change] });
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await hub.take(revised(order, 6, { lines, statuses: ['payment:PAID'] }));
		expect(await noted()).toEqual({ ...marked, notFollowed: [change] });
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2, 'istanbul B': 3 });
		expect(await hub.exceptions()).toEqual([]);
	});

	test('says nothing any more once the channel takes the change back', async () => {
		await routed();
		await hub.take(fewer(5));
		expect((await hub.take(fewer(5)))[0]?.outcome).toBe('unchanged');
		expect(await noted()).toEqual(marked);
		await hub.take(revised(order, 10, {}));
		expect(await noted()).toEqual({ flag: null, notFollowed: undefined });
	});

	test('is cancelled with all its lines, and then nothing is left to be said of one', async () => {
		await routed();
		await hub.take(fewer(5));
		const none = [line('1', 'A', 2, 2), line('2', 'B', 3, 3)];
		await hub.take({ ...cancelled(order, 10), lines: none });
		expect((await hub.order('1')).status).toBe('cancelled');
		expect(await noted()).toEqual({ flag: null, notFollowed: undefined });
		expect(await hub.reserved()).toEqual({});
	});

	test('comes in without what was cancelled by then', async () => {
		await hub.take(fewer(0));
		await hub.route();
		expect(await noted()).toEqual({ flag: null, notFollowed: undefined });
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2, 'istanbul B': 2 });
	});

	test('goes to another hub with the lines that the hub has', async () => {
		await routed();
		await hub.take({ ...fewer(5), shipTo, location: 'loc-ank' });
		expect(await hub.order('1')).toMatchObject({ hub: 'ankara', order: { shipTo } });
		expect(await noted()).toEqual(marked);
		expect(await hub.reserved()).toEqual({ 'ankara A': 2, 'ankara B': 3 });
	});

	test('with another address once it is picked is an exception about the address alone', async () => {
		await routed();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await hub.take({ ...fewer(5), shipTo });
		expect(await hub.ledger.getExceptions('ikas-tr', 9)).toMatchObject([
			{ kind: 'order_edited', payload: [{ field: 'shipTo', channel: shipTo }] },
		]);
		expect(await hub.order('1')).toMatchObject({ order: { shipTo: order.shipTo } });
		expect(await noted()).toEqual(marked);
		await hub.take(fewer(10));
		expect(await hub.exceptions()).toEqual([]);
		expect(await noted()).toEqual(marked);
	});

	test('leaves as the hub has it when the channel ships it', async () => {
		await routed();
		await hub.take({ ...fewer(5), statuses: ['package:FULFILLED'], hubStatus: 'shipped' });
		expect(await hub.order('1')).toMatchObject({
			status: 'shipped',
			lines: [{ shipped: 2 }, { shipped: 3 }],
		});
		expect(await noted()).toEqual(marked);
	});

	test('is not cancelled parcel by parcel in the hub either', async () => {
		await routed();
		const [{ parcel } = { parcel: 0 }] = (await hub.order('1')).parcels;
		await expect(hub.ledger.changeStatus('ikas-tr', '1', 'cancelled', { parcel })).rejects.toThrow(
			`Parcel ${parcel} of order N1 cannot be cancelled alone: the channel takes the cancel of a whole order only. Cancel the whole order.`,
		);
		expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
	});

	test('that the hub cancelled is first of all still active on the channel', async () => {
		await routed();
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled');
		await hub.take(fewer(5));
		expect((await noted()).flag).toBe('active_on_channel');
	});

	describe('where its store could split', () => {
		const big = { ...order, lines: [line('1', 'A', 14)] };
		beforeEach(async () => {
			const split = { smallestValue: 0, mostParcels: null };
			await hub.ledger.saveRuleSet({
				code: 'splitting',
				rules: [{ name: 'split', strategy: 'priority', split }],
			});
			const may = settings({ splitOrders: true, ruleSet: 'splitting' });
			await hub.ledger.saveStore(draft({ settings: may }));
		});

		/** What only an OMS makes of it. */
		async function inTwoParcels() {
			await routed();
			await hub.sql(
				`INSERT INTO parcels (order_id, hub, status, label) SELECT order_id, 'ankara', 'new_order', '{"mimeType":"text/plain","base64":"TA=="}' FROM parcels`,
			);
			return (await hub.order('1')).parcels.map(({ parcel }) => parcel);
		}
		const refusal = /in 2 parcels, and its channel takes an order only as a whole and in one box/;

		test('is not split by routing', async () => {
			await hub.take(big, { ...big, id: '2', isWhole: undefined });
			await hub.route();
			expect(await hub.order('1')).toMatchObject({ status: 'on_hold', parcels: [] });
			expect(await hub.order('2')).toMatchObject({ status: 'new_order', parcels: [{}, {}] });
		});

		test.each(['packed', 'ready_to_ship', 'ready_for_handover', 'shipped'] as const)(
			'does not become %s in two parcels, neither whole nor one by one',
			async (status) => {
				const [parcel] = await inTwoParcels();
				for (const detail of [{}, { parcel }]) {
					await expect(hub.ledger.changeStatus('ikas-tr', '1', status, detail)).rejects.toThrow(
						refusal,
					);
				}
				expect((await hub.order('1')).status).toBe('new_order');
			},
		);

		test('gives no label of one of two parcels', async () => {
			const [, parcel] = await inTwoParcels();
			await expect(hub.ledger.getLabel('ikas-tr', '1', parcel)).rejects.toThrow(refusal);
			await hub.sql(`UPDATE orders SET body = REPLACE(body, '"isWhole":true', '"isWhole":false')`);
			expect(await hub.ledger.getLabel('ikas-tr', '1', parcel)).toMatchObject({ parcel });
		});

		test('may be picked and cancelled in two parcels all the same', async () => {
			await inTwoParcels();
			await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
			await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled');
			expect((await hub.order('1')).status).toBe('cancelled');
		});
	});
});
