import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { connectedAmazon, catalogOf, openAmazon, shipment } from '../support/amazonNodes';
import type { AmazonNodes } from '../support/amazonNodes';
import { pollNode } from '../support/engine';
import { picked } from '../support/shop';
import { templateOf } from '../support/templates';

const sync = templateOf('amazonSellerFlex/sync-orders');
const send = templateOf('amazonSellerFlex/send-updates');
const push = templateOf('amazonSellerFlex/push-inventory');

describe("with Amazon's real quotas", () => {
	let shop: AmazonNodes;
	afterEach(() => shop.close());

	/** None of the calls was one too many. */
	const expectNoHit = () => {
		expect(shop.amazon.state().quotaHits).toBe(0);
		expect(shop.amazon.calls().filter(({ status }) => status === 429)).toEqual([]);
	};

	test('two executions at once sync, tell and push without a call too many', async () => {
		shop = await connectedAmazon({ quotas: {} });
		const skus = ['MUG', ...Array.from({ length: 30 }, (_, index) => `S-${index}`)];
		shop.amazon.seed(skus.map((sku) => ({ sku })));
		await shop.upload(catalogOf(...skus));
		shop.amazon.place([shipment(), shipment({ location: 'DXB1' }), shipment()]);
		await shop.tick(sync);
		const together = [send, send, push].map((file) => shop.tick(file));
		await shop.becomeDue();
		const ended = await Promise.all([...together, shop.tick(sync)]);
		for (const { run } of ended) expect(run.data.resultData.error).toBeUndefined();
		expect(shop.amazon.state().shipments.map(({ status }) => status)).toEqual(
			Array(3).fill('CONFIRMED'),
		);
		for (const { id } of await shop.hub('order:getMany'))
			await shop.hub('order:changeStatus', { orderId: id, status: 'picked' });
		await Promise.all([shop.tick(send), shop.tick(send)]);
		expect(shop.amazon.state().shipments.map(({ status }) => status)).toEqual(
			Array(3).fill('SHIPLABEL_GENERATED'),
		);
		expectNoHit();
	});

	test('invoices go up one after the other, as far apart as Amazon wants them', async () => {
		const settings = { options: { invoices: 'upload' } };
		shop = await connectedAmazon({ quotas: {}, takesInvoices: true }, settings);
		shop.amazon.place([shipment(), shipment({ location: 'DXB1' })]);
		await shop.tick(sync);
		const shipped = shop.amazon.state().shipments;
		for (const { id } of shipped) {
			shop.amazon.advance(id, { status: 'SHIPPED' });
			await shop.hub('order:changeStatus', { orderId: id, status: 'shipped' });
		}
		const uploaded = await Promise.all(
			shipped.map(({ id }) =>
				shop.items('amazonSellerFlex', 'invoice:upload', {
					parameters: {
						...{ orderId: picked(id), total: '100.00', tax: '4.76' },
						invoiceNumber: `INV-${id}`,
					},
					files: [{ name: 'invoice.pdf', bytes: Buffer.from('%PDF-1.7') }],
				}),
			),
		);
		expect(uploaded.flat()).toMatchObject(shipped.map(() => ({ state: 'uploading' })));
		expectNoHit();
	});

	test('what arrives late leaves the next call its distance', async () => {
		const late = new Set(['/externalFulfillment/2024-09-11/shipments']);
		const asked: string[] = [];
		shop = await openAmazon({ quotas: {} }, async (path) => {
			asked.push(path);
			if (late.delete(path)) await sleep(600);
		});
		const parameters = { locations: 'EXSB' };
		const poll = { parameters, memory: {}, isAlone: true };
		for (let time = 0; time < 2; time++)
			await pollNode('n8n-nodes-order-hub.amazonSellerFlexTrigger', shop.credentials, poll);
		expect(late).toEqual(new Set());
		expect(asked.filter((path) => path.endsWith('/shipments')).length).toBeGreaterThan(1);
		expectNoHit();
	});

	test('a trigger without a ledger keeps to them, and so do two of them', async () => {
		shop = await openAmazon({ quotas: {} });
		const parameters = { locations: 'EXSB, DXB1', options: { pagesPerPoll: 8 } };
		const memories: IDataObject[] = [{}, {}];
		const poll = () =>
			Promise.all(
				memories.map((memory) =>
					pollNode('n8n-nodes-order-hub.amazonSellerFlexTrigger', shop.credentials, {
						parameters,
						memory,
						isAlone: true,
					}),
				),
			);
		await poll();
		const placed = shop.amazon.place([shipment(), shipment({ location: 'DXB1' })]);
		const ids = placed.map(({ id }) => ({ id }));
		expect(await poll()).toMatchObject([ids, ids]);
		expect(shop.amazon.calls().length).toBeGreaterThan(8);
		expectNoHit();
	});
});

test('what Amazon cannot answer is asked three times, and no more', async () => {
	const shop = await openAmazon();
	const [placed] = shop.amazon.place([shipment()]);
	shop.amazon.setFaults({ rate500: 1, only: 'getShipment' });
	const parameters = { orderId: picked(placed?.id ?? '') };
	const calls = await shop.callsOf(() =>
		expect(shop.run('amazonSellerFlex', 'order:get', { parameters })).rejects.toThrow(/status 500/),
	);
	expect(calls.filter(({ kind }) => kind === 'getShipment')).toHaveLength(3);
	await shop.close();
});
