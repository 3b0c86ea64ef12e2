import { placed, revised } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('a store whose orders a person approves, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const order = placed('1');
	const standing = async () => {
		const { status, holdReason } = await hub.order('1');
		return holdReason ?? status;
	};
	beforeEach(() => hub.ledger.saveStore(draft({ settings: settings({ approveOrders: true }) })));

	test('holds a new order until it is approved, and reserves nothing before', async () => {
		await hub.take(order);
		await hub.route();
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 99 }]);
		expect(await standing()).toBe('require_manual_approval');
		expect(await hub.reserved()).toEqual({});
		await hub.ledger.approveOrder('ikas-tr', '1');
		expect(await standing()).toBe('new_order');
	});

	test('asks for it once: an edit, and a hold by the channel, need no other', async () => {
		await hub.take(order);
		await hub.ledger.approveOrder('ikas-tr', '1');
		await hub.take(revised(order, 5, { shipTo: null }));
		expect(await standing()).toBe('new_order');
		const heldThere = { hubStatus: 'on_hold', statuses: ['status:HELD'] } as const;
		await hub.take(revised(order, 6, heldThere));
		await hub.take(revised(order, 7, {}));
		await hub.route();
		expect(await standing()).toBe('new_order');
	});

	test('waits for a person also where the channel held it and lets it go', async () => {
		await hub.take({ ...order, hubStatus: 'on_hold', statuses: ['status:HELD'] });
		await hub.take(revised(order, 5, {}));
		await hub.route();
		expect(await standing()).toBe('require_manual_approval');
	});

	test('has nothing to approve in what has left, or is not asked for', async () => {
		await hub.take(placed('1', { hubStatus: 'shipped', location: 'loc-ist' }));
		expect(await standing()).toBe('shipped');
		await hub.ledger.saveStore(
			draft({ settings: settings({ approveOrders: true, approveFrom: 1_000_000 }) }),
		);
		await hub.take(placed('2'));
		expect(await hub.order('2')).toMatchObject({ status: 'created' });
	});
});
