import type { IDataObject } from 'n8n-workflow';
import { picked, storePage } from '../support/shop';
import { publish, until } from '../support/published';
import type { Published } from '../support/published';
import { templateOf, templatedShop } from '../support/templates';

const template = templateOf('hub/handle-exceptions');
const retrying = templateOf('ikas/retry-orders');
const order = { lines: [{ sku: 'A-1', quantity: 1 }] };
const told = {
	workspaceStatusMapping: {
		rows: [
			{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
			{ hubStatus: 'cancelled', channelStatus: 'status:CANCELLED' },
		],
	},
};

describe('the templates that handle exceptions', () => {
	const at = templatedShop(told);
	let published: Published | null = null;
	afterEach(async () => {
		await published?.unpublish();
		published = null;
	});

	const sync = async () => {
		await at.becomeDue();
		return await at.tick(templateOf('ikas/sync-orders'));
	};
	const hourly = async (file = template) => {
		const done = await at.tick(file);
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const open = async () => (await at.hub('exception:getMany')).map(({ kind }) => kind);
	const move = (orderId: string | undefined, status: string) =>
		at.hub('order:changeStatus', { orderId, status });

	test('brings in an unreadable order that was mended on ikas, and leaves one that was not', async () => {
		const unreadable = { ...order, unreadable: 'noLines' } as const;
		const [broken, mended] = at.shop.ikas.place([unreadable, unreadable]);
		await sync();
		expect(await open()).toEqual(['unreadable', 'unreadable']);
		at.shop.ikas.edit(mended?.id ?? '', { overrides: null });
		await hourly(retrying);
		expect(await at.hub('order:getMany')).toMatchObject([{ id: mended?.id }]);
		expect(await at.hub('exception:getMany')).toMatchObject([
			{ kind: 'unreadable', reference: broken?.id },
		]);
	});

	test('leaves an order alone that ikas does not know, and reads the others', async () => {
		const unreadable = { ...order, unreadable: 'noLines' } as const;
		const [gone, mended] = at.shop.ikas.place([unreadable, unreadable]);
		await sync();
		await at.sql(`UPDATE exceptions SET reference = 'gone' WHERE reference = '${gone?.id}'`);
		at.shop.ikas.edit(mended?.id ?? '', { overrides: null });
		await hourly(retrying);
		expect(await at.hub('order:getMany')).toMatchObject([{ id: mended?.id }]);
	});

	test('brings in an order of an unknown location once the settings know it', async () => {
		at.shop.ikas.place([{ ...order, location: 'izmir-store' }]);
		await sync();
		expect(await open()).toEqual(['unknown_location']);
		await hourly();
		expect(await open()).toEqual(['unknown_location']);
		const [first] = at.shop.ikas.state().locations;
		at.shop.ikas.setLocations([
			...at.shop.ikas.state().locations,
			{ id: 'izmir-store', name: 'İzmir' },
		]);
		const rows = [
			{ location: picked(first?.id ?? ''), hub: picked('istanbul') },
			{ location: picked('izmir-store'), hub: picked('ankara') },
		];
		await at.shop.run('ikas', 'store:saveSettings', {
			parameters: storePage(at.shop, { ...told, hubMapping: { rows } }),
		});
		await hourly();
		expect(await at.hub('order:getMany')).toHaveLength(1);
		expect(await open()).toEqual([]);
	});

	test('queues an update again that found no connection, and none that was refused', async () => {
		const [shipped, sent] = at.shop.ikas.place([order, order]);
		await sync();
		at.shop.ikas.advance(shipped?.id ?? '', { package: 'FULFILLED' });
		await move(shipped?.id, 'cancelled');
		await at.tick(templateOf('ikas/send-updates'));
		await move(sent?.id, 'shipped');
		await at.sql("UPDATE outbox SET attempts = 9 WHERE state = 'pending'");
		at.shop.ikas.setScopes(['READ_ORDERS']);
		await at.tick(templateOf('ikas/send-updates'));
		expect(await open()).toEqual(['update_refused', 'update_not_sent']);
		await hourly();
		expect(await open()).toEqual(['update_refused']);
		expect(await at.hub('channelUpdate:getMany', { filters: { state: 'pending' } })).toMatchObject([
			{ update: { order: sent?.id } },
		]);
	});

	test('starts an execution for every new exception', async () => {
		published = await publish(template, at.shop.credentials);
		at.shop.ikas.place([{ ...order, unreadable: 'noLines' }, order]);
		await sync();
		const events = () => (published?.executions ?? []).flatMap(({ items }) => items);
		await until(() => published?.executions[0]?.run?.status === 'success');
		expect(events().map(({ type }: IDataObject) => type)).toEqual(['exception_raised']);
		expect(events()).toMatchObject([
			{ store: 'ikas', detail: expect.stringContaining('unreadable') },
		]);
	});
});
