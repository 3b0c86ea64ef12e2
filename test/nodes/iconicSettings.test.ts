import type { IDataObject } from 'n8n-workflow';
import { pickFrom } from '../support/engine';
import { openIconic } from '../support/iconicNodes';
import type { IconicNodes } from '../support/iconicNodes';
import { carriers, furnish, reasons, save, toldAs } from '../support/iconicStore';

const settingsIn = async (shop: IconicNodes) => {
	const [found] = await shop.hub('store:get');
	return found?.settings as IDataObject;
};

let shop: IconicNodes;
beforeEach(async () => {
	shop = await openIconic();
	await furnish(shop);
});
afterEach(() => shop.close());

const bill = { street: '1 Example Street', city: 'Sydney', postcode: '2000', country: 'AU' };
const billTo = {
	...{ name: 'Iconic AU', company: null, lines: ['1 Example Street'], district: null },
	...{ city: 'Sydney', region: null, postcode: '2000', country: 'AU', phone: null },
	...{ latitude: null, longitude: null },
};

describe('The Iconic Channel, the settings of a store', () => {
	test('are saved by the very first work of the credential, for the seller that it signs in to', async () => {
		expect(await save(shop)).toMatchObject([{ version: 1, warnings: [] }]);
		expect(await shop.hub('store:get')).toMatchObject([
			{
				channel: 'theIconic',
				account: String(shop.iconic.state().seller.id),
				settings: {
					hubMap: [
						{ location: '', hub: 'sydney' },
						{ location: '', hub: 'perth' },
					],
					carrierMap: [{ carrier: 'AusPost', channelCarrier: carriers.typed }],
					cancelReasonMap: [
						{ reason: 'out_of_stock', channelReason: reasons.stock },
						{ reason: 'other', channelReason: reasons.other },
					],
					addReservations: true,
					stockMaster: false,
					omsOrder: {
						...{ customer: '', billTo: null, extraLine: false, shippingMethods: [] },
						taxesIncluded: true,
					},
				},
			},
		]);
	});

	test('take how orders look in an OMS, and that no reservations are added', async () => {
		const omsOrder = {
			...{ customer: ' Iconic AU ', extraLine: true, taxesIncluded: false },
			billTo: { address: bill },
			shippingMethods: { rows: [{ country: 'NZ', method: 'Express' }] },
		};
		await save(shop, { addReservations: false, omsOrder });
		expect(await settingsIn(shop)).toMatchObject({
			addReservations: false,
			omsOrder: {
				...{ customer: 'Iconic AU', billTo, extraLine: true, taxesIncluded: false },
				shippingMethods: [{ country: 'NZ', method: 'Express' }],
			},
		});
	});

	test.each<[string, IDataObject, RegExp]>([
		[
			'a carrier without a provider',
			{ carrierMapping: { rows: [{ carrier: 'DHL', channelCarrier: '' }] } },
			/Carrier Mapping: the row of carrier "DHL" names no carrier/,
		],
		[
			'a reason without one of The Iconic',
			{ cancelReasonMapping: { rows: [{ reason: 'other', channelReason: '' }] } },
			/Cancellation Reasons: the row of "other" names no reason/,
		],
		[
			'a reason that the hub does not have',
			{ cancelReasonMapping: { rows: [{ reason: 'whim', channelReason: reasons.other }] } },
			/"whim" is not one of/,
		],
		[
			'a country that there is not',
			{ omsOrder: { shippingMethods: { rows: [{ country: 'XX', method: 'Express' }] } } },
			/"XX" is not one of/,
		],
		[
			'a status that The Iconic sets itself',
			{ workspaceStatusMapping: toldAs({ returned: 'returned' }) },
			/"returned" is not one of/,
		],
	])('refuse %s', async (_what, change, message) => {
		await expect(save(shop, change)).rejects.toThrow(message);
	});

	test('warn of what is not in the lists of The Iconic, and of a cancel without a reason', async () => {
		const [saved] = await save(shop, {
			carrierMapping: { rows: [{ carrier: '', channelCarrier: 'Pony Express' }] },
			cancelReasonMapping: { rows: [{ reason: 'out_of_stock', channelReason: 'Gone' }] },
		});
		expect(saved?.warnings).toEqual([
			expect.stringMatching(/^Carrier Mapping: The Iconic has no carrier "Pony Express"/),
			expect.stringMatching(/^Cancellation Reasons: The Iconic has no reason "Gone"/),
			expect.stringMatching(/^Cancellation Reasons: there is none for any other reason/),
		]);
		const quiet = { automatedCancellation: false, cancelReasonMapping: {} };
		expect(await save(shop, quiet)).toMatchObject([
			{ warnings: [expect.stringMatching(/^Workspace Order Mapping/)] },
		]);
	});

	test('pick providers and reasons from the live lists, and only reasons to cancel', async () => {
		const pick = (method: string) =>
			pickFrom('n8n-nodes-order-hub.theIconic', shop.credentials, method);
		const named = (names: readonly string[]) => names.map((name) => ({ name, value: name }));
		expect(await pick('getCarriers')).toEqual(named([carriers.typed, carriers.integrated]));
		expect(await pick('getCancelReasons')).toEqual(named([reasons.other, reasons.stock]));
	});

	test('can be tried, and are then not kept', async () => {
		expect(await save(shop, { dryRun: true })).toMatchObject([{ version: 1, dryRun: true }]);
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([]);
	});
});

test('Shipping Provider and Failure Reason list what The Iconic takes', async () => {
	expect(await shop.items('theIconic', 'carrier:getMany')).toEqual(
		Object.values(carriers).map((name) => ({ name })),
	);
	expect(await shop.items('theIconic', 'cancelReason:getMany')).toEqual([
		{ name: reasons.other },
		{ name: reasons.stock },
	]);
});
