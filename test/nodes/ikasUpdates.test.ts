import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { execute } from '../support/engine';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const store = { store: picked('ikas') };
const told = {
	rows: [
		{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
		{ hubStatus: 'cancelled', channelStatus: 'status:CANCELLED' },
	],
};
const tracking = {
	trackingNumber: 'TR-1',
	carrier: 'MNG Kargo',
	trackingUrl: 'https://track.example/TR-1',
};

describe('Ikas Channel, what the hub tells of an order', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop({}, { workspaceStatusMapping: told });
	});
	afterEach(() => shop.close());

	/** How often something became of the order because the hub said so. */
	const effects = (id: string) => shop.ikas.order(id).events.filter(({ byApi }) => byApi).length;

	const calls = (operation: string) =>
		shop.ikas.calls().filter((call) => call.operation === operation).length;

	/** Orders that the hub has, each with a hub and its stock. */
	async function taken(count: number): Promise<string[]> {
		const order = { lines: [{ sku: 'A-1', quantity: 1 }] };
		const placed = shop.ikas.place(Array.from({ length: count }, () => order));
		const items = await shop.items('ikas', 'order:getMany', { parameters: { simple: false } });
		const mapped = await shop.items('orderStatusMap', 'toHub', { parameters: store, items });
		await shop.run('orderHub', 'order:import', { parameters: store, items: mapped });
		await shop.run('hubRouter', 'routeWaiting', { parameters: store });
		return placed.map(({ id }) => id);
	}

	const move = (orderId: string, status: string, options: IDataObject = {}) =>
		shop.run('orderHub', 'order:changeStatus', {
			parameters: { ...store, orderId, status, options },
		});

	const claim = () => shop.items('orderHub', 'channelUpdate:claim', { parameters: store });

	const send = (items: readonly IDataObject[]) => shop.items('ikas', 'order:sendUpdate', { items });

	test('tells it once, and adds to the item what became of it', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped', tracking);
		const [claimed = {}] = await claim();
		const sent = await send([claimed]);
		expect(sent).toEqual([
			{ ...claimed, outcome: 'sent', detail: expect.stringContaining('TR-1') },
		]);
		expect(shop.ikas.order(id).packages).toMatchObject([
			{ status: 'FULFILLED', tracking: { number: 'TR-1', link: tracking.trackingUrl } },
		]);
		expect(await send([claimed])).toMatchObject([{ outcome: 'already' }]);
		expect(effects(id)).toBe(1);
		expect(await shop.items('orderHub', 'channelUpdate:complete', { items: sent })).toMatchObject([
			{ id: claimed.id, state: 'done' },
		]);
	});

	test('lets a cancel go first, and a shipment wait', async () => {
		const [gone = '', left = ''] = await taken(2);
		await move(left, 'shipped');
		await move(gone, 'cancelled');
		const [cancel = {}, shipment = {}] = await claim();
		const ledger = await ledgerIn(shop.stored.orderHubLedgerApi);
		for (let times = 0; times < 2; times++)
			await ledger.takeQuota('ikas lale-giyim', { calls: 1, perMs: 60_000 }, true);
		expect(await send([cancel])).toMatchObject([{ outcome: 'sent' }]);
		await expect(shop.run('ikas', 'order:sendUpdate', { items: [shipment] })).rejects.toMatchObject(
			{ failure: { cause: 'rate-limited' } },
		);
	});

	test('asks once whose account it is, however many updates there are', async () => {
		for (const id of await taken(3)) await move(id, 'cancelled');
		const claims = await claim();
		const before = calls('Account');
		expect(await send(claims)).toMatchObject(claims.map(() => ({ outcome: 'sent' })));
		expect(claims).toHaveLength(3);
		expect(calls('Account') - before).toBe(1);
	});

	test('tells nothing to another account', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped');
		const claims = await claim();
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await expect(send(claims)).rejects.toThrow(/belongs to the account another-merchant/);
		expect(effects(id)).toBe(0);
	});

	test('tells nothing that another execution has by now', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped');
		const [claimed = {}] = await claim();
		await expect(send([{ ...claimed, fence: Number(claimed.fence) - 1 }])).rejects.toThrow(
			/another execution|lost its lease/i,
		);
		expect(effects(id)).toBe(0);
	});

	test('asks for an update of ikas', async () => {
		await expect(send([{}])).rejects.toThrow(/behind Claim/);
		const stranger = { id: 1, fence: 1, store: 'babyshop', channel: 'babyshop', account: 'x' };
		await expect(send([{ ...stranger, update: {} }])).rejects.toThrow(/"babyshop" on babyshop/);
	});

	test('says how long to wait where no call may be sent', async () => {
		const [id = ''] = await taken(1);
		await move(id, 'shipped');
		const items = await claim();
		await (await ledgerIn(shop.stored.orderHubLedgerApi)).pauseQuota('ikas lale-giyim', 60_000);
		const onError = 'continueRegularOutput';
		expect(await shop.items('ikas', 'order:sendUpdate', { items, onError })).toEqual([
			{
				error: expect.stringContaining('no call may be sent'),
				details: { kind: 'rateLimited', retryAfterMs: expect.any(Number) },
			},
		]);
	});

	test('puts one that ikas refuses on the error output, with its kind and its claim, and sends the others', async () => {
		const [shipped = '', open = ''] = await taken(2);
		shop.ikas.advance(shipped, { package: 'FULFILLED' });
		for (const id of [shipped, open]) await move(id, 'cancelled');
		const node = (name: string, operation: IDataObject, type: string) => ({
			id: name,
			name,
			type: `n8n-nodes-order-hub.${type}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: { ...store, ...operation },
			credentials: {
				ikasChannelApi: { id: null, name: 'ikas' },
				orderHubLedgerApi: { id: null, name: 'Order Hub Ledger' },
			},
		});
		const file = {
			id: 'sendUpdates',
			name: 'send updates',
			nodes: [
				node('Claim', { resource: 'channelUpdate', operation: 'claim' }, 'orderHub'),
				{
					...node('Send', { resource: 'order', operation: 'sendUpdate' }, 'ikas'),
					onError: 'continueErrorOutput',
				},
			],
			connections: { Claim: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
		} as unknown as IWorkflowBase;
		const { outputs } = await execute(file, shop.credentials, { node: 'Claim' });
		const [[sent = [], failed = []] = []] = outputs('Send');
		expect(sent).toMatchObject([{ update: { order: open }, outcome: 'sent' }]);
		expect(failed).toMatchObject([
			{
				fence: expect.any(Number),
				update: { order: shipped, effect: 'cancel' },
				error: expect.stringContaining('does not allow cancelling a shipped order'),
				details: { kind: 'rejected', retryAfterMs: null },
			},
		]);
	});
});
