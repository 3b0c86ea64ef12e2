import { uniware } from '../../channels/uniware/connector';
import type { Http } from '../../channels/connector';
import type { HandOver } from '../../domain/oms';
import { told, unitItem } from './shopifyHandOver';
import { failureOf } from './testShop';
import { stockedShop, writesOf } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

const { send } = uniware.updates;

/** Three of A in line 1, one of B in line 3. */
describe('units that are cancelled alone of what Uniware was to ship', () => {
	let shop: UniwareShop;
	let id: string;
	const lines = [unitItem('1', 'A', { ordered: 3 }), unitItem('3', 'B')];
	beforeEach(async () => {
		shop = await stockedShop();
		id = await shop.handedOver('900', lines);
		shop.sandbox.allocate(id);
	});
	afterEach(() => shop.close());

	/** So many of each line are still wanted. */
	const reduced = (left: Readonly<Record<string, number>>, change: Partial<HandOver> = {}) => {
		const handOver = { ...shop.handOver('900', lines), id, ...change };
		const kept = handOver.kept.map(({ line, quantity }) => {
			return { line, quantity: left[line] ?? quantity };
		});
		return told('reduce', { ...handOver, kept }, { lines: [] });
	};
	const going = () =>
		shop.sandbox
			.order(id)
			.items.flatMap(({ code, status }) => (status === 'CANCELLED' ? [] : [code]));
	const openSale = () =>
		shop.sandbox.stock().find(({ sku, facility }) => sku === 'AAA' && facility === 'WH_MAIN')
			?.openSale;

	it('are cancelled by their codes in one call, and the channel is not told by Uniware', async () => {
		expect(await send(shop.seller, reduced({ 1: 2, 3: 0 }))).toEqual({
			outcome: 'sent',
			detail: 'Order 21900: cancelled 2 units in Uniware.',
			omsOrder: { id, number: '21900' },
		});
		expect(going()).toEqual(['1-2', '1-3']);
		expect(openSale()).toBe(2);
		expect(shop.sandbox.order(id)).toMatchObject({ status: 'PROCESSING', cancelsTold: 0 });
		expect(shop.sandbox.calls().find(({ kind }) => kind === 'saleOrder/cancel')?.body).toEqual({
			saleOrderCode: id,
			saleOrderItemCodes: ['1-1', '3-1'],
			cancelPartially: true,
			cancelOnChannel: false,
			cancellationReason: 'Cancelled by Order Hub',
		});
	});

	it('change nothing once more, nor where somebody cancelled as many there', async () => {
		await send(shop.seller, reduced({ 1: 2 }));
		const since = shop.sandbox.calls().at(-1)?.seq;
		expect(await send(shop.seller, reduced({ 1: 2 }))).toMatchObject({ outcome: 'already' });
		shop.sandbox.cancel(id, { items: ['1-3'] });
		expect(await send(shop.seller, reduced({ 1: 1 }))).toMatchObject({ outcome: 'already' });
		expect(writesOf(shop, since)).toEqual(['saleOrder/cancel'].slice(1));
	});

	it('are cancelled once where the answer is lost', async () => {
		shop.sandbox.setFaults({ dropAfter: 1, forTheNext: 1, only: 'saleOrder/cancel' });
		expect((await failureOf(send(shop.seller, reduced({ 1: 2 })))).kind).toBe('unavailable');
		expect(await send(shop.seller, reduced({ 1: 2 }))).toMatchObject({ outcome: 'already' });
		expect(going()).toEqual(['1-2', '1-3', '3-1']);
	});

	it('are found by the code where Uniware has not confirmed the order', async () => {
		expect((await send(shop.seller, reduced({ 3: 0 }, { id: null }))).outcome).toBe('sent');
		expect(going()).toEqual(['1-1', '1-2', '1-3']);
	});

	it('need nothing where Uniware does not have the order, or has cancelled it', async () => {
		const other = told('reduce', { ...shop.handOver('901'), id: null }, { lines: [] });
		expect(await send(shop.seller, other)).toMatchObject({
			outcome: 'already',
			detail: expect.stringMatching(/not in Uniware/),
		});
		shop.sandbox.cancel(id);
		expect(await send(shop.seller, reduced({ 1: 2 }))).toMatchObject({
			outcome: 'already',
			detail: expect.stringMatching(/cancelled in Uniware/),
		});
	});

	it('are first those on which the least was done; what has an invoice is pointed out', async () => {
		shop.sandbox.split(id, { items: ['1-1'] });
		const [, split] = shop.sandbox.order(id).packages;
		shop.sandbox.advance(id, { to: 'packed', packages: [split?.code ?? ''] });
		await send(shop.seller, reduced({ 1: 1 }));
		expect(going()).toEqual(['1-1', '3-1']);
		expect(await send(shop.seller, reduced({ 1: 0 }))).toMatchObject({
			detail: expect.stringMatching(/cancelled 1 unit .*1 had an invoice: put away/),
		});
	});

	it('that were dispatched stay, the others go, and it says so', async () => {
		shop.sandbox.split(id, { items: ['1-1', '1-2'] });
		const [, split] = shop.sandbox.order(id).packages;
		shop.sandbox.advance(id, { to: 'dispatched', packages: [split?.code ?? ''] });
		const failure = await failureOf(send(shop.seller, reduced({ 1: 0 })));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: `uniware: 2 units of order 21900 (${id}) were dispatched from Uniware before the cancel came, and cannot be cancelled there. Handle it as a return.`,
		});
		expect(going()).toEqual(['1-1', '1-2', '3-1']);
		expect((await failureOf(send(shop.seller, reduced({ 1: 0 })))).kind).toBe('rejected');
	});

	it('in a manifest are for a person', async () => {
		shop.sandbox.advance(id, { to: 'ready_to_ship' });
		const { code = '' } = shop.sandbox.order(id).packages[0] ?? {};
		const facility = { Facility: 'WH_MAIN' };
		const call = async (path: string, body: object) => {
			const request = { method: 'POST', path: `/services/rest/v1/oms${path}`, body } as const;
			return Object(await shop.seller({ ...request, headers: facility })).body;
		};
		const { shippingManifestCode } = await call('/shippingManifest/create', {
			...{ channel: 'ORDER_HUB', thirdPartyShipping: false },
		});
		await call('/shippingManifest/addShippingPackage', {
			...{ shippingManifestCode, shippingPackageCodes: [code] },
		});
		const failure = await failureOf(send(shop.seller, reduced({ 1: 2 })));
		expect(failure).toMatchObject({ kind: 'rejected' });
		expect(failure.message).toMatch(/1 unit of order 21900 .*look at the manifest/);
		expect(going()).toHaveLength(4);
	});

	it('of which one leaves while the cancel is under way are cancelled without it', async () => {
		shop.sandbox.split(id, { items: ['1-1'] });
		const [, split] = shop.sandbox.order(id).packages;
		let isGone = false;
		const http: Http = async (request) => {
			if (request.writes && !isGone) {
				isGone = true;
				shop.sandbox.advance(id, { to: 'dispatched', packages: [split?.code ?? ''] });
			}
			return await shop.seller(request);
		};
		const racing = Object.assign(http, { seller: shop.seller.seller });
		const failure = await failureOf(send(racing, reduced({ 1: 0 })));
		expect(failure.message).toMatch(/1 unit of order 21900 .* was dispatched/);
		expect(going()).toEqual(['1-1', '3-1']);
	});
});
