import type { IDataObject } from 'n8n-workflow';
import { dyingAfter, templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/send-updates');
const shippedRow = { hubStatus: 'shipped', channelStatus: 'package:FULFILLED' };
const cancelledRow = { hubStatus: 'cancelled', channelStatus: 'status:CANCELLED' };
const told = { workspaceStatusMapping: { rows: [shippedRow, cancelledRow] } };

describe('the template that tells ikas what the hub has done', () => {
	const at = templatedShop(told);

	/** Orders that the hub has, each with a hub and its stock. */
	async function taken(count: number): Promise<string[]> {
		const order = { lines: [{ sku: 'A-1', quantity: 1 }] };
		const placed = at.shop.ikas.place(Array.from({ length: count }, () => order));
		await at.tick(templateOf('ikas/sync-orders'));
		return placed.map(({ id }) => id);
	}

	const move = (orderId: string, status: string, options: IDataObject = {}) =>
		at.hub('order:changeStatus', { orderId, status, options });

	const send = () => at.tick(template);

	/** How often something became of the order on ikas because the hub said so. */
	const effects = (id: string) => at.shop.ikas.order(id).events.filter(({ byApi }) => byApi);

	const outbox = async (id: string) =>
		(await at.hub('channelUpdate:getMany', { filters: { orderId: id } })).map(
			({ state, update }) => `${(update as IDataObject).effect} ${state}`,
		);

	const packages = (id: string) =>
		at.shop.ikas.order(id).packages.map(({ status, tracking }) => [status, tracking?.number]);

	test('cancels no whole order where single units are meant: that is for a person', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'cancelled');
		await at.sql(
			`UPDATE outbox SET effect = 'reduce', body = REPLACE(body, '"effect":"cancel"', '"effect":"reduce","lines":[{"line":"7","quantity":1,"left":0}]')`,
		);
		// Its hub has the rest of it.
		await at.sql("UPDATE orders SET status = 'new_order'");
		await send();
		expect(await outbox(id)).toEqual(['reduce exception']);
		expect(effects(id)).toEqual([]);
		const [exception] = await at.hub('exception:getMany');
		expect(exception?.cause).toMatch(/cancels no single units from here, so line 7 of order/);
	});

	test('ships with tracking, and takes a later tracking number along', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped', { trackingNumber: 'TR-1', carrier: 'MNG Kargo' });
		const { run } = await send();
		expect(run.data.resultData.error).toBeUndefined();
		expect(packages(id)).toEqual([['FULFILLED', 'TR-1']]);
		await at.hub('parcel:setTracking', { orderId: id, trackingNumber: 'TR-2' });
		await send();
		expect(packages(id)).toEqual([['FULFILLED', 'TR-2']]);
		expect(effects(id).map(({ what }) => what)).toEqual(['package_created', 'tracking_changed']);
		expect(await outbox(id)).toEqual(['tracking done', 'status done']);
	});

	test('asks ikas nothing where there is nothing to tell', async () => {
		await taken(1);
		expect(await at.callsOf(send)).toEqual([]);
	});

	test('cancels where the map and the automation both say so', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'cancelled');
		await send();
		expect(at.shop.ikas.order(id).status).toBe('CANCELLED');
		expect(effects(id).map(({ what }) => what)).toEqual(['lines_cancelled']);
	});

	test.each([
		['the automation is off', { automatedCancellation: false }],
		['the map has no row for it', { workspaceStatusMapping: { rows: [shippedRow] } }],
	])('cancels nothing where %s', async (_why, settings) => {
		await at.reopen(settings);
		const [id = ''] = await taken(1);
		await move(id, 'cancelled');
		expect(await at.callsOf(send)).toEqual([]);
		expect(at.shop.ikas.order(id).status).toBe('CREATED');
		expect(await outbox(id)).toEqual([]);
	});

	test('makes an exception of what ikas refuses, says so on the order, and sends the others', async () => {
		const [shipped = '', open = ''] = await taken(2);
		at.shop.ikas.advance(shipped, { package: 'FULFILLED' });
		for (const id of [shipped, open]) await move(id, 'cancelled');
		const { outputs } = await send();
		expect(outputs('Fail')).toMatchObject([[[{ state: 'exception' }]]]);
		expect(at.shop.ikas.order(open).status).toBe('CANCELLED');
		expect(effects(shipped)).toEqual([]);
		const [exception] = await at.hub('exception:getMany');
		expect(exception).toMatchObject({
			kind: 'update_refused',
			cause: expect.stringContaining('is cancelled in the hub, and ikas still has it as active'),
		});
		expect(await outbox(shipped)).toEqual(['cancel exception']);
		await at.becomeDue();
		await at.tick(templateOf('ikas/sync-orders'));
		expect(await at.hub('order:get', { orderId: shipped, simple: false })).toMatchObject([
			{ status: 'shipped', channelStatus: 'package:FULFILLED' },
		]);
	});

	test('is seen once on ikas when n8n dies between the sending and the record', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped', { trackingNumber: 'TR-1' });
		await at.tick(dyingAfter(template, 'Send Update'));
		expect(await outbox(id)).toEqual(['status claimed']);
		await at.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
		const { outputs } = await send();
		expect(outputs('Send Update')).toMatchObject([[[{ outcome: 'already' }], []]]);
		expect(await outbox(id)).toEqual(['status done']);
		expect(effects(id)).toHaveLength(1);
	});

	test('hands what failed to Fail, with its kind and how long to wait', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped');
		at.shop.ikas.setScopes(['READ_ORDERS']);
		const { outputs, run } = await send();
		expect(run.data.resultData.error).toBeUndefined();
		expect(outputs('Send Update')).toMatchObject([
			[
				[],
				[
					{
						fence: expect.any(Number),
						error: expect.stringContaining('permission'),
						details: { kind: 'unauthorised', retryAfterMs: null },
					},
				],
			],
		]);
		expect(outputs('Fail')).toMatchObject([
			[[{ state: 'pending', dueAt: expect.stringMatching(/^20/) }]],
		]);
		expect(await outbox(id)).toEqual(['status pending']);
	});

	test('records the others where one was taken over by another execution', async () => {
		const ids = await taken(3);
		for (const id of ids) await move(id, 'cancelled');
		at.shop.watch((body) => {
			if (body.includes(ids[2] ?? '')) void at.sql('UPDATE outbox SET fence = 9 WHERE id = 1');
		});
		const { outputs, run } = await send();
		expect(run.data.resultData.error).toBeUndefined();
		expect(outputs('Complete')).toMatchObject([
			[
				[
					{ error: expect.stringContaining('another execution') },
					{ state: 'done' },
					{ state: 'done' },
				],
			],
		]);
	});

	test('goes on in a fresh execution when the claim was full', async () => {
		for (const id of await taken(20)) await move(id, 'cancelled');
		const few = structuredClone(template);
		const claim = few.nodes.find(({ name }) => name === 'Claim');
		Object.assign(claim?.parameters ?? {}, { limit: 15 });
		const first = await at.tick(few);
		expect(first.outputs('Complete')[0]?.[0]).toHaveLength(15);
		expect(first.handedOver).toHaveLength(1);
		const items = [...first.handedOver];
		const second = await at.tick(few, { node: 'Go On', items });
		expect(second.outputs('Complete')[0]?.[0]).toHaveLength(5);
		expect(second.handedOver).toEqual([]);
		expect(await at.hub('channelUpdate:getMany', { filters: { state: 'pending' } })).toEqual([]);
	});
});
