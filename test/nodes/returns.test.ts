import type { IDataObject } from 'n8n-workflow';
import { pickFrom } from '../support/engine';
import { openHub, store, type HubNodes } from '../support/hubNodes';
import { line, placed } from '../support/placed';
import { picked } from '../support/shop';

describe('returns in the Order Hub node', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		const lines = [line('1', 'A', 2), line('2', 'B')];
		await hub.take(...['1', '2'].map((id) => placed(id, { lines, location: 'loc-ist' })));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		await hub.ledger.changeStatus('ikas-tr', '1', 'delivered');
		await hub.ledger.changeStatus('ikas-tr', '2', 'shipped');
	});
	afterEach(() => hub.close());

	const run = (operation: string, parameters: IDataObject = {}, items?: IDataObject[]) =>
		hub.items('orderHub', `return:${operation}`, {
			parameters: { returnCode: picked('R1'), ...parameters },
			...(items !== undefined && { items }),
		});
	const rows = (...given: IDataObject[]) => ({ lines: { rows: given } });
	const ask = (options: IDataObject = {}, change: IDataObject = {}) =>
		run('createRequest', {
			...store,
			...{ orderId: picked('1'), reason: 'too small', options: { code: 'R1', ...options } },
			...change,
		});
	const onHand = async () =>
		(await hub.ledger.getStock('acme', 'A')).find((one) => one.hub === 'istanbul')?.onHand;

	test('from the request to the refund', async () => {
		const torn = { line: '1', quantity: 1, reason: 'torn' };
		expect(await ask(rows({ line: 'A', quantity: 1 }, torn))).toMatchObject([
			{
				...{ code: 'R1', state: 'requested', isNew: true },
				reasons: {
					1: [
						{ reason: 'too small', quantity: 1 },
						{ reason: 'torn', quantity: 1 },
					],
				},
			},
		]);
		const approved = { ...rows({ line: 'A', quantity: 2 }), amount: '30.00' };
		expect(await run('approve', { options: approved })).toMatchObject([
			{ state: 'approved', refund: { state: 'due', amount: '30.00', currency: 'TRY' } },
		]);
		const to = { hub: picked('ankara'), trackingNumber: 'T9', carrier: 'Aras' };
		expect(await run('createReturnOrder', { options: to })).toMatchObject([
			{ state: 'ordered', hub: 'ankara', tracking: { number: 'T9', carrier: 'Aras', url: null } },
		]);
		expect(await run('receive')).toMatchObject([{ state: 'received' }]);
		const found = rows({ line: 'A', passed: 1, failed: 1, restock: false });
		expect(await run('qualityCheck', { found: 'lines', ...found })).toMatchObject([
			{ state: 'checked', lines: [{ passed: 1, restocked: 0, failed: 1 }] },
		]);
		expect(await run('markRefunded', { options: { amount: '25' } })).toMatchObject([
			{ refund: { state: 'refunded', amount: '25.00' } },
		]);
		expect(await run('getMany', { ...store, filters: { state: 'checked', order: '1' } })).toEqual(
			await run('get'),
		);
		expect(await run('getMany', { ...store, filters: { state: 'requested' } })).toEqual([]);
	});

	test('by the defaults all of it comes back to the hub that shipped it, and is stock again', async () => {
		const before = (await onHand()) ?? 0;
		await hub.items('orderHub', 'return:createRequest', {
			parameters: { ...store, reason: '', options: {} },
			items: [{ id: '1' }],
		});
		const [one] = await run('getMany', store);
		const items = [one ?? {}];
		for (const step of ['approve', 'createReturnOrder', 'receive', 'qualityCheck']) {
			await hub.items('orderHub', `return:${step}`, { items });
		}
		expect(await onHand()).toBe(before + 2);
		expect((await hub.ledger.getOrder('ikas-tr', '1')).status).toBe('returned');
	});

	test('of what the courier brings back, and of what is damaged', async () => {
		await expect(ask({}, { orderId: picked('2'), kind: 'courier' })).rejects.toThrow(/is shipped/);
		await hub.ledger.changeStatus('ikas-tr', '2', 'return_to_origin');
		expect(await ask({}, { orderId: picked('2'), kind: 'courier' })).toMatchObject([
			{ kind: 'courier', state: 'ordered', hub: 'istanbul' },
		]);
		await run('receive');
		const before = await onHand();
		expect(await run('qualityCheck', { found: 'failed' })).toMatchObject([
			{ lines: [{ failed: 2, restocked: 0 }, { failed: 1 }] },
		]);
		expect(await onHand()).toBe(before);
	});

	test('is rejected with a reason', async () => {
		await ask();
		expect(await run('reject', { rejectReason: 'worn' })).toMatchObject([
			{ state: 'rejected', rejectedBecause: 'worn' },
		]);
	});

	test('tried, changes nothing', async () => {
		expect(await ask({}, { dryRun: true })).toMatchObject([{ state: 'requested', dryRun: true }]);
		expect(await run('getMany', store)).toEqual([]);
		await ask();
		expect(await run('approve', { dryRun: true })).toMatchObject([
			{ state: 'approved', dryRun: true },
		]);
		expect(await run('get')).toMatchObject([{ state: 'requested' }]);
	});

	test('refuses a carrier without its number', async () => {
		await ask();
		await run('approve');
		await expect(run('createReturnOrder', { options: { carrier: 'Aras' } })).rejects.toThrow(
			/without a tracking number/,
		);
	});

	test('are found by an event of the trigger', async () => {
		await ask();
		const items = (await hub.ledger.getEvents({
			...{ stores: [], types: ['return_requested'], limit: 9 },
		})) as unknown as IDataObject[];
		expect(await hub.items('orderHub', 'return:approve', { items })).toMatchObject([
			{ code: 'R1', state: 'approved' },
		]);
	});

	test('are picked from a list', async () => {
		await ask();
		expect(
			await pickFrom('n8n-nodes-order-hub.orderHub', hub.credentials, 'searchReturns', 'N1', {
				resource: 'return',
				operation: 'get',
			}),
		).toEqual([{ name: 'R1 (ikas-tr, N1, requested)', value: 'R1' }]);
	});
});
