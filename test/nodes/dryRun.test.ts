import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import type { HttpRequest } from '../../channels/connector';
import * as mutations from '../../channels/ikas/mutations';
import { operations as amazonSellerFlex } from '../../nodes/AmazonSellerFlex/operations';
import { operations as hubRouter } from '../../nodes/HubRouter/operations';
import { operations as ikas } from '../../nodes/Ikas/operations';
import { operations as orderHub } from '../../nodes/OrderHub/operations';
import { operations as orderStatusMap } from '../../nodes/OrderStatusMap/operations';
import { ikasGoods } from '../support/ikasGoods';
import { own } from '../support/nodeTypes';
import { connectedShop, picked, storePage } from '../support/shop';
import type { Shop } from '../support/shop';

const reads = /(^|:)(get\w*|decide|replayOrders|toHub|toChannel)$/;

/** The steps of a run: the next one needs what they store. Route Waiting has Decide for its dry run. */
const steps = [
	'channelUpdate:claim',
	'channelUpdate:complete',
	'channelUpdate:fail',
	'order:claimAsked',
	'order:importFulfilments',
	'reconciliation:compare',
	'routeWaiting',
	'stock:compare',
	'price:confirm',
	'stock:confirm',
	'stock:getChanges',
	'stock:importPage',
	'sync:begin',
	'sync:end',
	'sync:request',
];

const isShown = (name: string, key: string) => {
	const [operation, resource] = key.split(':').reverse();
	const description = own[`n8n-nodes-order-hub.${name}`]?.description;
	if (description === undefined) throw new Error(`no node ${name}`);
	const node = { typeVersion: 1, parameters: { resource, operation } } as unknown as INode;
	return description.properties.some(
		(field) =>
			field.name === 'dryRun' &&
			NodeHelpers.displayParameter(node.parameters, field, node, description),
	);
};

test.each(Object.entries({ amazonSellerFlex, hubRouter, ikas, orderHub, orderStatusMap }))(
	'%s has a dry run for every operation that changes something, and for no other',
	(name, { keys }) => {
		const changing = keys.filter((key) => !reads.test(key) && !steps.includes(key));
		expect(keys.filter((key) => isShown(name, key))).toEqual(changing);
	},
);

const requestOf = (request: unknown) =>
	(request as (...given: unknown[]) => HttpRequest)([], [], []);

