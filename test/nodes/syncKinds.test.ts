import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { execute } from '../support/engine';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';

const node = (name: string, parameters: IDataObject, onError?: string) => ({
	id: name,
	name,
	type: 'n8n-nodes-order-hub.orderHub',
	typeVersion: 1,
	position: [0, 0],
	parameters,
	credentials: { orderHubLedgerApi: { id: null, name: 'Order Hub Ledger' } },
	onError,
});

const to = (name: string) => [{ node: name, type: 'main', index: 0 }];

/** Sync Begin, a node that fails there, and Sync End behind its error output. */
const failing = (kind: string, parameters: IDataObject) =>
	({
		id: 'failing',
		name: 'failing',
		nodes: [
			node('Begin', { resource: 'sync', operation: 'begin', kind, ...store }),
			node('Step', parameters, 'continueErrorOutput'),
			node('End', { resource: 'sync', operation: 'end' }),
		],
		connections: { Begin: { main: [to('Step')] }, Step: { main: [to('End'), to('End')] } },
		settings: { executionOrder: 'v1' },
	}) as unknown as IWorkflowBase;

describe('Order Hub, syncs of every kind', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(() => hub.close());

	const begin = async (kind: string) => {
		const parameters = { ...store, kind };
		return (await hub.items('orderHub', 'sync:begin', { parameters }))[0];
	};
	const summary = async (kind: string) => {
		const parameters = { ...store, kind };
		return (await hub.items('orderHub', 'sync:getSummary', { parameters }))[0];
	};

	test('keep apart, and are summed up each by itself', async () => {
		await begin('inventory');
		expect(await summary('inventory')).toMatchObject({ kind: 'inventory', state: 'running' });
		expect(await summary('orders')).toMatchObject({ kind: 'orders', state: 'idle' });
		await expect(begin('labels')).rejects.toThrow(/kind: "labels"/);
	});

	test('are begun by the node that does them, or asked of another workflow, and not too often', async () => {
		const told = (operation: string, parameters: IDataObject) =>
			hub.run('orderHub', operation, { parameters: { ...store, ...parameters } });
		const request = (parameters: IDataObject) => told('sync:request', parameters);
		const answered = async (asked: ReturnType<typeof told>) =>
			(await asked).flat().map(({ answer }) => answer ?? 'run');
		const byHand = { kind: 'catalog', manual: true };
		expect(await answered(request({ kind: 'inventory', full: true }))).toEqual(['asked']);
		expect(await answered(request({ kind: 'inventory', full: true }))).toEqual(['tooEarly']);
		expect(await answered(request({ kind: 'inventory', full: false }))).toEqual(['asked']);
		expect(await answered(told('sync:begin', byHand))).toEqual(['run']);
		expect(await answered(told('sync:begin', byHand))).toEqual(['running']);
		expect(await answered(request({ kind: 'catalog' }))).toEqual(['running']);
	});

	test.each([
		['inventory', { resource: 'stock', operation: 'confirm' }, /no receipts/],
		['drift', { resource: 'stock', operation: 'compare' }, /no levels/],
		['orders', { resource: 'order', operation: 'import', ...store }, /no order/],
	])('of kind %s end as failed when a step on the way fails', async (kind, step, message) => {
		const { run } = await execute(failing(kind, step), hub.credentials, { node: 'Begin' });
		expect(run.data.resultData.error?.message).toMatch(message);
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
		expect(await summary(kind)).toMatchObject({
			state: 'idle',
			lastError: expect.stringMatching(message),
		});
	});

	test('hand an unfinished walk on, and end where it ends', async () => {
		const [first] = await hub.items('orderHub', 'listing:import', {
			parameters: store,
			items: [{ id: 'p1/v1', sku: 'A', title: 'Shirt' }],
		});
		expect(first).toMatchObject({ outcome: 'created' });
		const most = { options: { most: 1 } };
		const items = [(await begin('inventory')) ?? {}];
		const [handed] = await hub.items('orderHub', 'stock:getChanges', { items, parameters: most });
		const changes = handed?.changes as IDataObject[];
		const receipts = changes.map((row) => ({ ...row, outcome: 'stored', reason: null }));
		const pushed = { run: handed?.run, receipts, next: handed?.next };
		const confirmed = await hub.items('orderHub', 'stock:confirm', { items: [pushed] });
		const [done, here] = await hub.run('orderHub', 'sync:end', { items: confirmed });
		expect(done).toEqual([]);
		expect(here).toMatchObject([{ run: { kind: 'inventory' } }]);
		const [again] = await hub.items('orderHub', 'stock:getChanges', { items: here });
		expect(again).toMatchObject({ changes: [{ location: 'loc-ist' }], next: null });
	});
});
