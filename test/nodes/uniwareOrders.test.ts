import { item, sold } from '../support/soldOnIconic';
import { dyingAfter, templateOf, tick } from '../support/templates';
import { picked } from '../support/shop';
import { uniwareShops } from '../support/uniwareNodes';

describe('an order of a channel whose hub Uniware is the master of', () => {
	const at = uniwareShops();
	beforeEach(() => at.connectIconic());

	const send = () => at.shop.tick('uniware/send-orders');
	const read = (kind: 'fulfilments' | 'stock') => at.shop.tick(`uniware/sync-${kind}`);
	const made = () => at.uniware.state().orders;
	/** By what became of them. */
	const parcels = async (id: string) =>
		(await at.order(id)).parcels.toSorted((one, other) => one.status.localeCompare(other.status));

	it('becomes one sale order, with a row for each unit, and its units are out once', async () => {
		await at.taken(sold('2001'));
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/2']);
		await send();
		expect(made()).toMatchObject([
			{
				displayCode: 'N2001',
				channel: 'ORDER_HUB',
				prepaid: 110,
				items: [
					{ line: '20011', sku: 'TEE-M' },
					{ line: '20012', sku: 'TEE-M' },
				],
			},
		]);
		expect(await at.outbox()).toEqual(['N2001 create created done']);
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
		await read('stock');
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
	});

	it('is there once when the execution dies between the create and its record', async () => {
		await at.taken(sold('2002'));
		await at.shop.sql('UPDATE outbox SET due_at = 1');
		await tick(dyingAfter(templateOf('uniware/send-orders'), 'Send Update'), at.shop.credentials);
		expect(made()).toHaveLength(1);
		expect(await at.outbox()).toEqual(['N2002 create created claimed']);
		await at.shop.sql('UPDATE outbox SET lease_until = 1');
		await send();
		expect(made()).toHaveLength(1);
		expect(await at.outbox()).toEqual(['N2002 create created done']);
	});

	it('is confirmed by what comes back where the answer to create was lost for good', async () => {
		await at.taken(sold('2003'));
		await at.shop.sql('UPDATE outbox SET due_at = 1');
		await tick(dyingAfter(templateOf('uniware/send-orders'), 'Send Update'), at.shop.credentials);
		await read('fulfilments');
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
	});

	it('leaves the facility that its hub stands for, and comes back as left there', async () => {
		at.uniware.setStock([{ sku: 'TEE-M', facility: 'WH_MAIN', quantity: 0 }]);
		await read('stock');
		await at.taken(sold('2010'));
		await send();
		expect(made()).toMatchObject([{ items: [{ facility: 'WH_SOUTH' }, { facility: 'WH_SOUTH' }] }]);
		const [{ code } = { code: '' }] = made();
		at.uniware.allocate(code);
		at.uniware.advance(code, { to: 'dispatched' });
		await read('fulfilments');
		expect(await parcels('2010')).toMatchObject([{ status: 'shipped', hub: 'melbourne' }]);
	});

	describe('with an item that is cancelled alone on the channel', () => {
		const cut = (id: string) =>
			sold(id, {
				lines: [item(`${id}1`, 'TEE-M'), { ...item(`${id}2`, 'TEE-M'), cancelled: 1 }],
				revisedAt: null,
			});
		const statuses = () => made()[0]?.items.map(({ status }) => status);

		it('has it cancelled in Uniware, and the rest goes on', async () => {
			await at.taken(sold('2011'));
			await send();
			await at.taken(cut('2011'));
			expect(await at.outbox()).toEqual([
				'N2011 create created done',
				'N2011 reduce reduced pending',
			]);
			await send();
			expect(statuses()).toEqual(['CREATED', 'CANCELLED']);
			await read('stock');
			expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 9/0']);
			const [{ code } = { code: '' }] = made();
			at.uniware.allocate(code);
			at.uniware.advance(code, { to: 'dispatched' });
			await read('fulfilments');
			expect(await at.order('2011')).toMatchObject({
				status: 'shipped',
				lines: [{ shipped: 1 }, { cancelled: 1, shipped: 0 }],
			});
			expect(await at.exceptions()).toEqual([]);
		});

		it.each(['Send Update', 'Claim'])(
			'has it cancelled once where n8n dies after %s',
			async (node) => {
				await at.taken(sold('2012'));
				await send();
				await at.taken(cut('2012'));
				await at.shop.sql('UPDATE outbox SET due_at = 1');
				await tick(dyingAfter(templateOf('uniware/send-orders'), node), at.shop.credentials);
				await at.shop.sql('UPDATE outbox SET lease_until = 1');
				await send();
				expect(statuses()).toEqual(['CREATED', 'CANCELLED']);
				expect(await at.exceptions()).toEqual([]);
				const calls = at.uniware.calls().filter(({ kind }) => kind === 'saleOrder/cancel');
				expect(calls).toHaveLength(1);
			},
		);

		it('is one order also where its create was not recorded before that', async () => {
			await at.taken(sold('2013'));
			await at.shop.sql('UPDATE outbox SET due_at = 1');
			await tick(dyingAfter(templateOf('uniware/send-orders'), 'Send Update'), at.shop.credentials);
			await at.taken(cut('2013'));
			await at.shop.sql('UPDATE outbox SET lease_until = 1');
			await send();
			await send();
			expect(made()).toHaveLength(1);
			expect(statuses()).toEqual(['CREATED', 'CANCELLED']);
			expect(await at.exceptions()).toEqual([]);
		});

		it('is for a person where Uniware had dispatched it', async () => {
			await at.taken(sold('2014'));
			await send();
			const [{ code } = { code: '' }] = made();
			at.uniware.allocate(code);
			at.uniware.advance(code, { to: 'dispatched' });
			await at.taken(cut('2014'));
			await send();
			expect(await at.exceptions()).toMatchObject([
				{ kind: 'update_refused', cause: expect.stringMatching(/1 unit .* was dispatched/) },
			]);
		});
	});

	it('brings status, courier and number back to the channel, package by package', async () => {
		await at.taken(sold('2004', { lines: [item('41', 'TEE-M'), item('42', 'TEE-L')] }));
		await send();
		const [{ code } = { code: '' }] = made();
		at.uniware.allocate(code);
		at.uniware.split(code, { items: ['42-1'] });
		const [first, second] = at.uniware.order(code).packages;
		at.uniware.advance(code, { to: 'dispatched', packages: [first?.code ?? ''] });
		await read('fulfilments');
		expect(await parcels('2004')).toMatchObject([
			{ status: 'new_order' },
			{
				status: 'shipped',
				hub: 'sydney',
				tracking: { number: `TRK${first?.code}`, carrier: 'DELHIVERY' },
			},
		]);
		at.uniware.advance(code, { to: 'dispatched', packages: [second?.code ?? ''] });
		at.uniware.advance(code, { to: 'delivered', packages: [first?.code ?? ''] });
		await read('fulfilments');
		expect(await parcels('2004')).toMatchObject([{ status: 'delivered' }, { status: 'shipped' }]);
		expect(await at.outbox('the-iconic')).toEqual(
			expect.arrayContaining(['N2004 status shipped pending']),
		);
	});

	it('shows what Uniware waits for, and what comes back', async () => {
		await at.taken(sold('2020'));
		await send();
		const [{ code } = { code: '' }] = made();
		at.uniware.edit(code, { onHold: true });
		await read('fulfilments');
		expect(await at.order('2020')).toMatchObject({ oms: { waitsFor: 'In Uniware: on hold.' } });
		at.uniware.edit(code, { onHold: false });
		at.uniware.allocate(code);
		at.uniware.advance(code, { to: 'shipped' });
		at.uniware.sendBack(code, { package: at.uniware.order(code).packages[0]?.code ?? '' });
		await read('fulfilments');
		expect(await at.order('2020')).toMatchObject({
			status: 'return_to_origin',
			oms: { waitsFor: null },
		});
		at.uniware.receive(at.uniware.state().returns[0]?.code ?? '');
		await read('fulfilments');
		expect(await at.order('2020')).toMatchObject({ status: 'returned' });
	});

	it('is not asked for again while nothing changes', async () => {
		await at.taken(sold('2021'));
		await send();
		await read('fulfilments');
		const since = at.uniware.calls().at(-1)?.seq;
		await read('fulfilments');
		expect(at.uniware.calls(since).map(({ kind }) => kind)).toEqual(['saleOrder/search']);
	});

	it('that is cancelled on the channel is cancelled there, and the other way round', async () => {
		await at.taken(sold('2005'), sold('2006'));
		await send();
		await at.taken(
			sold('2005', { hubStatus: 'cancelled', statuses: ['canceled'], revisedAt: null }),
		);
		await send();
		const statusOf = (number: string) =>
			made().find(({ displayCode }) => displayCode === number)?.status;
		expect([statusOf('N2005'), statusOf('N2006')]).toEqual(['CANCELLED', 'CREATED']);
		const other = made().find(({ displayCode }) => displayCode === 'N2006');
		at.uniware.cancel(other?.code ?? '');
		await read('fulfilments');
		expect(await at.order('2006')).toMatchObject({ status: 'cancelled' });
	});

	it('with a SKU that Uniware has not ends as an exception that holds back its stock', async () => {
		at.uniware.seed([{ sku: 'TEE-L', enabled: false }]);
		await at.taken(sold('2007', { lines: [item('71', 'TEE-M'), item('72', 'TEE-L')] }));
		await send();
		expect(made()).toEqual([]);
		expect(await at.exceptions()).toMatchObject([
			{
				kind: 'update_refused',
				cause: expect.stringMatching(/TEE-L is not mapped.*SKU_NOT_MAPPED/),
			},
		]);
		// Uniware holds the units back as a Failed Order, the hub as a reservation.
		expect(at.uniware.state().failedOrders).toMatchObject([{ units: { 'TEE-M': 1, 'TEE-L': 1 } }]);
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/1']);
		// Uniware promises none of the other SKU any more, so the order is on hold: its units are held back all the same.
		await read('stock');
		expect(await at.order('2007')).toMatchObject({ status: 'on_hold' });
		expect(await at.offeredOf('TEE-M')).toBe(14);
		at.uniware.seed([{ sku: 'TEE-L' }]);
		const [found] = await at.exceptions();
		await at.shop.items('orderHub', 'exception:retry', {
			parameters: { exceptionId: picked(String(found?.id)) },
		});
		await send();
		expect(made()).toHaveLength(1);
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 9/0']);
		expect(at.uniware.state().failedOrders).toEqual([]);
	});

	it('with a SKU that is not in the catalog waits, and holds back the rest', async () => {
		await at.taken(sold('2008', { lines: [item('81', 'TEE-M'), item('82', 'tee-m')] }));
		await send();
		expect(made()).toEqual([]);
		expect(await at.order('2008')).toMatchObject({
			status: 'on_hold',
			holdReason: 'sku_not_valid',
		});
	});
});
