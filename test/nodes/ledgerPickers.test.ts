import type { IDataObject } from 'n8n-workflow';
import { pickFrom } from '../support/engine';
import { openHub, type HubNodes } from '../support/hubNodes';
import { placed } from '../support/placed';
import { picked } from '../support/shop';

describe('what is picked from the ledger', () => {
	let hub: HubNodes;
	beforeAll(async () => {
		hub = await openHub();
		await hub.take(placed('1'), placed('2', { placedAt: '2026-03-03T10:00:00.000Z' }));
		await hub.route();
	});
	afterAll(() => hub.close());

	const pick = (method: string, filter = '', parameters: IDataObject = {}) =>
		pickFrom('n8n-nodes-order-hub.orderHub', hub.credentials, method, filter, {
			resource: 'parcel',
			operation: 'setTracking',
			store: picked('ikas-tr'),
			...parameters,
		});

	test('orders: those of the chosen store, the newest first', async () => {
		const { number } = placed('1');
		expect((await pick('searchOrders')).map(({ value }) => value)).toEqual(['2', '1']);
		expect(await pick('searchOrders', number)).toEqual([
			{ name: `${number} (new_order)`, value: '1' },
		]);
	});

	test('an order by its number, however old', async () => {
		const newer = Array.from({ length: 100 }, (_, at) =>
			placed(`n${at}`, { number: `N-${at}`, placedAt: '2026-03-04T10:00:00.000Z' }),
		);
		await hub.take(...newer);
		expect((await pick('searchOrders')).map(({ value }) => value)).not.toContain('1');
		expect(await pick('searchOrders', placed('1').number)).toContainEqual({
			name: `${placed('1').number} (new_order)`,
			value: '1',
		});
	});

	test('parcels: those of the chosen order, by what they hold', async () => {
		const [parcel] = (await hub.ledger.getOrder('ikas-tr', '1')).parcels;
		expect(await pick('searchParcels', '', { orderId: picked('1') })).toEqual([
			{ name: `${parcel?.parcel}: A (istanbul, new_order)`, value: String(parcel?.parcel) },
		]);
	});

	test('exceptions: what is open, in any store', async () => {
		await hub.take(placed('9', { location: 'nowhere' }));
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 10);
		expect(await pick('searchExceptions')).toEqual([
			{
				name: `${exception?.id}: ${exception?.kind} ${exception?.reference} (ikas-tr)`,
				value: String(exception?.id),
			},
		]);
	});

	test.each([
		['searchOrders', { store: picked('') }, /Choose the store first/],
		['searchOrders', { store: picked('={{ $json.store }}') }, /Choose the store first/],
		['searchParcels', { orderId: picked('') }, /Choose the order first/],
	])('%s of nothing that was chosen says what to choose', async (method, parameters, message) => {
		await expect(pick(method, '', parameters)).rejects.toThrow(message);
	});
});
