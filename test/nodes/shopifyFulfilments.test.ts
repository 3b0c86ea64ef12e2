import { item, sold, soldOnIconic } from '../support/soldOnIconic';

const auspost = { company: 'Australia Post', number: 'AP-1', url: 'https://track.example/AP-1' };

describe('an order of The Iconic that Shopify ships', () => {
	const on = soldOnIconic();
	const parcels = async (id: string) =>
		(await on.order(id)).parcels.map(({ status, lines, tracking }) => ({
			status,
			lines: lines.map(({ line }) => line),
			tracking: tracking?.number ?? null,
		}));

	test('leaves the hub whole, with carrier and tracking number, and The Iconic is to hear of it', async () => {
		await on.handedOver(sold('3001'));
		on.at.shopify.fulfil('N3001', { tracking: auspost });
		await on.read('fulfilments');
		expect(await on.order('3001')).toMatchObject({
			status: 'shipped',
			parcels: [{ tracking: { number: 'AP-1', carrier: 'Australia Post', url: auspost.url } }],
		});
		expect(await on.outbox('the-iconic')).toEqual(['N3001 status shipped pending']);
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 8/0');
		await on.read('stock');
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 8/0');
	});

	test('leaves in parts, each with the items that are in it', async () => {
		await on.handedOver(sold('3002', { lines: [item('21', 'TEE-M'), item('22', 'TEE-L', 6600)] }));
		on.at.shopify.fulfil('N3002', { lines: [{ sku: 'TEE-L' }], tracking: auspost });
		await on.read('fulfilments');
		expect(await parcels('3002')).toContainEqual({
			...{ status: 'shipped', lines: ['22'], tracking: 'AP-1' },
		});
		expect(await on.order('3002')).not.toMatchObject({ status: 'shipped' });
		on.at.shopify.fulfil('N3002', { tracking: { number: 'AP-2' } });
		await on.read('fulfilments');
		expect(await on.order('3002')).toMatchObject({ status: 'shipped' });
		expect(await parcels('3002')).toEqual(
			expect.arrayContaining([
				{ status: 'shipped', lines: ['22'], tracking: 'AP-1' },
				{ status: 'shipped', lines: ['21'], tracking: 'AP-2' },
			]),
		);
	});

	test('of two equal items tells each of them once, where they leave one after the other', async () => {
		await on.handedOver(sold('3003'));
		for (const number of ['AP-1', 'AP-2']) {
			on.at.shopify.fulfil('N3003', {
				lines: [{ sku: 'TEE-M', quantity: 1 }],
				tracking: { number },
			});
			await on.read('fulfilments');
		}
		const found = (await parcels('3003')).filter(({ status }) => status === 'shipped');
		expect(found.flatMap(({ lines }) => lines).toSorted()).toEqual(['30031', '30032']);
		expect(found.map(({ tracking }) => tracking).toSorted()).toEqual(['AP-1', 'AP-2']);
	});

	test('that leaves without a tracking number gets it when Shopify knows it', async () => {
		await on.handedOver(sold('3004'));
		on.at.shopify.fulfil('N3004');
		await on.read('fulfilments');
		expect(await parcels('3004')).toMatchObject([{ status: 'shipped', tracking: null }]);
		on.at.shopify.clock.advance(1_000);
		on.at.shopify.track('N3004', { tracking: auspost });
		await on.read('fulfilments');
		expect(await parcels('3004')).toMatchObject([{ status: 'shipped', tracking: 'AP-1' }]);
		const told = await on.outbox('the-iconic');
		expect(told.some((one) => one.startsWith('N3004 status shipped'))).toBe(true);
	});

	test('counts as delivered when the carrier says so', async () => {
		await on.handedOver(sold('3005'));
		const { fulfilments } = on.at.shopify.fulfil('N3005', { tracking: auspost });
		const fulfilment = fulfilments[0]?.id ?? '';
		on.at.shopify.clock.advance(1_000);
		on.at.shopify.progress('N3005', { fulfilment, displayStatus: 'DELIVERED' });
		await on.read('fulfilments');
		expect(await on.order('3005')).toMatchObject({ status: 'delivered' });
	});

	test('is read again without a change, which changes nothing', async () => {
		await on.handedOver(sold('3006'));
		on.at.shopify.fulfil('N3006', { tracking: auspost });
		await on.read('fulfilments');
		const before = [await on.order('3006'), await on.outbox('the-iconic')];
		await on.read('fulfilments');
		expect([await on.order('3006'), await on.outbox('the-iconic')]).toEqual(before);
	});

	test("of Shopify's own shop does not come in", async () => {
		on.at.shopify.place([{ name: '#1001', lines: [{ sku: 'TEE-M', quantity: 1 }] }]);
		on.at.shopify.fulfil('#1001', { tracking: auspost });
		const { outputs } = await on.read('fulfilments');
		expect(outputs('Get Page')[0]?.[0]).toMatchObject([{ orders: [] }]);
		expect(await on.exceptions()).toEqual([]);
		await on.read('stock');
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 9/0');
	});
});

