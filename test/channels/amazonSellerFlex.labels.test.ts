import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { called, lastCall, parcel, placed, told } from './amazonUpdate';
import { failureOf } from './testShop';

const { updates } = amazonSellerFlex;

describe('the labels of amazonSellerFlex', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	const confirmed = async (draft: Parameters<typeof placed>[1] = {}) => {
		const id = placed(shop, draft);
		await updates.send(shop.seller, await told(shop, id, 'CONFIRMED'));
		return id;
	};

	it('asks again for a label that fails for now', async () => {
		const id = await confirmed({ failingLabels: 1 });
		const before = lastCall(shop);
		const sent = await updates.send(shop.seller, await told(shop, id, 'SHIPLABEL_GENERATED'));
		expect(sent.parcels).toHaveLength(1);
		expect(called(shop, before).filter((kind) => kind === 'generateShipLabels')).toHaveLength(2);
	});

	it('keeps the label that was made while another one fails', async () => {
		const id = await confirmed({ lines: [{ sku: 'KETTLE-1', quantity: 2 }], failingLabels: 2 });
		const parcels = [parcel(11, { 1: 1 }), parcel(12, { 1: 1 })];
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels });
		const first = await updates.send(shop.seller, update);
		expect(first.parcels?.map((one) => one.parcel).sort()).toEqual([11, 12]);
		const other = await confirmed({ failingLabels: 3 });
		const late = await told(shop, other, 'SHIPLABEL_GENERATED', { parcels });
		expect(await failureOf(updates.send(shop.seller, late))).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/no label yet for package P1[12] \(00001: /),
		});
		const again = await updates.send(shop.seller, late, true);
		expect(again.parcels?.map((one) => one.parcel).sort()).toEqual([11, 12]);
	});

	it('refuses a label that Amazon never makes, and names the package', async () => {
		const id = await confirmed();
		const failing = Object.assign(
			async (request: Parameters<typeof shop.seller>[0]) => {
				const answer = await shop.seller(request);
				if (!request.path.endsWith('/shipLabels')) return answer;
				const errorDetails = { code: '00042', message: 'No carrier takes it.' };
				const failed = { packageId: 'P7', status: 'FAILURE', errorDetails };
				return { ...answer, body: { packageShipLabelList: [failed] } };
			},
			{ seller: shop.seller.seller },
		);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		expect(await failureOf(updates.send(failing, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/package P7 .*00042: No carrier takes it/),
		});
	});

	it('fetches the file by another address where the first does not answer', async () => {
		const id = await confirmed();
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		shop.sandbox.setFaults({ rate500: 1, only: 'document', forTheNext: 1 });
		const failure = await failureOf(updates.send(shop.seller, update));
		expect(failure).toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('label of package P7'),
		});
		expect(failure.message).not.toMatch(/https?:|Signature/i);
		const again = await updates.send(shop.seller, update, true);
		expect(again.parcels?.[0]?.label).not.toBeNull();
	});

	it('takes the package that a person made in Seller Flex for that of the only parcel', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'SHIPLABEL_GENERATED');
		shop.sandbox.advance(id, { status: 'PACKAGE_CREATED' });
		const sent = await updates.send(shop.seller, update);
		expect(sent.parcels?.map((one) => one.parcel)).toEqual([7]);
		expect(shop.sandbox.shipment(id).packages).toHaveLength(1);
	});

	it('refuses to guess which package is which parcel', async () => {
		const id = placed(shop);
		const parcels = [parcel(11, { 1: 1 }), parcel(12, { 1: 1 })];
		const update = await told(shop, id, 'SHIPLABEL_GENERATED', { parcels });
		shop.sandbox.advance(id, { status: 'PACKAGE_CREATED' });
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/packed otherwise on Amazon.*Print its labels in Seller Flex/),
		});
	});
});
