import type { IDataObject } from 'n8n-workflow';
import { openOker, placed } from '../support/okerNodes';
import type { OkerNodes } from '../support/okerNodes';
import { picked } from '../support/shop';

let shop: OkerNodes;
afterEach(() => shop.close());

const told = async (operation: string, id: string, parameters: IDataObject = {}) =>
	(await shop.items('oker', `order:${operation}`, { orderId: picked(id), ...parameters }))[0];

describe.each(['full', 'core'] as const)('what a person tells Oker, at %s level:', (level) => {
	let id: string;
	beforeEach(async () => {
		shop = await openOker({ level });
		[id = ''] = placed(shop, {});
	});

	test('packed, and it gives invoice, tracking and label', async () => {
		const sent = await told('pack', id);
		const { invoice, awb } = shop.oker.order(id);
		expect(sent).toMatchObject({ id, outcome: 'sent', parcels: [{ tracking: { number: awb } }] });
		expect(sent?.detail).toContain(invoice);
	});

	test('dispatched, which it is once', async () => {
		expect(await told('dispatch', id)).toMatchObject({ outcome: 'sent' });
		expect(await told('dispatch', id)).toMatchObject({ outcome: 'already' });
		expect(shop.oker.order(id).status).toBe('COMPLETE');
	});

	test('cancelled', async () => {
		expect(await told('cancel', id)).toMatchObject({ outcome: 'sent' });
		expect(shop.oker.order(id).status).toBe('CANCELLED');
	});

	test.each(['pack', 'dispatch', 'cancel'])('nothing where %s is only tried', async (operation) => {
		const tried = await told(operation, id, { dryRun: true });
		expect(JSON.stringify(tried)).toMatch(/orders\/pack|invoiceDetails|orders\/cancel/);
		expect(shop.oker.order(id).history).toHaveLength(1);
	});
});

test('a credential that dispatches by manifest wants one', async () => {
	shop = await openOker({}, { dispatchBy: 'manifest' });
	const [id = ''] = placed(shop, {});
	expect(await told('dispatch', id)).toMatchObject({ outcome: 'waits' });
	expect(await told('dispatch', id, { manifest: 'MF-1' })).toMatchObject({ outcome: 'sent' });
	expect(shop.oker.order(id).manifest).toBe('MF-1');
});

test('Get Many names no warehouse, and gives the orders of all of them', async () => {
	shop = await openOker();
	const [one, other] = placed(shop, {}, { facility: 'OKR-W2' });
	const rows = await shop.items('oker', 'order:getMany', { returnAll: true, simple: false });
	expect(rows.map((row) => [row.id, row.location])).toEqual([
		[one, 'OKR-W1'],
		[other, 'OKR-W2'],
	]);
});
