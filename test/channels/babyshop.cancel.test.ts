import { babyshop } from '../../channels/babyshop/connector';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, called, lastCall, meddling, placed, told } from './babyshopUpdate';
import { failureOf } from './testShop';

const { updates } = babyshop;
const minuteMs = 60_000;

const taken = { responseCode: 0, responseMessage: 'Success' };
const refusal = { responseCode: 9, responseMessage: 'Generic Error' };

describe('told of a cancel, babyshop', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	it.each(['1', '5', '18'] as const)(
		'cancels the order whole in status %s, and looks',
		async (status) => {
			const id = placed(shop, { status });
			const update = await told(shop, id, '8');
			const before = lastCall(shop);
			expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
			expect(called(shop, before)).toEqual(['orderFetch', 'orderCancellation', 'orderFetch']);
			expect(shop.sandbox.order(id)).toMatchObject({ status: '8', isCancelledByApi: true });
		},
	);

	it.each(['8', '50'] as const)('has nothing to do where it is %s already', async (status) => {
		const update = await told(shop, placed(shop, { status }), '8');
		const before = lastCall(shop);
		expect((await updates.send(shop.seller, update)).outcome).toBe('already');
		expect(called(shop, before)).toEqual(['orderFetch']);
	});

	it('takes Rejected for cancelled as well', async () => {
		await shop.close();
		shop = await babyshopShop({ cancelledStatus: '50' });
		const update = await told(shop, placed(shop), '8');
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
	});

	it('has nothing to do where every line is cancelled there', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '8');
		shop.sandbox.edit(id, {
			overrides: { orderItems: [{ cancelledQty: '2' }, { cancelledQty: '1' }] },
		});
		expect((await updates.send(shop.seller, update)).outcome).toBe('already');
	});

	it.each([
		['12', /AWB InProcess \(12\).* with shipment INV\d+.*before its shipment is made/],
		['10', /Ready for Ship \(10\).*before its shipment is made/],
		['15', /Shipped \(15\).*shipped order cannot be cancelled there.*return/],
		['25', /Delivered \(25\).*return/],
	] as const)('refuses in status %s without asking, and says why', async (status, why) => {
		const update = await told(shop, placed(shop, { status }), '8');
		const before = lastCall(shop);
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(why),
		});
		expect(called(shop, before)).toEqual(['orderFetch']);
	});

	it('believes the order, and no code 9, where it is cancelled', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '8');
		shop.sandbox.setFaults({ code9AfterEffect: 1, only: 'orderCancellation', forTheNext: 1 });
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
		expect(shop.sandbox.order(id).status).toBe('8');
	});

	it('tries later where code 9 came and the order is open', async () => {
		const update = await told(shop, placed(shop), '8');
		const http = answering(shop.seller, 'orderCancellation', refusal);
		expect(await failureOf(updates.send(http, update))).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/the cancel of order .*9: Generic Error/),
			retryAfterMs: 60_000,
		});
	});

	it('refuses where the shipment was made just before', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '8');
		const pack = () => void shop.sandbox.advance(id, { status: '12' });
		const http = meddling(shop.seller, 'orderCancellation', pack);
		expect(await failureOf(updates.send(http, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('before its shipment is made'),
		});
	});

	it.each(['dropAfter', 'cutOff'] as const)(
		'cancels once although the answer was lost (%s)',
		async (fault) => {
			const id = placed(shop);
			const update = await told(shop, id, '8');
			shop.sandbox.setFaults({ [fault]: 1, only: 'orderCancellation', forTheNext: 1 });
			await failureOf(updates.send(shop.seller, update));
			expect((await updates.send(shop.seller, update, true)).outcome).toBe('already');
			expect(called(shop).filter((call) => call === 'orderCancellation')).toHaveLength(1);
		},
	);

	it('waits where the cancel was taken and does not show, and sends it only once', async () => {
		await shop.close();
		shop = await babyshopShop({ cancelMs: 3 * minuteMs });
		const id = placed(shop);
		const update = await told(shop, id, '8');
		const until = new Date(Date.parse(update.now ?? '') + 2 * minuteMs).toISOString();
		let sent = await updates.send(shop.seller, update);
		expect(sent).toMatchObject({ outcome: 'waits', until });
		shop.wait(2 * minuteMs);
		sent = await updates.send(shop.seller, { ...update, now: shop.now(), memo: sent.memo }, true);
		expect(sent.outcome).toBe('waits');
		shop.wait(2 * minuteMs);
		sent = await updates.send(shop.seller, { ...update, now: shop.now(), memo: sent.memo }, true);
		expect(sent.outcome).toBe('already');
		expect(called(shop).filter((call) => call === 'orderCancellation')).toHaveLength(1);
	});

	it('gives it to a person where a cancel that was taken never shows', async () => {
		const update = await told(shop, placed(shop), '8');
		const http = answering(shop.seller, 'orderCancellation', taken);
		const { memo } = await updates.send(http, update);
		shop.wait(31 * minuteMs);
		const late = { ...update, memo, now: shop.now() };
		expect(await failureOf(updates.send(http, late, true))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/took the cancel .* still shows it as Confirmed \(5\)/),
		});
	});
});
