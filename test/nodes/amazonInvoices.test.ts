import type { InvoiceWay } from '../../domain/invoice';
import { amazonHub, type AmazonHub } from '../support/amazonHub';
import { line, placed } from '../support/placed';

const push = 'amazonSellerFlex/push-prices';
const store = { store: { __rl: true, mode: 'id', value: 'amazon' } };
const pdf = { name: 'invoice.pdf', bytes: Buffer.from('%PDF-1.7 and so on') };

describe('invoices of an Amazon store', () => {
	let hub: AmazonHub;
	let order: string;
	const open = async (invoices: InvoiceWay) => {
		hub = await amazonHub({ takesInvoices: true }, { invoices });
		const [shipment] = hub.sandbox.place([{ lines: [{ sku: 'A', quantity: 2, price: 50 }] }]);
		order = shipment?.id ?? '';
		hub.sandbox.advance(order, { status: 'SHIPPED' });
		await hub.take(
			placed(order, {
				number: shipment?.buyerOrderId,
				location: 'loc-ist',
				total: { minor: 10_000, currency: 'AED' },
				lines: [line('1', 'A', 2)],
			}),
		);
		await hub.ledger.routeWaiting('amazon', 9);
	};
	afterEach(() => hub.close());

	const ship = () => hub.ledger.changeStatus('amazon', order, 'shipped');
	const upload = (parameters = {}, file = pdf) =>
		hub.items('amazonSellerFlex', 'invoice:upload', {
			parameters: {
				orderId: { __rl: true, mode: 'id', value: order },
				...{ invoiceNumber: 'INV-1', total: '100.00', tax: '4.76' },
				...parameters,
			},
			files: [file],
		});
	const listed = (filters = {}) =>
		hub.items('orderHub', 'invoice:getMany', { parameters: { ...store, filters } });

	test('wait once their order was shipped, go up in a feed, and get their outcome with the next push', async () => {
		await open('upload');
		expect(await listed()).toEqual([]);
		await expect(upload()).rejects.toThrow(/only for one that was shipped/);
		await ship();
		expect(await listed()).toMatchObject([{ order, state: 'waiting', invoice: null }]);
		expect(await upload()).toMatchObject([
			{ order, state: 'uploading', invoice: { number: 'INV-1', total: { minor: 10_000 } } },
		]);
		await hub.tick(push);
		hub.sandbox.clock.advance(10_000);
		await hub.tick(push);
		expect(await listed({ state: 'uploaded' })).toMatchObject([{ order, why: null }]);
		expect(hub.sandbox.state().invoices).toMatchObject([{ number: 'INV-1', bytes: 18 }]);
		expect(hub.calls('createFeed')).toHaveLength(1);
	});

	test('that Amazon refuses say why, and can be uploaded again', async () => {
		await open('upload');
		await ship();
		await upload({ total: '100.01' });
		hub.sandbox.clock.advance(10_000);
		await hub.tick(push);
		expect(await listed()).toMatchObject([
			{ state: 'refused', why: expect.stringMatching(/total amount differs/) },
		]);
		expect(await upload()).toMatchObject([{ state: 'uploading' }]);
	});

	test('that cannot be any are refused before anything is sent', async () => {
		await open('upload');
		await ship();
		await expect(upload({ total: '1.234' })).rejects.toThrow(/may be 1234/);
		await expect(upload({ tax: '200' })).rejects.toThrow(/tax is above its total/);
		await expect(upload({}, { ...pdf, bytes: Buffer.from('<html>') })).rejects.toThrow(/no PDF/);
		expect(hub.calls()).toEqual([]);
	});

	test('a dry run shows the first request and uploads nothing', async () => {
		await open('upload');
		await ship();
		expect(await upload({ dryRun: true })).toMatchObject([
			{ order, dryRun: true, request: { method: 'POST' } },
		]);
		expect(await listed()).toMatchObject([{ state: 'waiting' }]);
		expect(hub.calls()).toEqual([]);
	});

	test('that a person uploads are listed until the person has', async () => {
		await open('byHand');
		await ship();
		expect(await listed()).toMatchObject([
			{ order, state: 'byHand', why: expect.stringMatching(/by hand on the pages/) },
		]);
		const marking = {
			parameters: { ...store, orderId: { __rl: true, mode: 'id', value: order } },
		};
		const tried = { parameters: { ...marking.parameters, dryRun: true } };
		expect(await hub.items('orderHub', 'invoice:markUploaded', tried)).toMatchObject([
			{ state: 'uploaded', dryRun: true },
		]);
		expect(await listed({ state: 'byHand' })).toHaveLength(1);
		await hub.items('orderHub', 'invoice:markUploaded', marking);
		expect(await listed({ state: 'byHand' })).toEqual([]);
		await expect(upload()).rejects.toThrow(/uploaded by hand/);
	});
});
