import { ikas } from '../../channels/ikas/connector';
import { ikasShop } from './ikasShop';
import { packages, parcel, placed, told, tracking, without, writes } from './ikasUpdate';
import type { IkasShop } from './ikasUpdate';

const { send } = ikas.updates;

let shop: IkasShop;
beforeEach(async () => {
	shop = await ikasShop();
});
afterEach(() => shop.close());

const shipped = 'package:FULFILLED';

describe('tracking told to ikas', () => {
	const trackedBy = async (change: Partial<typeof tracking>) => {
		const order = placed(shop);
		await send(shop.seller, told(order, shipped));
		const [only] = told(order, shipped).parcels;
		const parcels = only ? [{ ...only, tracking: { ...tracking, ...change } }] : [];
		return { order, update: told(order, shipped, { effect: 'tracking', parcels }) };
	};

	it.each([{ number: 'TR-2' }, { carrier: 'Aras Kargo' }, { url: 'https://kargo.example/TR-1' }])(
		'is told again where it differs: %j',
		async (change) => {
			const { order, update } = await trackedBy(change);
			expect((await send(shop.seller, update)).outcome).toBe('sent');
			expect((await send(shop.seller, update)).outcome).toBe('already');
			expect(writes(shop)).toEqual(['fulfillOrder', 'updateOrderPackageStatus']);
			const { status, tracking: shown } = shop.sandbox.order(order.id).packages[0] ?? {};
			expect(status).toBe('FULFILLED');
			expect(shown).toEqual({
				number: change.number ?? 'TR-1',
				carrier: change.carrier ?? null,
				link: change.url ?? null,
			});
		},
	);

	it('of a parcel that was shipped by the same number is not told again with the status', async () => {
		const { update } = await trackedBy({ carrier: 'Aras Kargo' });
		const sent = await send(shop.seller, { ...update, effect: 'status' });
		expect(sent.outcome).toBe('already');
	});

	it('comes too late for a parcel that was delivered', async () => {
		const { order, update } = await trackedBy({ number: 'TR-2' });
		shop.sandbox.advance(order.id, { package: 'DELIVERED' });
		expect((await send(shop.seller, update)).outcome).toBe('already');
		expect(packages(shop, order)).toEqual(['DELIVERED TR-1: 3 ETEK-36']);
	});

	it.each([
		['YURTİÇİ KARGO', 'YURTICI_KARGO'],
		['yurtiçi  kargo', 'YURTICI_KARGO'],
		['mng kargo', 'MNG_KARGO'],
		['Ups', 'UPS'],
		['ups', 'UPS'],
		['Kurye', undefined],
	])('names the carrier "%s" to ikas, with its id where it has one', async (carrier, id) => {
		const order = placed(shop);
		const [only] = told(order, shipped).parcels;
		const parcels = only ? [{ ...only, tracking: { ...tracking, carrier } }] : [];
		await send(shop.seller, told(order, shipped, { parcels }));
		const { variables } = shop.sandbox.calls().at(-1) ?? {};
		expect(variables).toMatchObject({
			input: { trackingInfoDetail: { trackingNumber: 'TR-1', cargoCompany: carrier } },
		});
		const { trackingInfoDetail } = JSON.parse(JSON.stringify(variables)).input;
		expect(trackingInfoDetail.cargoCompanyId).toBe(id);
		expect(Object.values(trackingInfoDetail)).not.toContain(null);
	});

	it('goes without the id of the carrier where ikas does not let the app know carriers', async () => {
		const order = placed(shop);
		const [only] = told(order, shipped).parcels;
		const parcels = only ? [{ ...only, tracking: { ...tracking, carrier: 'UPS' } }] : [];
		const http = without(shop.seller, 'listCargoCompany');
		await send(http, told(order, shipped, { parcels }));
		expect(shop.sandbox.order(order.id).packages[0]?.tracking?.carrier).toBe('UPS');
	});

	it('asks for the carriers of ikas once for all parcels', async () => {
		const lines = ['ETEK-36', 'ETEK-38'].map((sku) => ({ sku, quantity: 1 }));
		const order = placed(shop, { lines });
		const parcels = order.lines.map(({ id }, at) =>
			parcel(at + 1, { [id]: 1 }, { tracking: { ...tracking, carrier: 'UPS' } }),
		);
		await send(shop.seller, told(order, shipped, { parcels }));
		expect(shop.sandbox.calls().flatMap(({ fields }) => fields)).toEqual([
			...['getMerchant', 'me', 'listOrder'],
			...['listCargoCompany', 'fulfillOrder', 'fulfillOrder'],
		]);
	});
});
