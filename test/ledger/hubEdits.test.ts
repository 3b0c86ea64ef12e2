import type { HubEdit, LineEdit } from '../../domain/hubEdit';
import { line, placed, revised } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

const told = { workspaceStatusMap: [{ hubStatus: 'cancelled', channelStatus: 'X' }] } as const;
const change = (edit: Partial<HubEdit>): HubEdit => ({
	lines: [],
	added: [],
	shipTo: null,
	...edit,
});
const at = (id: string, edit: Partial<LineEdit>): LineEdit => ({
	...{ line: id, quantity: null, sku: null },
	...edit,
});

describe.each(engines)(
	'an order on hold that a person edits in the hub, on $engine',
	({ open }) => {
		const hub = ikasStore(open);
		const order = placed('1', { lines: [line('1', 'A', 99), line('2', 'B', 2)] });

		beforeEach(async () => {
			await hub.ledger.saveStore(draft({ settings: settings(told) }));
			await hub.take(order);
			await hub.route();
		});
		const edit = (given: Partial<HubEdit>, by = 'ayse') =>
			hub.ledger.editOrder('ikas-tr', '1', change(given), by);
		const updates = async () =>
			(await hub.ledger.claimUpdates('ikas-tr', 9)).map(({ update }) => update);

		test('is routed at once by what it is now, and the reservation follows', async () => {
			expect(await edit({ lines: [at('1', { quantity: 3 })] })).toMatchObject({
				status: 'new_order',
				hub: 'istanbul',
				notTold: [],
				lines: [
					{ line: '1', ordered: 99, cancelled: 96, reserved: 3 },
					{ line: '2', reserved: 2 },
				],
			});
			expect(await hub.reserved()).toEqual({ 'istanbul A': 3, 'istanbul B': 2 });
			expect(await updates()).toMatchObject([
				{ effect: 'reduce', lines: [{ line: '1', quantity: 96, left: 3 }] },
			]);
			expect(await hub.ledger.getOrderLog('ikas-tr', '1', 9)).toContainEqual(
				expect.objectContaining({
					...{ event: 'order_edited', by: 'ayse', detail: 'line 1: 3 to ship, were 99' },
				}),
			);
		});

		test('gets another SKU, a new line and another address, and says what the channel is not told', async () => {
			const edited = await edit({
				lines: [at('1', { sku: 'B', quantity: 1 })],
				added: [{ sku: 'A', quantity: 2 }],
				shipTo: { city: 'Bursa' },
			});
			expect(edited).toMatchObject({
				status: 'new_order',
				notTold: [
					'ikas is not told: line 1 is another SKU.',
					'ikas is not told: 2 of SKU A in line hub:1 of the hub.',
					'ikas is not told: the address.',
				],
				order: { shipTo: { city: 'Bursa', latitude: null, longitude: null } },
			});
			expect(await hub.reserved()).toEqual({ 'istanbul A': 2, 'istanbul B': 3 });
		});

		test('more units go into a line of their own, of which the channel never hears', async () => {
			await hub.ledger.saveStore(
				draft({
					settings: settings({
						workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'SHIPPED' }],
					}),
				}),
			);
			await edit({ lines: [at('1', { quantity: 4 }), at('2', { quantity: 5 })] });
			expect(await hub.order('1')).toMatchObject({
				lines: [{ line: '1' }, { line: '2', ordered: 2 }, { line: 'hub:1', sku: 'B', reserved: 3 }],
			});
			await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
			const [update] = await updates();
			expect(update?.parcels.map(({ lines }) => lines)).toEqual([
				[
					{ line: '1', quantity: 4 },
					{ line: '2', quantity: 2 },
				],
			]);
			expect(await hub.sql("SELECT SUM(on_hand) AS n FROM stock WHERE sku = 'B'")).toEqual([
				{ n: 15 },
			]);
		});

		test('the channel cannot be told by maps that say nothing, and that is said', async () => {
			await hub.ledger.saveStore(draft());
			expect(await edit({ lines: [at('1', { quantity: 3 })] })).toMatchObject({
				notTold: ['ikas is not told: 96 less of line 1.'],
			});
			expect(await updates()).toEqual([]);
		});

		test.each(['forceful_on_hold', 'require_manual_approval'])(
			'stays on hold for %s until a person says so',
			async (reason) => {
				await hub.sql(`UPDATE orders SET hold_reason = '${reason}'`);
				await edit({ lines: [at('1', { quantity: 3 })] });
				expect(await hub.order('1')).toMatchObject({ status: 'on_hold', holdReason: reason });
				expect(await hub.reserved()).toEqual({});
			},
		);

		test('G12: keeps the edit while the channel says the same, also once it has followed the cancel', async () => {
			await edit({ lines: [at('1', { quantity: 3 })], added: [{ sku: 'B', quantity: 1 }] });
			await hub.take(revised(order, 5, { tags: ['vip'] }));
			const followed = { ...line('1', 'A', 99), cancelled: 96 };
			await hub.take(revised(order, 6, { lines: [followed, line('2', 'B', 2)] }));
			expect(await hub.order('1')).toMatchObject({
				status: 'new_order',
				lines: [{ line: '1', reserved: 3 }, { line: '2' }, { line: 'hub:1', reserved: 1 }],
			});
			expect(await hub.exceptions()).toEqual([]);
		});

		test('G12: follows the channel where it has changed the lines since, and keeps the address', async () => {
			await edit({ lines: [at('1', { quantity: 3 })], shipTo: { city: 'Bursa' } });
			await hub.take(revised(order, 5, { lines: [line('1', 'A', 5)] }));
			expect(await hub.order('1')).toMatchObject({
				status: 'new_order',
				lines: [{ line: '1', ordered: 5, cancelled: 0, reserved: 5 }],
				order: { shipTo: { city: 'Bursa' } },
			});
			expect(await hub.reserved()).toEqual({ 'istanbul A': 5 });
		});

		test.each([
			['a line that it does not have', { lines: [at('9', { quantity: 1 })] }, /no line "9"/],
			['nothing', {}, /nothing is to be changed/],
			[
				'all of it gone',
				{ lines: [at('1', { quantity: 0 }), at('2', { quantity: 0 })] },
				/Cancel it instead/,
			],
			[
				'a SKU that is none',
				{ added: [{ sku: ' ', quantity: 1 }] },
				/^Order N1 was not edited: SKU/,
			],
		])('refuses %s', async (_what, given, message) => {
			await expect(edit(given)).rejects.toThrow(message);
			expect(await hub.order('1')).toMatchObject({ status: 'on_hold' });
		});

		test('is not edited once it is not on hold, has an OMS, or goes as a whole', async () => {
			const lines = [at('1', { quantity: 3 })];
			await hub.take(placed('2', { isWhole: true, lines: [line('1', 'A', 99)] }), placed('3'));
			await hub.route();
			await expect(hub.ledger.editOrder('ikas-tr', '2', change({ lines }))).rejects.toThrow(
				/only as a whole/,
			);
			await expect(hub.ledger.editOrder('ikas-tr', '3', change({ lines }))).rejects.toThrow(
				/is new_order, not on hold/,
			);
			await hub.ledger.saveStore(draft({ code: 'oms', account: 'oms' }));
			await hub.sql(
				"INSERT INTO oms_orders (order_id, oms, key) SELECT id, 'oms', 'k' FROM orders WHERE channel_id = '1'",
			);
			await expect(edit({ lines })).rejects.toThrow(/the OMS oms has it/);
		});
	},
);
