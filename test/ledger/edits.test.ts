import { line, placed, revised } from '../support/placed';
import { engines, ikasStore } from '../support/ledgers';

describe.each(engines)('orders edited on the channel on $engine', ({ open }) => {
	const hub = ikasStore(open);

	test('G12: the edited orders of one page are routed again together, and none is promised twice', async () => {
		const many = Array.from({ length: 8 }, (_, at) => placed(`e${at}`));
		await hub.take(...many);
		await hub.route();
		await hub.take(...many.map((one) => revised(one, 5, { lines: [line('1', 'A', 3)] })));
		expect(await hub.reserved()).toEqual({ 'istanbul A': 9, 'ankara A': 9 });
		expect(await hub.sql("SELECT COUNT(*) AS n FROM orders WHERE status = 'on_hold'")).toEqual([
			{ n: 2 },
		]);
	});

	test('G12: an edit that is taken back on the channel closes its exception', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		await hub.take(revised(placed('1'), 10, {}));
		expect(await hub.exceptions()).toEqual([]);
	});

	test('G12: an edit before picking replaces lines, address and reservation and routes again in one go', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.take(
			revised(placed('1'), 5, {
				lines: [line('1', 'A', 1), line('2', 'B', 4)],
				location: 'loc-ank',
			}),
		);
		expect(await hub.order('1')).toMatchObject({
			status: 'new_order',
			hub: 'ankara',
		});
		expect(await hub.reserved()).toEqual({ 'ankara A': 1, 'ankara B': 4 });
	});

	test('G12: an edit that no longer fits ends on hold and holds nothing', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 99)] }));
		expect(await hub.order('1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'inventory_not_present',
		});
		expect(await hub.reserved()).toEqual({});
	});

	test('G12: an order that a person holds stays on hold when it is edited, and is tied to no hub', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'on_hold');
		await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 3)] }));
		expect(await hub.order('1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'forceful_on_hold',
			hub: null,
			lines: [{ ordered: 3, reserved: 0 }],
		});
	});

	test('G12: an order that was edited and shipped on the channel in one go takes stock by its new lines', async () => {
		await hub.take(placed('1'));
		await hub.route();
		const shipped = { statuses: ['package:FULFILLED'], hubStatus: 'shipped' as const };
		await hub.take(revised(placed('1'), 5, { ...shipped, lines: [line('1', 'A', 1)] }));
		expect(await hub.order('1')).toMatchObject({ status: 'shipped', lines: [{ shipped: 1 }] });
		expect((await hub.ledger.getStock('acme', 'A'))[1]).toMatchObject({ onHand: 9, reserved: 0 });
	});

	test('G12: from picked on an edit is an exception that shows the difference, and the hub keeps its copy', async () => {
		await hub.take(placed('1'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		const [outcome] = await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] }));
		expect(outcome?.outcome).toBe('exception');
		expect(await hub.order('1')).toMatchObject({
			status: 'picked',
			lines: [{ ordered: 2, reserved: 2 }],
		});
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'order_edited',
				payload: [{ field: 'line 1', hub: { ordered: 2 }, channel: { ordered: 1 } }],
			},
		]);
		expect(
			(await hub.take(revised(placed('1'), 5, { lines: [line('1', 'A', 1)] })))[0]?.outcome,
		).toBe('unchanged');
	});

	test('G12: a listing whose SKU changed keeps its SKU, and its orders wait for a person', async () => {
		await hub.ledger.importListings('ikas-tr', [{ id: 'listing-A', sku: 'A', title: 'Shirt' }]);
		const [outcome] = await hub.ledger.importListings('ikas-tr', [
			{ id: 'listing-A', sku: 'B', title: 'Shirt' },
		]);
		expect(outcome?.outcome).toBe('exception');
		await hub.take(placed('1', { lines: [{ ...line('1', 'B'), listing: 'listing-A' }] }));
		await hub.route();
		expect(await hub.order('1')).toMatchObject({
			status: 'on_hold',
			holdReason: 'sku_not_valid',
		});
		expect(await hub.reserved()).toEqual({});
		expect(await hub.exceptions()).toEqual(['listing_sku_changed']);
	});
});