describe('what ikas is told', () => {
	test.each(Object.entries(mutations))('%s is known as a change', (_name, request) => {
		const { writes, body } = requestOf(request);
		expect(writes).toBe(true);
		expect((body as IDataObject).query).toMatch(/^mutation /);
	});

	test('is written in one place, so that none goes by unmarked', () => {
		const folder = join(__dirname, '../../channels/ikas');
		const files = globSync('*.ts', { cwd: folder }).filter((file) =>
			/\bmutation \$?\{?\w/.test(readFileSync(join(folder, file), 'utf8')),
		);
		expect(files).toEqual(['mutations.ts']);
		const text = readFileSync(join(folder, 'mutations.ts'), 'utf8');
		expect(text.match(/graphql\(/g)).toHaveLength(1);
	});
});

const changing = Object.values(mutations).map((request) => {
	const { query } = requestOf(request).body as { query: string };
	return /\{ (\w+)\(/.exec(query)?.[1] ?? '';
});

const isChange = (field: string) => changing.includes(field);

describe('a dry run of the Ikas Channel', () => {
	let shop: Shop;
	beforeEach(async () => {
		const rows = [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }];
		shop = await connectedShop({}, { workspaceStatusMapping: { rows } });
	});
	afterEach(() => shop.close());

	const goods = ikasGoods(() => shop);

	const written = () => shop.ikas.calls().filter(({ fields }) => fields.some(isChange));

	/** The body of the first change that reaches ikas while the work runs. */
	async function sentBy(work: () => Promise<unknown>): Promise<unknown> {
		const bodies: string[] = [];
		shop.watch((body) => bodies.push(body));
		await work();
		shop.watch(() => {});
		const [first = 'null'] = bodies.filter((body) => body.includes('"mutation '));
		return JSON.parse(first);
	}

	const place = () => shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 2 }] }])[0]?.id ?? '';

	test.each<[string, IDataObject]>([
		['cancel', {}],
		['ship', { trackingNumber: 'TR-1', options: { carrier: 'MNG Kargo' } }],
		['updateStatus', { status: 'package:READY_FOR_SHIPMENT' }],
	])('of %s shows the very request that it would send, and sends none', async (operation, of) => {
		const parameters = { orderId: picked(place()), ...of };
		const act = async (dryRun: boolean) =>
			(
				await shop.items('ikas', `order:${operation}`, { parameters: { ...parameters, dryRun } })
			)[0];
		const before = JSON.stringify(shop.ikas.state().orders);
		const tried = await act(true);
		expect(tried).toMatchObject({
			dryRun: true,
			request: { method: 'POST', url: `${shop.stored.ikasChannelApi.apiUrl}/api/v1/admin/graphql` },
		});
		expect(JSON.stringify(shop.ikas.state().orders)).toBe(before);
		expect(written()).toEqual([]);
		const { body, headers } = tried?.request as IDataObject;
		expect(JSON.stringify(headers)).not.toMatch(/authorization|Bearer/i);
		expect(await sentBy(() => act(false))).toEqual(body);
		expect(await act(true)).toMatchObject({ request: null, answer: { outcome: 'already' } });
	});

	const claimed = async () => {
		const id = place();
		const items = await shop.items('ikas', 'order:getMany', { parameters: { simple: false } });
		const parameters = { store: picked('ikas') };
		const mapped = await shop.items('orderStatusMap', 'toHub', { parameters, items });
		await shop.run('orderHub', 'order:import', { parameters, items: mapped });
		await shop.run('hubRouter', 'routeWaiting', { parameters });
		const ship = { ...parameters, orderId: picked(id), status: 'shipped' };
		await shop.run('orderHub', 'order:changeStatus', { parameters: ship });
		return (await shop.items('orderHub', 'channelUpdate:claim', { parameters }))[0] ?? {};
	};

	test('of an update of the hub can be completed by nobody, and the update is still to be sent', async () => {
		const claim = await claimed();
		const send = (dryRun: boolean) =>
			shop.items('ikas', 'order:sendUpdate', { items: [claim], parameters: { dryRun } });
		const [tried = {}] = await send(true);
		expect(tried).toMatchObject({ dryRun: true, request: { method: 'POST' } });
		expect(written()).toEqual([]);
		await expect(
			shop.run('orderHub', 'channelUpdate:complete', { items: [tried] }),
		).rejects.toThrow(/no claimed update/);
		const { body } = tried.request as IDataObject;
		expect(await sentBy(() => send(false))).toEqual(body);
	});

	test('of an update needs no claim, which would count as an attempt', async () => {
		const { id, ...claim } = await claimed();
		const parameters = { store: picked('ikas'), limit: 50 };
		const known = () => shop.items('orderHub', 'channelUpdate:getMany', { parameters });
		const items = await known();
		expect(items.map((item) => item.id)).toEqual([id]);
		const tried = await shop.items('ikas', 'order:sendUpdate', {
			items,
			parameters: { dryRun: true },
		});
		const { now, ...update } = claim.update as IDataObject;
		expect(now).toBeDefined();
		expect(tried).toMatchObject([{ update, request: { method: 'POST' } }]);
		expect(await known()).toEqual(items);
		await expect(shop.run('ikas', 'order:sendUpdate', { items })).rejects.toThrow(/no update/);
		expect(written()).toEqual([]);
	});

	test.each(['true', 1, null, undefined])(
		'that an expression gives as %j is refused and not taken for no',
		async (dry) => {
			const parameters = { orderId: picked(place()), dryRun: '={{ $json.dry }}' };
			for (const operation of ['order:cancel', 'order:ship', 'stock:push'])
				await expect(
					shop.run('ikas', operation, { parameters, items: [{ dry } as IDataObject] }),
				).rejects.toThrow(/dryRun: .*neither/);
			expect(written()).toEqual([]);
		},
	);

	test('of some rows of a push that go together sends none of them', async () => {
		const items = goods.offerMany(2).map((listing, at) => ({
			...goods.row(listing, 3),
			dry: at === 1,
		}));
		const parameters = { dryRun: '={{ $json.dry }}' };
		await expect(shop.run('ikas', 'stock:push', { items, parameters })).rejects.toThrow(
			/true for some items/,
		);
		expect(written()).toEqual([]);
	});

	test('of a push shows with a request only the rows that are in it', async () => {
		const [listing = ''] = goods.offer('A-1');
		const items = [goods.row('odd', 1), goods.row(listing, 3)];
		const tried = await shop.items('ikas', 'stock:push', { items, parameters: { dryRun: true } });
		expect(tried).toMatchObject([
			{ dryRun: true, request: { method: 'POST' }, rows: [items[1]] },
			{ ...items[0], dryRun: true, outcome: 'refused', reason: expect.stringContaining('odd') },
		]);
		expect(tried[0]?.rows).toHaveLength(1);
	});

	test('of a push shows one request for each batch, and what would not be sent', async () => {
		const listings = goods.offerMany(101);
		const rows = listings.map((listing) => goods.row(listing, 3));
		const items = [...rows, { ...goods.row(listings[0] ?? '', 3), quantity: 'many' }];
		const push = (dryRun: boolean) =>
			shop.items('ikas', 'stock:push', { items, parameters: { dryRun } });
		const tried = await push(true);
		expect(tried.map(({ outcome, rows: of }) => outcome ?? (of as unknown[]).length)).toEqual([
			100,
			1,
			'refused',
		]);
		expect(written()).toEqual([]);
		const { body } = tried[0]?.request as IDataObject;
		expect(await sentBy(() => push(false))).toEqual(body);
	});

	test('of a push under a run can be confirmed by nobody', async () => {
		const [listing = ''] = goods.offer('A-1');
		const [begun] = await shop.items('orderHub', 'sync:begin', {
			parameters: { store: picked('ikas'), kind: 'inventory' },
		});
		const changes = [{ ...goods.row(listing, 9), sku: 'A-1', confirmed: null }];
		const [tried = {}] = await shop.items('ikas', 'stock:push', {
			items: [{ run: begun?.run, changes, next: null } as IDataObject],
			parameters: { dryRun: true },
		});
		expect(tried).toMatchObject({ store: 'ikas', dryRun: true, request: { method: 'POST' } });
		expect(written()).toEqual([]);
		await expect(shop.run('orderHub', 'stock:confirm', { items: [tried] })).rejects.toThrow(
			/no run/,
		);
	});

	test('of the settings says what would change, and saves nothing', async () => {
		const parameters = storePage(shop, { intervalMinutes: 9, dryRun: true });
		expect(await shop.items('ikas', 'store:saveSettings', { parameters })).toMatchObject([
			{
				dryRun: true,
				version: 2,
				changes: expect.arrayContaining(
					[{ field: 'intervalMinutes' }].map(expect.objectContaining),
				),
			},
		]);
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({ version: 1 });
	});

	test('does not count as a fault of the channel', async () => {
		const parameters = { orderId: picked(place()), dryRun: true };
		for (let time = 0; time < 12; time++) await shop.run('ikas', 'order:cancel', { parameters });
		expect(written()).toEqual([]);
	});
});

