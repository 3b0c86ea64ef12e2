import { line, placed, revised } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

const told = [
	{ hubStatus: 'packed', channelStatus: 'package:READY_FOR_SHIPMENT' },
	{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
	{ hubStatus: 'cancelled', channelStatus: 'status:CANCELLED' },
] as const;

const splitting = {
	code: 'splitting',
	rules: [
		{
			name: 'fewest',
			strategy: 'fewestParcels' as const,
			split: { smallestValue: 0, mostParcels: null },
		},
	],
};

describe.each(engines)('what leaves the hub, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const move = (id: string, status: never | string, detail = {}) =>
		hub.ledger.changeStatus('ikas-tr', id, status as 'shipped', detail);
	const updates = async (order?: string) => {
		const all = await hub.ledger.getUpdates({
			store: 'ikas-tr',
			limit: 50,
			...(order && { order }),
		});
		return all.toSorted((left, right) => left.id - right.id);
	};
	const effects = async (order?: string) =>
		(await updates(order)).map(
			({ state, update }) => `${update.effect} ${update.channelStatus} ${state}`,
		);

	const settle = (change = {}) =>
		hub.ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: told, ...change }) }));

	/** Three of A at İstanbul and three of B at Ankara: an order for both leaves in two parcels. */
	const split = async () => {
		await hub.ledger.saveRuleSet(splitting);
		await settle({ ruleSet: 'splitting', splitOrders: true });
		const counts = [
			['A', 'istanbul', 3],
			['A', 'ankara', 0],
			['B', 'istanbul', 0],
			['B', 'ankara', 3],
		] as const;
		await hub.ledger.setStock(
			counts.map(([sku, at, onHand]) => ({ seller: 'acme', sku, hub: at, onHand })),
		);
		await hub.take(placed('1', { lines: [line('1', 'A', 2), line('2', 'B', 1)] }));
		await hub.route();
		return (await hub.order('1')).parcels;
	};

	test('an order has one parcel for its hub, from the moment it is routed', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 2), line('2', 'B', 1)] }));
		await hub.route();
		expect((await hub.order('1')).parcels).toMatchObject([
			{
				hub: 'istanbul',
				status: 'new_order',
				tracking: null,
				shippedAt: null,
				lines: [
					{ line: '1', sku: 'A', quantity: 2 },
					{ line: '2', sku: 'B', quantity: 1 },
				],
			},
		]);
		await move('1', 'on_hold');
		expect((await hub.order('1')).parcels).toEqual([]);
	});

	test('every status that the map knows enters the outbox with what it is about, once', async () => {
		await settle();
		await hub.take(placed('1', { location: 'loc-ist' }));
		await hub.route();
		await move('1', 'picked');
		await move('1', 'packed');
		await move('1', 'packed');
		await move('1', 'shipped', { tracking: { number: 'T1', carrier: 'Aras', url: null } });
		expect(await effects()).toEqual([
			'status package:READY_FOR_SHIPMENT pending',
			'status package:FULFILLED pending',
		]);
		expect((await updates())[1]).toMatchObject({
			update: {
				order: '1',
				number: 'N1',
				hubStatus: 'shipped',
				parcels: [
					{
						location: 'loc-ist',
						lines: [{ line: '1', quantity: 2 }],
						tracking: { number: 'T1', carrier: 'Aras', url: null },
					},
				],
			},
		});
	});

	test('what the map does not know is told to nobody', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await move('1', 'shipped');
		expect(await updates()).toEqual([]);
	});

	test('a late tracking number is an effect of its own; the same one again is none', async () => {
		await settle();
		await hub.take(placed('1'));
		await hub.route();
		await move('1', 'shipped');
		const late = { number: 'T9', carrier: null, url: 'https://track.example/T9' };
		await hub.ledger.setTracking('ikas-tr', '1', late);
		await hub.ledger.setTracking('ikas-tr', '1', late);
		expect(await effects()).toEqual([
			'status package:FULFILLED pending',
			'tracking package:FULFILLED pending',
		]);
		expect((await hub.order('1')).parcels).toMatchObject([{ tracking: late }]);
		await expect(hub.ledger.setTracking('ikas-tr', '1', { ...late, number: ' ' })).rejects.toThrow(
			/tracking number is blank/,
		);
	});

	test('the tracking number that went out with the shipment is no news', async () => {
		await settle();
		await hub.take(placed('1'));
		await hub.route();
		const tracking = { number: 'T1', carrier: null, url: null };
		await move('1', 'shipped', { tracking });
		await hub.ledger.setTracking('ikas-tr', '1', tracking);
		expect(await effects()).toEqual(['status package:FULFILLED pending']);
	});

	test('an order that got its hub is accepted once, however often it is routed', async () => {
		await settle({
			workspaceStatusMap: [{ hubStatus: 'new_order', channelStatus: 'status:ACCEPTED' }],
		});
		await hub.take(placed('1'));
		await hub.route();
		await move('1', 'on_hold');
		await hub.ledger.releaseOrder('ikas-tr', '1');
		expect(await effects()).toEqual(['status status:ACCEPTED pending']);
	});

	test('a cancellation goes before what was to be sent earlier', async () => {
		await settle();
		await hub.take(placed('1'), placed('2'));
		await hub.route();
		await move('1', 'shipped');
		await move('2', 'cancelled');
		const claimed = await hub.ledger.claimUpdates('ikas-tr', 10);
		expect(claimed.map(({ update }) => update.effect)).toEqual(['cancel', 'status']);
	});

	test.each([
		['map and automation', told, true, ['cancel status:CANCELLED pending']],
		['the map alone', told, false, []],
		['automation alone', told.slice(0, 2), true, []],
	])(
		'a cancel in the hub reaches the channel by %s',
		async (_, map, automatedCancellation, expected) => {
			await settle({ workspaceStatusMap: map, automatedCancellation });
			await hub.take(placed('1'));
			await hub.route();
			await move('1', 'cancelled');
			expect(await effects()).toEqual(expected);
		},
	);

	test('a cancel takes the place of what was not yet sent', async () => {
		await settle();
		await hub.take(placed('1'));
		await hub.route();
		await move('1', 'packed');
		await move('1', 'cancelled');
		expect(await effects()).toEqual([
			'status package:READY_FOR_SHIPMENT superseded',
			'cancel status:CANCELLED pending',
		]);
	});

	test('when the channel cancels there is nothing left to tell it', async () => {
		await settle();
		const order = placed('1');
		await hub.take(order);
		await hub.route();
		await move('1', 'packed');
		await hub.take(revised(order, 5, { hubStatus: 'cancelled', statuses: ['status:CANCELLED'] }));
		expect(await effects()).toEqual(['status package:READY_FOR_SHIPMENT superseded']);
	});

	test('cancelled in the hub and shipped on the channel: what left, left, and a person hears of it', async () => {
		await settle({ automatedCancellation: false });
		const order = placed('1');
		await hub.take(order);
		await hub.route();
		await move('1', 'cancelled');
		await hub.take(revised(order, 5, { hubStatus: 'shipped', statuses: ['package:FULFILLED'] }));
		expect(await hub.order('1')).toMatchObject({
			status: 'shipped',
			flag: null,
			lines: [{ shipped: 2 }],
		});
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 8, reserved: 0 });
		expect(await hub.exceptions()).toEqual(['shipped_outside']);
	});

	test('what the channel cancelled stays cancelled, whatever comes later', async () => {
		const order = placed('1');
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, { hubStatus: 'cancelled', statuses: ['status:CANCELLED'] }));
		await hub.take(revised(order, 6, { hubStatus: 'shipped', statuses: ['package:FULFILLED'] }));
		expect((await hub.order('1')).status).toBe('cancelled');
	});

	test('an order that no hub has whole leaves in parcels, and is as far as the last of them', async () => {
		const [one, two] = await split();
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', hub: one?.hub });
		expect([one, two].map((parcel) => [parcel?.hub, parcel?.lines.length])).toEqual([
			['istanbul', 1],
			['ankara', 1],
		]);
		await move('1', 'shipped', { parcel: one?.parcel });
		expect(await hub.order('1')).toMatchObject({
			status: 'new_order',
			lines: [
				{ shipped: 2, reserved: 0 },
				{ shipped: 0, reserved: 1 },
			],
		});
		await expect(move('1', 'cancelled')).rejects.toThrow(/has left/);
		await move('1', 'packed', { parcel: two?.parcel });
		expect((await hub.order('1')).status).toBe('packed');
		await move('1', 'shipped');
		expect(await hub.order('1')).toMatchObject({
			status: 'shipped',
			parcels: [{ status: 'shipped' }, { status: 'shipped' }],
		});
		expect(await hub.reserved()).toEqual({});
		const parcels = (await updates()).map(({ update }) =>
			update.parcels.map(({ parcel }) => parcel),
		);
		expect(parcels).toEqual([[one?.parcel], [two?.parcel], [two?.parcel]]);
	});

	test('lines of one SKU are spread over the parcels, unit by unit', async () => {
		await split();
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 3 }]);
		await hub.take(placed('2', { lines: [line('1', 'A', 2), line('2', 'A', 2)] }));
		await hub.route();
		const { parcels, lines } = await hub.order('2');
		expect(lines.map(({ reserved }) => reserved)).toEqual([2, 2]);
		const units = parcels.map((parcel) => parcel.lines.reduce((sum, one) => sum + one.quantity, 0));
		expect(units.toSorted()).toEqual([1, 3]);
	});

	test('an order is split only where the store allows it', async () => {
		await split();
		await hub.ledger.saveStore(
			draft({ settings: settings({ ruleSet: 'splitting', splitOrders: false }) }),
		);
		await hub.take(placed('2', { lines: [line('1', 'A', 1), line('2', 'B', 1)] }));
		await hub.route();
		expect(await hub.order('2')).toMatchObject({
			holdReason: 'inventory_not_present',
			parcels: [],
		});
	});

	test('once a parcel is picked or has left, the channel can no longer change or cancel the order', async () => {
		const [one, two] = await split();
		const order = placed('1', { lines: [line('1', 'A', 2), line('2', 'B', 1)] });
		await move('1', 'picked', { parcel: one?.parcel });
		await hub.take(revised(order, 5, { lines: [line('1', 'A', 1)] }));
		expect(await hub.exceptions()).toEqual(['order_edited']);
		expect(await hub.reserved()).toEqual({ 'ankara B': 1, 'istanbul A': 2 });
		await move('1', 'shipped', { parcel: one?.parcel });
		await hub.take(revised(order, 6, { hubStatus: 'cancelled', statuses: ['status:CANCELLED'] }));
		expect(await hub.exceptions()).toContain('cancelled_after_shipping');
		expect((await hub.order('1')).parcels).toMatchObject([
			{ parcel: one?.parcel, status: 'shipped' },
			{ parcel: two?.parcel, status: 'new_order' },
		]);
	});

	test('each parcel has its own tracking number', async () => {
		const [one, two] = await split();
		const tracking = { number: 'T1', carrier: null, url: null };
		await expect(hub.ledger.setTracking('ikas-tr', '1', tracking)).rejects.toThrow(/Name one of/);
		await hub.ledger.setTracking('ikas-tr', '1', tracking, two?.parcel);
		expect((await hub.order('1')).parcels.map((parcel) => parcel.tracking)).toEqual([
			null,
			tracking,
		]);
		await expect(hub.ledger.setTracking('ikas-tr', '1', tracking, 999)).rejects.toThrow(
			`Its parcels are: ${one?.parcel}, ${two?.parcel}.`,
		);
		await expect(move('1', 'cancelled', { parcel: one?.parcel })).rejects.toThrow(
			`Parcel ${one?.parcel} of order N1 cannot be cancelled alone: an order is cancelled as a whole. Cancel the whole order.`,
		);
		await expect(move('1', 'on_hold', { parcel: one?.parcel })).rejects.toThrow(
			/cannot become on_hold alone. Move the whole order/,
		);
	});

	test('a person assigns a hub by hand, among those mapped and able', async () => {
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 2 }]);
		await hub.take(placed('1'));
		await hub.route();
		const assigned = await hub.ledger.assignHub('ikas-tr', '1', 'ankara');
		expect(assigned).toMatchObject({
			hub: 'ankara',
			status: 'new_order',
			decision: { unasked: 'a person chose the hub' },
		});
		expect(await hub.reserved()).toEqual({ 'ankara A': 2 });
		await hub.take(placed('2'));
		await expect(hub.ledger.assignHub('ikas-tr', '2', 'ankara')).rejects.toThrow(
			/2 of SKU "A" wanted, 0 free at "ankara"/,
		);
		await expect(hub.ledger.assignHub('ikas-tr', '2', 'izmir')).rejects.toThrow(
			/not in the store's hub map.*istanbul, ankara/,
		);
		await move('1', 'picked');
		await expect(hub.ledger.assignHub('ikas-tr', '1', 'istanbul')).rejects.toThrow(
			/until it is picked/,
		);
		expect(await hub.reserved()).toEqual({ 'ankara A': 2 });
	});

	test('every step is told: the turns that people wait for by name, the others as a change', async () => {
		const told = async () =>
			(await hub.sql('SELECT type FROM events ORDER BY id')).map(({ type }) => type);
		const order = placed('1');
		await hub.take(order, placed('2'));
		await hub.route();
		await move('1', 'on_hold');
		await hub.ledger.releaseOrder('ikas-tr', '1');
		await move('1', 'packed');
		await move('1', 'shipped');
		await move('2', 'cancelled');
		await hub.take(revised(order, 9, { hubStatus: 'delivered', statuses: ['package:DELIVERED'] }));
		expect((await told()).slice(4)).toEqual([
			'order_on_hold',
			'order_released',
			'order_assigned',
			'status_changed',
			'order_shipped',
			'order_cancelled',
			'order_updated',
			'status_changed',
		]);
	});

	test('a held order is released and routed in one step', async () => {
		await hub.take(placed('1', { hubStatus: 'on_hold' }));
		expect(await hub.order('1')).toMatchObject({ holdReason: 'require_manual_approval' });
		await hub.sql("UPDATE orders SET hold_reason = 'forceful_on_hold'");
		expect(await hub.ledger.releaseOrder('ikas-tr', '1')).toMatchObject({
			status: 'new_order',
			hub: 'istanbul',
		});
		await expect(hub.ledger.releaseOrder('ikas-tr', '1')).rejects.toThrow(/not on hold/);
	});

	test('deciding only changes nothing', async () => {
		await hub.take(placed('1'));
		expect(await hub.ledger.decideWaiting('ikas-tr', 10)).toMatchObject([
			{
				order: '1',
				decision: { hub: 'istanbul', parcels: [{ hub: 'istanbul', contents: [['A', 2]] }] },
			},
		]);
		expect(await hub.order('1')).toMatchObject({ status: 'created', hub: null, decision: null });
		expect(await hub.reserved()).toEqual({});
	});

	test('a hub takes no more orders than its limit', async () => {
		await hub.ledger.saveHub({
			code: 'istanbul',
			name: 'İstanbul',
			active: true,
			latitude: null,
			longitude: null,
			orderLimit: 1,
			workingHours: null,
		});
		await hub.take(placed('1'), placed('2'));
		const { routed } = await hub.route();
		expect(routed.map(({ decision }) => decision.hub)).toEqual(['istanbul', 'ankara']);
		await hub.take(placed('3'));
		await hub.route();
		expect((await hub.order('3')).hub).toBe('ankara');
		await move('1', 'shipped');
		await hub.take(placed('4'));
		await hub.route();
		expect((await hub.order('4')).hub).toBe('istanbul');
	});

	test('an order that no rule could place is looked at again after a while', async () => {
		await settle({ hubMap: [] });
		await hub.take(placed('1'));
		await hub.route();
		expect((await hub.order('1')).holdReason).toBe('not_able_to_route');
		expect((await hub.route()).routed).toEqual([]);
		await hub.sql('UPDATE orders SET updated_at = updated_at - 700000');
		expect((await hub.route()).routed).toHaveLength(1);
		expect(await hub.sql("SELECT type FROM events WHERE type = 'order_on_hold'")).toHaveLength(1);
	});
});
