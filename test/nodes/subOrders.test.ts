import { executeNode } from '../support/engine';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { line, placed } from '../support/placed';
import { picked } from '../support/shop';

describe('Order Hub, what one hub ships of a split order', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		const split = { smallestValue: 0, mostParcels: null };
		await hub.ledger.saveRuleSet({
			code: 'splitting',
			rules: [{ name: 'split', strategy: 'priority', split }],
		});
		await hub.settle({ splitOrders: true, ruleSet: 'splitting' });
		await hub.take(placed('1', { lines: [line('1', 'A', 14)] }));
		await hub.route();
	});
	afterEach(() => hub.close());

	const listed = (parameters: object = {}) =>
		hub.items('orderHub', 'parcel:getMany', {
			parameters: { hub: picked('ankara'), limit: 10, ...parameters },
		});

	test('is listed for the hub, and its items move that part alone', async () => {
		const items = await listed();
		expect(items).toMatchObject([
			{
				...{ code: 'N1-2', order: '1', hub: 'ankara', status: 'new_order' },
				parentOrder: { id: '1', number: 'N1', subOrders: [{ code: 'N1-1' }, { code: 'N1-2' }] },
				lines: [{ sku: 'A', quantity: 4 }],
			},
		]);
		expect(items[0]).not.toHaveProperty('shipTo');
		expect(await listed({ simple: false })).toMatchObject([{ shipTo: { city: 'İstanbul' } }]);
		expect(
			await hub.items('orderHub', 'parcel:changeStatus', {
				items,
				parameters: { status: 'picked' },
			}),
		).toMatchObject([
			{
				parcels: [
					{ subOrder: 'N1-1', status: 'new_order' },
					{ subOrder: 'N1-2', status: 'picked' },
				],
			},
		]);
		expect(await listed({ filters: { status: 'new_order' } })).toEqual([]);
		expect(await listed({ filters: { status: 'picked', ...store } })).toHaveLength(1);
		await expect(listed({ filters: { status: 'away' } })).rejects.toThrow(/status/);
	});

	test('stands on the printed list of its manifest', async () => {
		await hub.ledger.changeStatus('ikas-tr', '1', 'packed');
		const of = { store: 'ikas-tr', hub: 'ankara', provider: null, code: 'M1', reuseOpen: false };
		await hub.ledger.createManifest(of);
		await hub.ledger.addToManifest('M1', ['1']);
		const [[item] = []] = await executeNode('n8n-nodes-order-hub.orderHub', hub.credentials, {
			parameters: {
				...{ resource: 'manifest', operation: 'getPrintList' },
				manifestCode: picked('M1'),
			},
		});
		expect(item?.json).toMatchObject({ rows: [{ number: 'N1', subOrder: 'N1-2' }] });
		const page = Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString();
		expect(page).toContain('>N1-2</td>');
	});
});
