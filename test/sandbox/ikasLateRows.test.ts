import type { Faults } from '../../sandbox/faults';
import { type Shop, numbers, openShop, startAt } from './support/ikasShop';

const line = { sku: 'GOMLEK-M', quantity: 1 };

describe('late rows of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
		shop.sandbox.place([{ lines: [line], updatedAt: startAt }]);
	});
	afterEach(async () => await shop.close());

	const late: Faults = { lateRows: 1 };
	const fiveMinutes = 300_000;
	const visible = async () => numbers(await shop.list({ sort: 'updatedAt' }));

	it('keeps a new order out of sight up to five minutes, and its updatedAt as it was', async () => {
		shop.sandbox.setFaults(late);
		const [placed] = shop.sandbox.place([{ lines: [line] }]);
		const { visibleAt = 0 } = placed?.history[0] ?? {};
		expect(await visible()).toEqual(['1001']);
		expect(visibleAt - (placed?.updatedAt ?? 0)).toBeLessThanOrEqual(fiveMinutes);
		expect(shop.sandbox.state().counts).toMatchObject({ orders: 2, visible: 1 });

		await shop.control('clock', { advanceMs: fiveMinutes });
		expect(await visible()).toEqual(['1001', '1002']);
		expect((await shop.list({ sort: 'updatedAt' })).data[1]?.updatedAt).toBe(placed?.updatedAt);
	});

	it('keeps what is late out of sight as long as it is asked to at least', async () => {
		shop.sandbox.setFaults({ ...late, lateLeastMs: fiveMinutes - 1_000 });
		shop.sandbox.place(Array.from({ length: 20 }, () => ({ lines: [line] })));
		await shop.control('clock', { advanceMs: fiveMinutes - 2_000 });
		expect(shop.sandbox.state().counts).toMatchObject({ orders: 21, visible: 1 });
		await shop.control('clock', { advanceMs: 2_000 });
		expect(shop.sandbox.state().counts).toMatchObject({ orders: 21, visible: 21 });
	});

	it('shows the order as it was before a late change', async () => {
		shop.sandbox.setFaults(late);
		const [order] = shop.sandbox.state().orders;
		shop.sandbox.cancel(order?.id ?? '');
		expect((await shop.list()).data).toMatchObject([{ status: 'CREATED', updatedAt: startAt }]);
		await shop.control('clock', { advanceMs: fiveMinutes });
		expect((await shop.list()).data).toMatchObject([{ status: 'CANCELLED' }]);
	});

	it('never falls back to a late change that was overtaken', async () => {
		const id = shop.sandbox.state().orders[0]?.id ?? '';
		shop.sandbox.setFaults(late);
		shop.sandbox.advance(id, { payment: 'REFUNDED' });
		shop.sandbox.setFaults({});
		shop.sandbox.cancel(id);
		await shop.control('clock', { advanceMs: fiveMinutes });
		expect((await shop.list()).data).toMatchObject([{ status: 'CANCELLED' }]);
	});
});