describe('a cancel', () => {
	const on = soldOnIconic();
	const cancel = (orderId: string) => on.iconic('order:cancel', { orderId });

	test('in the hub cancels on Shopify, which has its units back', async () => {
		await on.handedOver(sold('4001'));
		expect(on.at.availableOf('TEE-M')).toBe(8);
		await cancel('4001');
		await on.send();
		expect(on.made()).toMatchObject([{ isCancelledByApi: true }]);
		expect(on.at.availableOf('TEE-M')).toBe(10);
		await on.read('stock');
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 10/0');
		expect(await on.outbox()).toEqual(['N4001 create created done', 'N4001 cancel cancelled done']);
	});

	test('on The Iconic does the same, and is not told back there', async () => {
		await on.handedOver(sold('4002'));
		const lines = [item('40021', 'TEE-M'), item('40022', 'TEE-M')];
		await on.ledger.importOrders('the-iconic', [
			sold('4002', {
				...{ hubStatus: 'cancelled', statuses: ['canceled'] },
				revisedAt: new Date(on.at.shopify.clock.now()).toISOString(),
				lines: lines.map((one) => ({ ...one, cancelled: 1 })),
			}),
		]);
		await on.send();
		expect(on.made()).toMatchObject([{ isCancelledByApi: true }]);
		expect(await on.outbox('the-iconic')).toEqual([]);
	});

	test('before it was handed over leaves nothing to do on Shopify', async () => {
		await on.taken(sold('4003'));
		await cancel('4003');
		const calls = await on.at.shop.callsOf(() => on.send());
		expect([calls, on.made()]).toEqual([[], []]);
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 10/0');
	});

	test('is waited for where Shopify takes its time, and confirmed then', async () => {
		await on.at.reopen({ cancelMs: 600_000, cancelPolls: 1_000 });
		await on.connect();
		await on.handedOver(sold('4004'));
		await cancel('4004');
		await on.send();
		expect(await on.outbox()).toContain('N4004 cancel cancelled waiting');
		on.at.shopify.clock.advance(600_000);
		await on.send();
		expect(await on.outbox()).toContain('N4004 cancel cancelled done');
		expect(await on.exceptions()).toEqual([]);
	});

	test('of what has left becomes an exception that says so', async () => {
		await on.handedOver(sold('4005'));
		on.at.shopify.fulfil('N4005');
		await cancel('4005');
		await on.send();
		expect(on.made()).toMatchObject([{ isCancelledByApi: false }]);
		expect(await on.exceptions()).toMatchObject([
			expect.stringMatching(/update_refused: .*shipped/s),
		]);
	});

	test('on Shopify cancels in the hub, and on The Iconic where the store says so', async () => {
		await on.handedOver(sold('4006'));
		on.at.shopify.clock.advance(1_000);
		on.at.shopify.cancel('N4006', { reason: 'CUSTOMER', restock: true });
		await on.read('fulfilments');
		expect(await on.order('4006')).toMatchObject({ status: 'cancelled' });
		expect(await on.outbox('the-iconic')).toEqual(['N4006 cancel canceled pending']);
		expect(await on.outbox()).toEqual(['N4006 create created done']);
		await on.read('stock');
		expect(await on.at.stockOf('TEE-M')).toContain('sydney: 10/0');
	});
});
