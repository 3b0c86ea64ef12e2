import type { IDataObject } from 'n8n-workflow';
import { credentialStore } from '../support/credentialStore';
import { runNode } from '../support/engine';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { line, placed } from '../support/placed';

const ankara = { code: 'ankara', available: { A: 5 } };
const istanbul = { code: 'istanbul', available: { A: 1 } };
const order = { ...placed('1', { lines: [line('1', 'A', 2)] }) };
const ofItems = { source: 'items' };

describe('Hub Router, deciding only', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const decide = (item: object, parameters: object = {}) =>
		hub.run('hubRouter', 'decide', {
			parameters: { ...ofItems, ...parameters } as IDataObject,
			items: [item as IDataObject],
		});

	test('says what routing would do with what waits, and changes nothing', async () => {
		await hub.take(placed('1'), placed('2', { lines: [line('1', 'A', 99)] }));
		const parameters = { ...store, source: 'waiting' };
		const [assigned, onHold] = await hub.run('hubRouter', 'decide', { parameters });
		expect(assigned).toMatchObject([{ order: '1', decision: { hub: 'istanbul' } }]);
		expect(onHold).toMatchObject([
			{ order: '2', decision: { holdReason: 'inventory_not_present' } },
		]);
		const orders = await hub.items('orderHub', 'order:getMany', { parameters: store });
		expect(orders.map(({ status }) => status)).toEqual(['created', 'created']);
	});

	test('decides for the order of an item, from the hubs and the stock of the item', async () => {
		const [assigned = []] = await decide({ ...order, hubs: [istanbul, ankara], note: 'kept' });
		expect(assigned).toMatchObject([
			{
				note: 'kept',
				decision: {
					hub: 'ankara',
					ruleSet: 'priority@1',
					verdicts: [
						{ hub: 'istanbul', taken: false, why: expect.stringContaining('1 free') },
						{ hub: 'ankara', taken: true },
					],
				},
			},
		]);
	});

	test('puts the item on hold when no hub has enough', async () => {
		const [assigned, onHold] = await decide({ order, hubs: [istanbul] });
		expect(assigned).toEqual([]);
		expect(onHold).toMatchObject([{ decision: { holdReason: 'inventory_not_present' } }]);
	});

	test('leaves out what was cancelled of the order', async () => {
		const lines = [line('1', 'A', 2, 1), line('2', 'B', 1, 1)];
		const [assigned] = await decide({ order: { ...order, lines }, hubs: [istanbul] });
		expect(assigned).toMatchObject([{ decision: { hub: 'istanbul' } }]);
	});

	test('asks the rules of the item, and needs no ledger for that', async () => {
		const rules = [
			{
				name: 'split',
				strategy: 'fewestParcels',
				filters: [{ field: 'store', is: 'include', values: ['mine'] }],
				split: {},
			},
		];
		const items = [{ order, rules, hubs: [istanbul, { ...ankara, available: { A: 1 } }] }];
		const run = (options: IDataObject) =>
			runNode('n8n-nodes-order-hub.hubRouter', credentialStore({}), {
				parameters: { operation: 'decide', ...ofItems, ruleSource: 'json', options },
				items,
			});
		const [[assigned] = []] = await run({ storeCode: 'mine' });
		expect(assigned?.decision).toMatchObject({
			ruleSet: 'item@1',
			parcels: [{ hub: 'istanbul' }, { hub: 'ankara' }],
		});
		const [, [whole] = []] = await run({ storeCode: 'mine', maySplit: false });
		expect(whole?.decision).toMatchObject({ hub: null });
		const [, [other] = []] = await run({ storeCode: 'other' });
		expect(other?.decision).toMatchObject({ passedOver: [{ rule: 'split' }] });
	});

	test('reads working hours for the moment it is asked about', async () => {
		const hours = {
			timeZone: 'Europe/Istanbul',
			days: [1],
			opens: '09:00',
			closes: '18:00',
			cutOff: null,
		};
		const rules = [{ name: 'open', strategy: 'priority', workingHours: 'require' }];
		const item = { order, rules, hubs: [{ ...ankara, workingHours: hours }] };
		const at = async (decidedAt: string) => {
			const [assigned = []] = await decide(item, { ruleSource: 'json', options: { decidedAt } });
			return assigned.length;
		};
		expect(await at('2026-03-02T12:00:00+03:00')).toBe(1);
		expect(await at('2026-03-03T12:00:00+03:00')).toBe(0);
	});

	test('keeps to the hub that the channel chose', async () => {
		const hubs = [{ ...istanbul, available: { A: 9 } }, ankara];
		const [assigned] = await decide({ order, hubs }, { options: { forcedHub: 'ankara' } });
		expect(assigned).toMatchObject([{ decision: { hub: 'ankara' } }]);
	});

	test('says what it cannot read', async () => {
		const hubs = [ankara];
		await expect(decide({ order: { lines: [{ sku: null, ordered: 1 }] }, hubs })).rejects.toThrow(
			/order.*lines: 0: sku/,
		);
		await expect(decide({ order })).rejects.toThrow(/candidates/);
		await expect(decide({ order, hubs: [{ code: 'x' }] })).rejects.toThrow(/0: available/);
		const rules = [
			{
				name: 'r',
				strategy: 'priority',
				filters: [{ field: 'value', is: 'include', values: ['much'] }],
			},
		];
		await expect(decide({ order, hubs, rules }, { ruleSource: 'json' })).rejects.toThrow(/much/);
	});
});