describe('a dry run of the Order Hub', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	test('marks what it shows, and changes nothing', async () => {
		const count = { seller: picked('lale'), sku: 'A-1', hub: picked('ankara'), onHand: 99 };
		const tried = await shop.items('orderHub', 'stock:set', {
			parameters: { ...count, dryRun: true },
		});
		expect(tried).toMatchObject([{ onHand: 99, dryRun: true }]);
		const now = await shop.items('orderHub', 'stock:get', { parameters: count });
		expect(now.find(({ hub }) => hub === 'ankara')).toMatchObject({ onHand: 10 });
	});

	test('of some orders that go together imports none of them', async () => {
		const items = [{ dry: false }, { dry: true }];
		const parameters = { store: picked('ikas'), dryRun: '={{ $json.dry }}' };
		for (const operation of ['order:import', 'listing:import'])
			await expect(shop.run('orderHub', operation, { items, parameters })).rejects.toThrow(
				/true for some items/,
			);
	});

	test('has none for a page of a sync', async () => {
		const [begun] = await shop.items('orderHub', 'sync:begin', {
			parameters: { store: picked('ikas'), kind: 'orders' },
		});
		const items = [{ run: begun?.run, orders: [], unreadable: [] } as IDataObject];
		await expect(
			shop.run('orderHub', 'order:import', { items, parameters: { dryRun: true } }),
		).rejects.toThrow(/no dry run/);
	});
});
