import type { IDataObject } from 'n8n-workflow';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { furnishOms, level } from '../support/oms';
import { placed } from '../support/placed';
import { picked } from '../support/shop';
import { sizeSafety } from '../support/sizedSafety';

const listing = { id: 'p1/v1', sku: 'A', title: 'Shirt' };
const atIstanbul = { listing: 'p1/v1', location: 'loc-ist' };
const atAnkara = { listing: 'p1/v1', location: 'loc-ank' };
const goods = { seller: 'acme', sku: 'A', hub: picked('istanbul') };

describe('Order Hub, stock and what goes out of it', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const step = async (operation: string, item: IDataObject | undefined, parameters = {}) => {
		const items = item === undefined ? [] : [item];
		const [done] = await hub.items('orderHub', operation, { items, parameters });
		return done ?? {};
	};
	const begin = async (kind: string) => {
		const parameters = { ...store, kind };
		return (await hub.items('orderHub', 'sync:begin', { parameters }))[0];
	};
	const importListing = () =>
		hub.items('orderHub', 'listing:import', { parameters: store, items: [listing] });

	test('imports listings store by store, each with its outcome', async () => {
		const items = [listing, { ...listing, id: 'p2/v1', sku: null }];
		expect(await hub.items('orderHub', 'listing:import', { parameters: store, items })).toEqual([
			{ store: 'ikas-tr', id: 'p1/v1', outcome: 'created', reason: null },
			{ store: 'ikas-tr', id: 'p2/v1', outcome: 'skipped', reason: expect.any(String) },
		]);
		const stranger = { parameters: store, items: [{ sku: 'A' }] };
		await expect(hub.run('orderHub', 'listing:import', stranger)).rejects.toThrow(/no listing/);
	});

	test('adjusts stock up and down, and the same reference only once', async () => {
		const adjust = async (change: number, reference: string) => {
			const parameters = { ...goods, change, reason: 'recount', options: { reference } };
			const [level] = await hub.items('orderHub', 'stock:adjust', { parameters });
			return level?.onHand;
		};
		expect(await adjust(5, 'a')).toBe(15);
		expect(await adjust(-2, 'b')).toBe(13);
		expect(await adjust(-2, 'b')).toBe(13);
		await expect(adjust(0.5, 'c')).rejects.toThrow(/change: 0.5 is not a whole number/);
	});

	test('takes a count as of when it was made, in the time zone of the workflow', async () => {
		const count = (onHand: number, asOf: string) =>
			hub.items('orderHub', 'stock:set', { parameters: { ...goods, onHand, options: { asOf } } });
		const before = new Date(Date.now() - 3_600_000).toISOString();
		expect(await count(50, before)).toMatchObject([{ onHand: 10 }]);
		const later = new Date(Date.now() - 1_000).toISOString();
		await expect(count(1, 'yesterday')).rejects.toThrow(/asOf: "yesterday" is not a date/);
		expect(await count(7, later)).toMatchObject([{ hub: 'istanbul' }]);
	});

	test('says what a store may offer, for SKUs with commas or from an expression', async () => {
		const offered = async (skus: string, item: IDataObject = {}) => {
			const parameters = { ...store, skus };
			const rows = await hub.items('orderHub', 'stock:getAvailability', {
				parameters,
				items: [item],
			});
			return rows.map(({ sku, total }) => [sku, total]);
		};
		const both = [
			['A', 20],
			['B', 20],
		];
		expect(await offered('A, B')).toEqual(both);
		expect(await offered('={{ $json.wanted }}', { wanted: ['A', 'B'] })).toEqual(both);
	});

	test('says what a safety stock that sizes itself holds back, and why', async () => {
		const listed = async () =>
			await hub.items('orderHub', 'stock:getSafetyStock', { parameters: { ...store, limit: 5 } });
		expect(await listed()).toEqual([]);
		await sizeSafety(hub.ledger);
		const why = expect.stringMatching(/7 cover 98 % of the demand in 6 min .* at 31 units\/h/);
		expect(await listed()).toEqual([{ sku: 'A', units: 7, why }]);
		const offered = { parameters: { ...store, skus: 'A' } };
		expect(await hub.items('orderHub', 'stock:getAvailability', offered)).toMatchObject([
			{ total: 13, heldBack: 0, safety: { units: 7, why } },
		]);
	});

	test('hands out what differs, and records what the channel took', async () => {
		await importListing();
		const run = await begin('inventory');
		const handed = await step('stock:getChanges', run);
		expect(handed).toMatchObject({
			changes: expect.arrayContaining([
				expect.objectContaining({ ...atIstanbul, quantity: 10, confirmed: null }),
				expect.objectContaining({ ...atAnkara, quantity: 10 }),
			]),
			next: null,
		});
		const receipts = [
			{ ...atIstanbul, quantity: 10, outcome: 'stored', reason: null },
			{ ...atAnkara, quantity: 10, outcome: 'refused', reason: 'unknown location' },
		];
		const confirmed = await step('stock:confirm', { run: handed.run, receipts, next: handed.next });
		expect(confirmed).toMatchObject({ counts: { stored: 1, refused: 1, unsent: 0 } });
		expect(await step('sync:end', confirmed)).toMatchObject({ answer: 'done' });
		expect(await hub.items('orderHub', 'exception:getMany', { parameters: store })).toMatchObject([
			{ kind: 'stock_refused' },
		]);
	});

	test('takes in what an OMS has, as of when it was asked, and shows whose stock it is', async () => {
		await furnishOms(hub.ledger, ['A']);
		const parameters = { store: 'oms', kind: 'stock' };
		const [begun] = await hub.items('orderHub', 'sync:begin', { parameters });
		const page = { ...begun, levels: [level('A', 4)], tookMs: 0, next: null };
		const stored = await step('stock:importPage', page);
		expect(stored).toMatchObject({ counts: { changed: 1, unchanged: 0, skipped: 0 }, next: null });
		expect(await step('sync:end', stored)).toMatchObject({ answer: 'done' });
		const levels = await hub.items('orderHub', 'stock:get', { parameters: goods });
		expect(levels).toMatchObject([{ hub: 'ankara' }, { hub: 'istanbul', onHand: 4 }]);
		expect(await hub.items('orderHub', 'hub:getMany')).toMatchObject([
			{ code: 'ankara', stockMaster: 'oms' },
			{ code: 'istanbul', stockMaster: 'oms' },
		]);
		await expect(
			hub.items('orderHub', 'stock:set', { parameters: { ...goods, onHand: 1 } }),
		).rejects.toThrow(/store "oms" is the stock master of this hub/);
	});

	test('counts the way from the OMS to here: what moved meanwhile is applied again', async () => {
		await furnishOms(hub.ledger, ['A']);
		const parameters = { store: 'oms', kind: 'stock' };
		const [begun] = await hub.items('orderHub', 'sync:begin', { parameters });
		await hub.sql('UPDATE stock SET counted_at = {now} - 90000');
		await hub.sql(
			`INSERT INTO movements (seller, sku, hub, kind, change, at)
			VALUES ('acme', 'A', 'istanbul', 'handed_over', -3, {now} - 20000)`,
		);
		const readAt = Date.now() - 25_000;
		await step('stock:importPage', {
			...begun,
			levels: [level('A', 9)],
			tookMs: 30,
			readAt,
			next: null,
		});
		const [, istanbul] = await hub.items('orderHub', 'stock:get', { parameters: goods });
		expect(istanbul).toMatchObject({ onHand: 6 });
	});

	test('bounds the rows that are handed out at once', async () => {
		await importListing();
		const handed = await step('stock:getChanges', await begin('inventory'), {
			options: { most: 1 },
		});
		expect(handed.changes).toHaveLength(1);
	});

	test('finds where the channel shows other stock than it had confirmed', async () => {
		await importListing();
		const handed = await step('stock:getChanges', await begin('inventory'));
		const receipts = [
			{ ...atIstanbul, quantity: 10, outcome: 'stored', reason: null },
			{ ...atAnkara, quantity: 10, outcome: 'stored', reason: null },
		];
		await step('sync:end', await step('stock:confirm', { run: handed.run, receipts, next: null }));
		const levels = [
			{ ...atIstanbul, quantity: 3 },
			{ ...atAnkara, quantity: 10 },
		];
		const run = await begin('drift');
		const compared = await step('stock:compare', { ...run, levels, next: null });
		expect(compared).toMatchObject({ drift: [{ ...atIstanbul, quantity: 3, confirmed: 10 }] });
		expect(await step('sync:end', compared)).toMatchObject({ answer: 'done' });
		expect(await hub.items('orderHub', 'stock:getDrift', { parameters: store })).toMatchObject([
			{ ...atIstanbul, sku: 'A' },
		]);
	});

	test('finds the orders of the channel that the hub lacks', async () => {
		const { run } = (await begin('orders')) ?? {};
		const page = { run, orders: [placed('1')], unreadable: [], next: null };
		const stored = await step('order:import', { ...page, watermark: '2026-03-02T11:00:00.000Z' });
		await step('sync:end', stored);
		const references = ['1', '2'].map((id) => ({ id, revisedAt: '2026-03-02T10:00:00.000Z' }));
		const compared = await step('reconciliation:compare', {
			...(await begin('reconcile')),
			references,
			next: null,
			watermark: '2026-03-02T11:00:00.000Z',
		});
		expect(compared).toMatchObject({ gaps: ['2'] });
		const read = { orders: [placed('2')], unreadable: [] };
		const filled = await step('order:import', {
			run: compared.run,
			...read,
			next: compared.next,
			watermark: compared.watermark,
		});
		expect(filled).toMatchObject({ counts: { created: 1 } });
		expect(await step('sync:end', filled)).toMatchObject({ answer: 'done' });
		const hours = await hub.items('orderHub', 'reconciliation:getMany', { parameters: store });
		expect(hours).toMatchObject([{ channel: 2, hub: 1, gaps: 1 }]);
	});

	test.each([
		['stock:confirm', /no receipts.*Stock > Push/],
		['stock:compare', /no levels.*Stock > Get Page/],
		['reconciliation:compare', /no references.*Get References/],
	])('%s says which node belongs before it', async (operation, message) => {
		await expect(step(operation, await begin('inventory'))).rejects.toThrow(message);
		await expect(step(operation, {})).rejects.toThrow(/no run/);
	});

	test('stock:importPage takes a page of an OMS under its own kind only', async () => {
		const levels = { levels: [], tookMs: 0, next: null };
		const wrong = { ...(await begin('inventory')), ...levels };
		await expect(step('stock:importPage', wrong)).rejects.toThrow(
			/of the kind "inventory".*Set the kind of Sync Begin to "stock"/,
		);
		await furnishOms(hub.ledger, ['A']);
		const parameters = { store: 'oms', kind: 'stock' };
		const [begun] = await hub.items('orderHub', 'sync:begin', { parameters });
		await expect(step('stock:importPage', begun)).rejects.toThrow(/no levels.*Stock > Get Page/);
		const timeless = { ...begun, levels: [], next: null };
		await expect(step('stock:importPage', timeless)).rejects.toThrow(/taken NaN ms/);
	});
});
