import type { IDataObject } from 'n8n-workflow';
import { executeNode } from '../support/engine';
import { openHub, store } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { placed } from '../support/placed';

const told = { parameters: store };

describe('Order Hub, what a channel is to be told', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.settle({
			workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }],
		});
		await hub.take(placed('1'), placed('2'));
		await hub.route();
		for (const id of ['1', '2']) await hub.ledger.changeStatus('ikas-tr', id, 'shipped');
	});
	afterEach(() => hub.close());

	const claim = () => hub.items('orderHub', 'channelUpdate:claim', told);
	const failed = (item: IDataObject | undefined, kind: string): IDataObject => ({
		...item,
		error: 'ikas: there is no such order.',
		details: { kind, retryAfterMs: null },
	});

	test('gives what is due as one item each, and to nobody else meanwhile', async () => {
		expect(await claim()).toMatchObject([
			{ store: 'ikas-tr', attempts: 1, update: { order: '1', channelStatus: 'package:FULFILLED' } },
			{ update: { order: '2' } },
		]);
		expect(await claim()).toEqual([]);
	});

	test('records that the channel was told, and what was done there', async () => {
		const [first] = await claim();
		const items = [{ ...first, outcome: 'sent', detail: 'fulfilled' }];
		expect(await hub.items('orderHub', 'channelUpdate:complete', { items })).toEqual([
			{ id: first?.id, state: 'done', dueAt: null },
		]);
		const done = { parameters: { ...store, filters: { state: 'done' } } };
		expect(await hub.items('orderHub', 'channelUpdate:getMany', done)).toMatchObject([
			{ id: first?.id, state: 'done', detail: 'fulfilled' },
		]);
	});

	test('waits where the channel cannot be told yet, until then or until somebody says a size', async () => {
		const [first, second] = await claim();
		const until = '2099-03-02T10:00:00.000Z';
		const waits = { outcome: 'waits', detail: 'not packed yet' };
		const items = [
			{ ...first, ...waits, until },
			{ ...second, ...waits, until: null },
		];
		expect(await hub.items('orderHub', 'channelUpdate:complete', { items })).toEqual([
			{ id: first?.id, state: 'waiting', dueAt: until },
			{ id: second?.id, state: 'waiting', dueAt: null },
		]);
		const waiting = { parameters: { ...store, filters: { state: 'waiting' } } };
		expect(await hub.items('orderHub', 'channelUpdate:getMany', waiting)).toMatchObject([
			{ id: second?.id, detail: 'not packed yet', dueAt: null },
			{ id: first?.id, dueAt: until },
		]);
		const box = { length: 30, width: 20, height: 10, weight: 500 };
		const sized = { parameters: { ...store, orderId: '2', ...box } };
		expect(await hub.items('orderHub', 'parcel:setBox', sized)).toMatchObject([
			{ id: '2', parcels: [{ box }] },
		]);
		expect(await claim()).toMatchObject([{ id: second?.id, update: { parcels: [{ box }] } }]);
	});

	test('records that the channel does not take it, and why, and finds it by that', async () => {
		const [first] = await claim();
		const detail = 'ikas has no call for that.';
		const items = [{ ...first, outcome: 'untaken', detail }];
		expect(await hub.items('orderHub', 'channelUpdate:complete', { items })).toEqual([
			{ id: first?.id, state: 'untaken', dueAt: null },
		]);
		const untaken = { parameters: { ...store, filters: { state: 'untaken' } } };
		expect(await hub.items('orderHub', 'channelUpdate:getMany', untaken)).toMatchObject([
			{ id: first?.id, state: 'untaken', detail },
		]);
	});

	test('keeps what the channel is to have at hand, told or waiting', async () => {
		const [first, second] = await claim();
		const items = [
			{ ...first, outcome: 'sent', detail: 'sent', memo: 'invoice 1' },
			{ ...second, outcome: 'waits', detail: 'no AWB', until: '2020-01-01', memo: 'invoice 2' },
		];
		await hub.run('orderHub', 'channelUpdate:complete', { items });
		expect(await hub.items('orderHub', 'channelUpdate:getMany', told)).toMatchObject([
			{ update: { memo: 'invoice 2' } },
			{ update: { memo: 'invoice 1' } },
		]);
	});

	test('refuses an item that waits and does not say until when, or that is of no parcel', async () => {
		const [first] = await claim();
		for (const wrong of [
			{ outcome: 'waits' },
			{ outcome: 'waits', until: 'soon' },
			{ outcome: 'sent', parcels: [{ label: 'x' }] },
			{ outcome: 'sent', parcels: 'x' },
			{ outcome: 'sent', memo: { invoice: 1 } },
		]) {
			const items = [{ ...first, detail: '', ...wrong }];
			await expect(hub.run('orderHub', 'channelUpdate:complete', { items })).rejects.toThrow(
				/Send Update/,
			);
		}
		expect(await claim()).toEqual([]);
	});

	test('keeps the label that the channel made, and gives it as a file', async () => {
		const [first] = await claim();
		const zpl = '^XA^FO50,50^FDHello^FS^XZ';
		const parcels = [
			{
				parcel: (await hub.ledger.getOrder('ikas-tr', '1')).parcels[0]?.parcel,
				tracking: { number: 'AWB1', carrier: 'ATS', url: null },
				label: { mimeType: 'x.application/zpl', base64: Buffer.from(zpl).toString('base64') },
			},
		];
		const items = [{ ...first, outcome: 'sent', detail: 'packed', parcels }] as never;
		await hub.run('orderHub', 'channelUpdate:complete', { items });
		const [event] = await hub.ledger.getEvents({ stores: [], types: ['label_ready'], limit: 1 });
		const [[printed] = []] = await executeNode('n8n-nodes-order-hub.orderHub', hub.credentials, {
			parameters: { resource: 'parcel', operation: 'getLabel', ...store },
			items: [{ ...event } as never],
		});
		const fileName = `N1-${parcels[0]?.parcel}.zpl`;
		expect(printed?.json).toEqual({
			...{ store: 'ikas-tr', order: '1', number: 'N1', parcel: parcels[0]?.parcel },
			...{ tracking: parcels[0]?.tracking, fileName, mimeType: 'x.application/zpl' },
			subOrder: null,
		});
		expect(printed?.binary?.data).toMatchObject({ fileName, mimeType: 'x.application/zpl' });
		expect(Buffer.from(printed?.binary?.data?.data ?? '', 'base64').toString()).toBe(zpl);
	});

	test('tries again later where the failure may pass, and makes an exception where it may not', async () => {
		const [first, second] = await claim();
		const items = [failed(first, 'unavailable'), failed(second, 'rejected')];
		expect(await hub.items('orderHub', 'channelUpdate:fail', { items })).toEqual([
			{ id: first?.id, state: 'pending', dueAt: expect.any(String) },
			{ id: second?.id, state: 'exception', dueAt: null },
		]);
		const refused = { parameters: { ...store, filters: { kind: 'update_refused' } } };
		expect(await hub.items('orderHub', 'exception:getMany', refused)).toMatchObject([
			{ cause: expect.stringContaining('ikas: there is no such order.') },
		]);
	});

	test('finds the updates of one order', async () => {
		const of = { parameters: { ...store, filters: { orderId: '2' } } };
		expect(await hub.items('orderHub', 'channelUpdate:getMany', of)).toMatchObject([
			{ update: { order: '2' }, state: 'pending' },
		]);
	});

	test('refuses an item that is no claimed update', async () => {
		const stranger = { items: [{ id: 'x' }] };
		await expect(hub.run('orderHub', 'channelUpdate:complete', stranger)).rejects.toThrow(
			/no claimed update/,
		);
	});

	test('retries an exception once its cause is mended, and dismisses one with a reason', async () => {
		const claimed = await claim();
		const items = claimed.map((item) => failed(item, 'rejected'));
		await hub.run('orderHub', 'channelUpdate:fail', { items });
		const open = await hub.items('orderHub', 'exception:getMany', told);
		expect(
			await hub.items('orderHub', 'exception:retry', { items: open.slice(0, 1) }),
		).toMatchObject([{ id: open[0]?.id, did: 'requeued' }]);
		const reason = { reason: 'told by phone' };
		expect(
			await hub.items('orderHub', 'exception:dismiss', {
				parameters: reason,
				items: open.slice(1),
			}),
		).toMatchObject([{ id: open[1]?.id, state: 'dismissed' }]);
		expect(await hub.items('orderHub', 'exception:getMany', told)).toEqual([]);
		const dismissed = {
			parameters: {
				...store,
				filters: { state: 'dismissed', reference: open[1]?.reference },
			},
		};
		expect(await hub.items('orderHub', 'exception:getMany', dismissed)).toMatchObject([
			{ id: open[1]?.id },
		]);
		expect((await claim()).map(({ id }) => id)).toEqual([claimed[0]?.id]);
	});
});
