import { tryToParseJsonToFormFields } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { openIconic } from '../support/iconicNodes';
import type { IconicNodes } from '../support/iconicNodes';
import { carriers, furnish, reasons, save } from '../support/iconicStore';
import { templateOf } from '../support/templates';

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

const formIn = async () =>
	(await shop.items('theIconic', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

const saveForm = async (form: SettingsForm, answers: IDataObject) => {
	const parameters = { settingsFrom: 'form', form, answers, changedBy: 'matilda@bondi.example' };
	const [saved] = await shop.items('theIconic', 'store:saveSettings', {
		parameters: parameters as unknown as IDataObject,
	});
	return saved;
};

const everything = {
	addReservations: false,
	carrierMapping: {
		rows: [
			{ carrier: 'AusPost', channelCarrier: carriers.typed },
			{ carrier: '', channelCarrier: carriers.integrated },
			{ carrier: 'Pony, Express', channelCarrier: 'Gone' },
		],
	},
	omsOrder: {
		...{ customer: 'Iconic AU', extraLine: true, taxesIncluded: false },
		billTo: { address: { ...bill, street2: 'Level 3, rear', company: 'A', region: 'NSW' } },
		shippingMethods: {
			rows: ['NZ', 'AU', 'US', 'DE'].map((country) => ({ country, method: `to ${country}` })),
		},
	},
};

describe('the settings form of a seller on The Iconic', () => {
	test('connects a new store, with carriers, reasons and orders in the OMS on pages of their own', async () => {
		const form = await formIn();
		expect(Object.keys(form.pages)).toEqual([
			...['store', 'channelMapping', 'workspaceMapping', 'carriers', 'oms'],
		]);
		for (const page of Object.values(form.pages)) {
			expect(tryToParseJsonToFormFields(JSON.stringify(page))).toEqual(page);
		}
		const answers = {
			...{ ...asShown(form), store: 'the-iconic', hubs: ['sydney (sydney)'] },
			...{ addReservations: 'Off', 'carrier 2': ' AusPost ', 'channel carrier 2': carriers.typed },
			...{ 'all other carriers': carriers.integrated, 'reason other': reasons.other },
			...{ customer: 'Iconic AU', 'extra line': 'On', 'taxes included': 'Off' },
			...{ 'bill street': '1 Example Street', 'bill city': 'Sydney', 'bill postcode': '2000' },
			...{ 'bill country': 'Australia', 'country 1': 'New Zealand', 'method 1': 'Express' },
		};
		expect(await saveForm(form, answers)).toMatchObject({ version: 1, warnings: [] });
		expect(await settingsIn(shop)).toMatchObject({
			addReservations: false,
			carrierMap: [
				{ carrier: 'AusPost', channelCarrier: carriers.typed },
				{ carrier: '', channelCarrier: carriers.integrated },
			],
			cancelReasonMap: [{ reason: 'other', channelReason: reasons.other }],
			omsOrder: {
				...{ customer: 'Iconic AU', billTo, extraLine: true, taxesIncluded: false },
				shippingMethods: [{ country: 'NZ', method: 'Express' }],
			},
			channelStatusMap: expect.arrayContaining([
				{ channelStatus: 'pending', hubStatus: 'new_order' },
				{ channelStatus: 'canceled', hubStatus: 'cancelled' },
			]),
			workspaceStatusMap: expect.arrayContaining([
				{ hubStatus: 'shipped', channelStatus: 'shipped' },
			]),
		});
	});

	test('shows what is saved; saved as it is, it changes nothing', async () => {
		await save(shop, everything);
		const form = await formIn();
		expect(await saveForm(form, asShown(form))).toMatchObject({ version: 1, changes: [] });
	});

	test.each<[string, IDataObject, RegExp]>([
		['carrier', { 'carrier 2': 'AusPost' }, /Carrier Mapping: row 2 is filled in by half/],
		['method', { 'country 3': 'Australia' }, /Shipping Methods: row 3 is filled in by half/],
		['address', { 'bill city': 'Sydney' }, /Bill To: the address has no country/],
	])('refuses half a row: %s', async (_what, wrong, message) => {
		await save(shop);
		const form = await formIn();
		await expect(saveForm(form, { ...asShown(form), ...wrong })).rejects.toThrow(message);
	});

	test('has every page in the template, and the template asks for no other', async () => {
		const { pages } = await formIn();
		const asked = templateOf('theIconic/settings').nodes.flatMap(
			({ parameters }) => /json\.pages\.(\w+)/.exec(String(parameters.jsonOutput))?.[1] ?? [],
		);
		expect(asked).toEqual(Object.keys(pages));
	});
});
