import type { IDataObject } from 'n8n-workflow';
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
