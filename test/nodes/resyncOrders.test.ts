import { templateOf, templatedShop } from '../support/templates';

const template = templateOf('ikas/resync-orders');
const order = { lines: [{ sku: 'A-1', quantity: 1 }] };

describe('the template that reads chosen orders again', () => {
	const at = templatedShop({});
	const ask = (orderIds: string, parameters: object = {}) =>
		at.hub('order:requestSync', { orderIds, ...parameters });
	const tick = async () => {
		const done = await at.tick(template);
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};

	test('brings them in, whole, gives each its hub, and leaves all others alone', async () => {
		const [one, other, third] = at.shop.ikas.place([order, order, order]);
		expect(await ask(`${one?.id}, ${other?.id}`)).toMatchObject([
			{ order: one?.id, isKnown: false },
			{ order: other?.id, isKnown: false },
		]);
		await tick();
		const found = await at.hub('order:getMany');
		expect(found.map(({ id }) => id).sort()).toEqual([one?.id, other?.id].sort());
		expect(found).toMatchObject([{ status: 'new_order' }, { status: 'new_order' }]);
		expect(found.map(({ id }) => id)).not.toContain(third?.id);
		await at.sql('UPDATE asked_orders SET due_at = 0');
		expect((await tick()).outputs('Asked Orders')[0]?.[0] ?? []).toEqual([]);
	});

	test('takes what ikas has changed since, and reads the others where one is not there', async () => {
		const [one] = at.shop.ikas.place([order]);
		await ask(`${one?.id}`);
		await tick();
		at.shop.ikas.cancel(one?.id ?? '');
		await ask(`gone\n${one?.id}`);
		await tick();
		expect(await at.hub('order:get', { orderId: one?.id })).toMatchObject([
			{ status: 'cancelled' },
		]);
		expect(await at.sql('SELECT channel_id, attempts FROM asked_orders')).toEqual([
			{ channel_id: 'gone', attempts: 1 },
		]);
	});

	test('a dry run asks for nothing', async () => {
		expect(await ask('1', { dryRun: true })).toMatchObject([{ order: '1', dryRun: true }]);
		expect(await at.sql('SELECT * FROM asked_orders')).toEqual([]);
	});
});
