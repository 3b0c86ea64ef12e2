import type { OpenAmong } from '../../channels/connector';
import { oker } from '../../channels/oker/connector';
import { instant } from '../../domain/instant';
import { closeShops, okerShop, warehouse } from './okerShop';
import type { OkerShop } from './okerShop';
import { bodies, called, hasCalled, lastCall, placed, told, whats } from './okerUpdate';
import { failureOf, walk } from './testShop';

const dayMs = 86_400_000;
const { send } = oker.updates;

describe('oker, by a gateway of Core level', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop({ level: 'core' });
	});
	afterEach(closeShops);

	const begin = (watermark: string | null = null) => ({
		connectedAt: instant(Date.parse(shop.now()) - 40 * dayMs),
		watermark,
		overlapMinutes: 0,
	});

	it('proves the token, since nothing there wants it for the question what the gateway can do', async () => {
		expect((await oker.account(shop.seller)).id).toMatch(/^seller-042@/);
		expect((await failureOf(oker.account(shop.stranger))).kind).toBe('unauthorised');
		const before = lastCall(shop);
		await oker.account(shop.seller);
		expect(called(shop, before)).toEqual([
			'getConnectorInfo OPERATION_NOT_SUPPORTED',
			'getProductsCount',
		]);
	});

	it('reads the orders of the last days window by window, of every status', async () => {
		const at = (days: number) => instant(Date.parse(shop.now()) - days * dayMs);
		const [early = ''] = shop.place(1, { placedAt: at(25) });
		const [late = ''] = shop.place(1, { placedAt: at(1) });
		const [old] = shop.place(1, { placedAt: at(50) });
		const first = await walk(oker.orders, shop.seller, begin());
		expect([...first.seen.keys()].sort()).toEqual([early, late].sort());
		expect(first.seen.has(String(old))).toBe(false);
		shop.wait(60_000);
		shop.sandbox.cancel(early);
		shop.sandbox.advance(late, { status: 'DELIVERED' });
		const again = await walk(oker.orders, shop.seller, begin(first.watermark));
		const statuses = new Map(again.orders.map(({ id, statuses: [status] }) => [id, status]));
		expect(statuses).toEqual(
			new Map([
				[early, 'CANCELLED'],
				[late, 'DELIVERED'],
			]),
		);
		expect(again.watermark > first.watermark).toBe(true);
	});

	it('asks for those before the windows that are still open by their IDs, as many at a time as it may', async () => {
		const at = (days: number) => instant(Date.parse(shop.now()) - days * dayMs);
		const ids = shop.place(7, { placedAt: at(50) }).toSorted();
		const asked: (readonly [string, number])[] = [];
		const openIds = async ({ placedBefore, after, limit }: OpenAmong) => {
			asked.push([after, limit]);
			expect(placedBefore).toBe(edge);
			return ids.filter((id) => id > after).slice(0, limit);
		};
		shop.sandbox.cancel(ids[6] ?? '');
		const before = lastCall(shop);
		const seen = new Map<string, string | undefined>();
		const now = shop.now();
		const begun = begin(now);
		const edge = instant(Date.parse(now) - 30 * dayMs);
		let position: string | null = null;
		do {
			const page = await oker.orders.page(shop.seller, { ...begun, position, openIds });
			for (const { id, statuses } of page.orders) seen.set(id, statuses[0]);
			expect(page.watermark >= (begun.watermark ?? '')).toBe(true);
			position = page.next;
		} while (position !== null);
		expect([...seen.keys()].sort()).toEqual(ids);
		expect(seen.get(ids[6] ?? '')).toBe('CANCELLED');
		expect(asked).toEqual([
			['', 5],
			[ids[4], 5],
		]);
		const byId = shop.sandbox.calls(before).filter(({ orders }) => orders.length > 0);
		expect(byId.map(({ orders }) => orders)).toEqual([ids.slice(0, 5), ids.slice(5)]);
	});

	it('reads more than one page of a window, and asks for no window longer than it may', async () => {
		const ids = shop.place(120);
		shop.wait(60_000);
		const walked = await walk(oker.orders, shop.seller, begin());
		expect(walked.seen.size).toBe(ids.length);
		expect(shop.sandbox.calls().filter(({ status }) => status === 400)).toEqual([]);
	});

	it('looks back no further than the credential says', async () => {
		const short = await okerShop({ level: 'core' }, { statusDays: '3' });
		const [old] = short.place(1, { placedAt: instant(Date.parse(short.now()) - 5 * dayMs) });
		const watermark = short.now();
		const connectedAt = instant(Date.parse(short.now()) - 40 * dayMs);
		const walked = await walk(oker.orders, short.seller, {
			connectedAt,
			watermark,
			overlapMinutes: 0,
		});
		expect(walked.seen.has(String(old))).toBe(false);
	});

	it('asks for five orders by their ids at once', async () => {
		const ids = shop.place(12);
		const before = shop.calls();
		expect((await oker.orders.get(shop.seller, ids)).orders).toHaveLength(12);
		expect(shop.calls() - before).toBe(4);
	});

	it('invoices by the first reading of the invoice, and sends no extension', async () => {
		const id = placed(shop);
		const packed = await send(shop.seller, await told(shop, id, 'PACKED'));
		expect(packed).toMatchObject({
			outcome: 'sent',
			parcels: [{ label: { base64: expect.any(String) } }],
		});
		const change = { memo: packed.memo, manifest: 'MF-1' };
		await send(shop.seller, await told(shop, id, 'DISPATCHED', change));
		expect(whats(shop, id)).toEqual(['placed', 'invoiced', 'dispatched']);
		expect(hasCalled(shop, 'packOrder')).toBe(false);
		expect(Object.keys(Object(bodies(shop, 'dispatchOrders')[0]))).toEqual(['orderItems']);
		expect(shop.sandbox.calls().every(({ key }) => key === null)).toBe(true);
	});

	it('waits for a label that is late, though no code says so', async () => {
		const slow = await okerShop({ level: 'core', courierMs: 0, labelMs: 60_000 });
		const id = placed(slow);
		const waiting = await send(slow.seller, await told(slow, id, 'PACKED'));
		expect(waiting).toMatchObject({ outcome: 'waits', detail: expect.stringContaining('label') });
	});

	it('knows that it has invoiced an order from its memo', async () => {
		const id = placed(shop);
		const { memo } = await send(shop.seller, await told(shop, id, 'PACKED'));
		const failure = await failureOf(send(shop.seller, await told(shop, id, 'CANCELLED', { memo })));
		expect(failure.message).toContain('is invoiced on Oker');
		expect(hasCalled(shop, 'cancelOrder')).toBe(false);
	});

	it('finds which warehouse of a listing was refused, though the gateway does not say it', async () => {
		const [place] = shop.goods(1);
		const rows = [warehouse, 'OKR-W9'].map((location, at) => ({
			listing: place?.listing ?? '',
			location,
			quantity: at + 1,
		}));
		const receipts = await oker.stock.push(shop.seller, rows);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(['stored', 'refused']);
		const [body] = bodies(shop, 'updateInventory');
		expect(body).toEqual({
			inventoryList: [
				{ productId: 'P 0/&', variantId: 'V,0%', facilityCode: warehouse, inventory: 1 },
				{ productId: 'P 0/&', variantId: 'V,0%', facilityCode: 'OKR-W9', inventory: 2 },
			],
		});
	});
});
