import { omnifulShops } from '../support/omnifulNodes';
import { item, sold } from '../support/soldOnIconic';
import { dyingAfter, templateOf, tick } from '../support/templates';

describe('an order of a channel whose hub Omniful is the master of', () => {
	const at = omnifulShops();
	beforeEach(() => at.connectIconic());

	const send = () => at.shop.tick('omniful/send-orders');
	const read = (kind: 'fulfilments' | 'stock') => at.shop.tick(`omniful/sync-${kind}`);
	const made = () => at.omniful.state().orders;

	it('becomes one order at its hub, and its units are out once', async () => {
		await at.taken(sold('2001'));
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/2']);
		await send();
		expect(made()).toMatchObject([
			{ alias: 'N2001', hub: 'RUH', items: [{ sku: 'TEE-M', quantity: 2 }] },
		]);
		expect(await at.outbox()).toEqual(['create done']);
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
		at.omniful.route();
		await read('stock');
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
	});

	it('is there once when the execution dies between the create and its record', async () => {
		await at.taken(sold('2002'));
		await at.shop.sql('UPDATE outbox SET due_at = 1');
		await tick(dyingAfter(templateOf('omniful/send-orders'), 'Send Update'), at.shop.credentials);
		expect(made()).toHaveLength(1);
		expect(await at.outbox()).toEqual(['create claimed']);
		await at.shop.sql('UPDATE outbox SET lease_until = 1');
		await send();
		expect(made()).toHaveLength(1);
		expect(await at.outbox()).toEqual(['create done']);
	});

	it('leaves the hub with carrier and number, and arrives', async () => {
		await at.taken(sold('2003'));
		await send();
		at.omniful.route();
		const [{ id } = { id: '' }] = made();
		at.omniful.advance(id, { to: 'shipped', awb: 'AWB1', courier: 'aramex' });
		await read('fulfilments');
		expect((await at.order('2003')).parcels).toMatchObject([
			{ status: 'shipped', hub: 'sydney', tracking: { number: 'AWB1', carrier: 'aramex' } },
		]);
		at.omniful.advance(id, { to: 'delivered' });
		await read('fulfilments');
		expect((await at.order('2003')).parcels).toMatchObject([{ status: 'delivered' }]);
	});

	it('is cancelled in Omniful when it is cancelled in the hub, and the other way round', async () => {
		await at.taken(sold('2004'), sold('2005'));
		await send();
		at.omniful.route();
		const [first, second] = made();
		await at.shop.items('orderHub', 'order:cancel', {
			parameters: { store: { __rl: true, mode: 'id', value: 'the-iconic' }, orderId: '2004' },
		});
		await send();
		expect(at.omniful.order(first?.id ?? '').status).toBe('cancelled');
		at.omniful.cancel(second?.id ?? '', { reason: 'Out of stock' });
		await read('fulfilments');
		expect((await at.order('2005')).status).toBe('cancelled');
	});

	it('goes to the hub that has it', async () => {
		at.omniful.setStock([{ sku: 'TEE-M', hub: 'RUH', quantity: 0 }]);
		await read('stock');
		await at.taken(sold('2006', { lines: [item('20061', 'TEE-M')] }));
		await send();
		expect(made()).toMatchObject([{ hub: 'JED' }]);
	});
});
