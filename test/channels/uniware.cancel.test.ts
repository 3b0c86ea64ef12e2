import { uniware } from '../../channels/uniware/connector';
import { told } from './shopifyHandOver';
import { failureOf } from './testShop';
import { stockedShop, writesOf } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

describe('a cancel told to Uniware', () => {
	let shop: UniwareShop;
	beforeEach(async () => {
		shop = await stockedShop();
	});
	afterEach(() => shop.close());

	const cancel = async (change: object = {}) =>
		await uniware.updates.send(shop.seller, told('cancel', shop.handOver(), change));

	it('cancels all of it with the reason, and lets the hub tell the channel', async () => {
		const code = await shop.handedOver();
		expect(await cancel({ reason: 'out_of_stock' })).toMatchObject({
			outcome: 'sent',
			omsOrder: { id: code },
		});
		expect(shop.sandbox.order(code)).toMatchObject({ status: 'CANCELLED', cancelsTold: 0 });
		expect((await shop.only(code)).cancelled).toEqual({ reason: 'out_of_stock' });
		expect(await cancel()).toMatchObject({ outcome: 'already', omsOrder: { id: code } });
		expect(writesOf(shop)).toEqual(['saleOrder/create', 'saleOrder/cancel']);
	});

	it('cancels nothing where Uniware has no such order', async () => {
		expect(await cancel()).toMatchObject({ outcome: 'already' });
		expect(writesOf(shop)).toEqual([]);
	});

	it('cancels what is left where a person has cancelled a part', async () => {
		const code = await shop.handedOver();
		shop.sandbox.cancel(code, { items: ['1-1'] });
		expect(await cancel()).toMatchObject({ outcome: 'sent' });
		expect(shop.sandbox.order(code).status).toBe('CANCELLED');
	});

	it('is refused once something has left', async () => {
		const code = await shop.handedOver();
		shop.sandbox.allocate(code);
		shop.sandbox.split(code, { items: ['3-1'] });
		const [first] = shop.sandbox.order(code).packages;
		shop.sandbox.advance(code, { to: 'dispatched', packages: [first?.code ?? ''] });
		const failure = await failureOf(cancel());
		expect(failure).toMatchObject({ kind: 'rejected' });
		expect(failure.message).toMatch(/dispatched.*return/);
		expect(writesOf(shop)).toEqual(['saleOrder/create']);
	});

	it('is refused where it leaves between the look and the cancel', async () => {
		const code = await shop.handedOver();
		shop.sandbox.allocate(code);
		const http: typeof shop.seller = async (request) => {
			if (request.writes) shop.sandbox.advance(code, { to: 'dispatched' });
			return await shop.seller(request);
		};
		const racing = Object.assign(http, { seller: shop.seller.seller });
		const failure = await failureOf(uniware.updates.send(racing, told('cancel', shop.handOver())));
		expect(failure.message).toMatch(/dispatched/);
	});

	it('is done once when its answer is lost', async () => {
		const code = await shop.handedOver();
		shop.sandbox.setFaults({ dropAfter: 1, forTheNext: 1, only: 'saleOrder/cancel' });
		await failureOf(cancel());
		expect(await cancel()).toMatchObject({ outcome: 'already' });
		expect(shop.sandbox.order(code).status).toBe('CANCELLED');
	});

	it('is done once when two cancel at the same time', async () => {
		await shop.handedOver();
		const both = await Promise.all([cancel(), cancel()]);
		expect(both.every(({ outcome }) => ['sent', 'already'].includes(outcome))).toBe(true);
	});
});
