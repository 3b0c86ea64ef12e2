import type { IDataObject } from 'n8n-workflow';
import { everyStep } from '../support/telling';
import { executeNode, pickFrom } from '../support/engine';
import { openHub, store, type HubNodes } from '../support/hubNodes';
import { line, placed } from '../support/placed';
import { picked } from '../support/shop';

const manifest = { manifestCode: picked('M1') };

describe('manifests in the Order Hub node', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.settle({ workspaceStatusMap: everyStep });
		await hub.take(...['1', '2', '3'].map((id) => placed(id, { lines: [line('1', 'A')] })));
		await hub.route();
		for (const id of ['1', '2']) await hub.ledger.changeStatus('ikas-tr', id, 'packed');
		await hub.sql("UPDATE outbox SET state = 'done'");
	});
	afterEach(() => hub.close());

	const run = (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
		hub.items('orderHub', `manifest:${operation}`, {
			parameters: { ...manifest, ...parameters },
			...(items !== undefined && { items }),
		});
	const create = (options: IDataObject = { code: 'M1' }, change: IDataObject = {}) =>
		run('create', { ...store, hub: picked('istanbul'), options, ...change });
	const standing = async () =>
		((await run('get'))[0]?.orders as IDataObject[]).map(({ order, result }) => [order, result]);

	test('from the first order to what became of the last', async () => {
		expect(await create()).toMatchObject([{ code: 'M1', state: 'open', isNew: true }]);
		expect(await create({})).toMatchObject([{ code: 'M1', isNew: false }]);
		expect(await create({ reuseOpen: false })).toMatchObject([{ isNew: true }]);
		const items = [{ id: '1' }, { id: '2' }, { id: '3' }];
		expect(await run('addOrders', {}, items)).toMatchObject([
			{ manifest: 'M1', order: '1', number: 'N1', outcome: 'added', reason: null },
			{ order: '2', outcome: 'added' },
			{ order: '3', outcome: 'refused', reason: expect.stringMatching(/Pack it first/) },
		]);
		expect(await run('removeOrders', { orderIds: '2, 3' })).toMatchObject([
			{ order: '2', outcome: 'removed' },
			{ order: '3', outcome: 'refused' },
		]);
		expect(await run('close', { closedBy: 'Ayşe' })).toMatchObject([
			{ state: 'closed', closedBy: 'Ayşe', orders: [{ order: '1', result: 'waiting' }] },
		]);
		const [claimed] = await hub.items('orderHub', 'channelUpdate:claim', { parameters: store });
		expect(claimed).toMatchObject({ update: { manifest: 'M1', channelStatus: 'SHIPPED' } });
		await hub.items('orderHub', 'channelUpdate:fail', {
			items: [{ ...claimed, error: 'no such parcel', details: { kind: 'rejected' } }],
		});
		expect(await standing()).toEqual([['1', 'refused']]);
		expect(await run('retryFailed')).toMatchObject([{ order: '1', outcome: 'queued' }]);
		expect(await standing()).toEqual([['1', 'waiting']]);
		expect(await run('getMany', { ...store, filters: { state: 'closed' } })).toMatchObject([
			{ code: 'M1', parcels: 1, counts: { waiting: 1, refused: 0 } },
		]);
	});

	test('takes all that are ready where nobody names any', async () => {
		await create();
		const ready = { which: 'ready', readyFrom: 'packed' };
		expect(await run('addOrders', ready)).toMatchObject([{ order: '1' }, { order: '2' }]);
		expect(await run('addOrders', ready)).toEqual([]);
		await expect(run('addOrders', { orderIds: ' ' })).rejects.toThrow(/no order was named/);
	});

	test('takes a list of an expression', async () => {
		await create();
		const all = '={{ $input.all().map(({ json }) => json.number) }}';
		const items = [{ number: 'N1' }, { number: 'N2' }];
		const added = await hub.run('orderHub', 'manifest:addOrders', {
			parameters: { ...manifest, orderIds: all },
			items,
		});
		expect(added[0]?.map(({ order, outcome }) => [order, outcome])).toEqual([
			['1', 'added'],
			['2', 'added'],
			['1', 'unchanged'],
			['2', 'unchanged'],
		]);
	});

	test('tried, changes nothing', async () => {
		await create();
		const tried = { dryRun: true };
		expect(await create({ code: 'M2' }, tried)).toMatchObject([{ code: 'M2', dryRun: true }]);
		expect(await run('addOrders', { ...tried, orderIds: '1' })).toMatchObject([
			{ outcome: 'added', dryRun: true },
		]);
		await run('addOrders', { orderIds: '1' });
		expect(await run('close', { ...tried, closedBy: 'Ayşe' })).toMatchObject([
			{ state: 'closed', dryRun: true },
		]);
		expect(await standing()).toEqual([['1', 'added']]);
		expect(await run('getMany', store)).toMatchObject([{ code: 'M1', state: 'open' }]);
	});

	test('lists orders that left without one, where the channel waits for it', async () => {
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		expect(await run('getWithoutManifest', store)).toEqual([]);
		const [claimed] = await hub.items('orderHub', 'channelUpdate:claim', { parameters: store });
		const waits = { outcome: 'waits', detail: 'no closed manifest', waitsFor: 'manifest' };
		await hub.items('orderHub', 'channelUpdate:complete', {
			items: [{ ...claimed, ...waits, until: '2099-01-01T00:00:00.000Z' }],
		});
		expect(await run('getWithoutManifest', store)).toMatchObject([
			{ order: '1', hub: 'istanbul', advice: expect.stringMatching(/close that/) },
		]);
		const parameters = { ...store, filters: { kind: 'manifest_missing' } };
		expect(await hub.items('orderHub', 'exception:getMany', { parameters })).toHaveLength(1);
	});

	test('prints a page on which nothing from outside is taken for HTML', async () => {
		const evil = '<img src=x onerror="alert(1)">&\'';
		const lines = [{ ...line('1', 'A'), title: evil }];
		await hub.take(placed('4', { number: evil, lines }));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '4', 'packed', {
			tracking: { number: '<b>T4</b>', carrier: 'Aras & Co', url: null },
		});
		await create({ code: 'M1' });
		await run('addOrders', { orderIds: '1, 4' });
		const [[item] = []] = await executeNode('n8n-nodes-order-hub.orderHub', hub.credentials, {
			parameters: { resource: 'manifest', operation: 'getPrintList', ...manifest },
		});
		expect(item?.json).toMatchObject({
			...{ code: 'M1', units: 2, fileName: 'manifest-M1.html', mimeType: 'text/html' },
			rows: [{ number: 'N1' }, { number: evil, tracking: { carrier: 'Aras & Co' }, count: 1 }],
		});
		const page = Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString();
		expect(page).toContain('Manifest M1');
		expect(page).toContain('İstanbul (istanbul)');
		expect(page).toContain('&lt;b&gt;T4&lt;/b&gt; Aras &amp; Co');
		expect(page).toContain('1 × &lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39; (A)');
		expect(page).not.toMatch(/<img|<b>|<script/);
		expect(page.match(/<tr><td>/g)).toHaveLength(2);
		expect(page).toContain('Handed over by');
	});

	test('are picked from a list, open ones first', async () => {
		await create();
		await run('addOrders', { orderIds: '1' });
		await run('close', { closedBy: 'Ayşe' });
		await create({ code: 'M2' });
		const list = await pickFrom(
			'n8n-nodes-order-hub.orderHub',
			hub.credentials,
			'searchManifests',
			'M',
			{ resource: 'manifest', operation: 'get' },
		);
		expect(list).toEqual([
			{ name: 'M2 (ikas-tr, istanbul, open)', value: 'M2' },
			{ name: 'M1 (ikas-tr, istanbul, closed)', value: 'M1' },
		]);
	});
});
