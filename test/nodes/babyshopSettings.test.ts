import { tryToParseJsonToFormFields } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { Babyshop } from '../../nodes/Babyshop/Babyshop.node';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { babyshopPage, furnish, openBabyshop, save, toldAs } from '../support/babyshopNodes';
import type { BabyshopNodes } from '../support/babyshopNodes';
import { picked } from '../support/shop';

const settingsIn = async (shop: BabyshopNodes) => {
	const [found] = await shop.hub('store:get');
	return found?.settings as IDataObject;
};

let shop: BabyshopNodes;
beforeEach(async () => {
	shop = await openBabyshop();
	await furnish(shop);
});
afterEach(() => shop.close());

const hubsOnly = [
	{ location: '', hub: 'sharjah' },
	{ location: '', hub: 'dubai' },
];

describe('Babyshop Channel, the settings of a store', () => {
	test('are saved by the very first work of the credential, for the account that it signs in to', async () => {
		expect(shop.stored.babyshopChannelApi.accessToken).toBe('');
		expect(await save(shop)).toMatchObject([{ version: 1, warnings: [] }]);
		expect(await shop.hub('store:get')).toMatchObject([
			{ channel: 'babyshop', account: shop.account, settings: { hubMap: hubsOnly, locations: [] } },
		]);
		expect(shop.babyshop.calls().map(({ kind }) => kind)).toEqual(['authToken', 'orderList']);
	});

	test('come with a minute, three hours of overlap, and nothing sent out', async () => {
		const { inventorySync, automatedCancellation, ...page } = babyshopPage();
		expect([inventorySync, automatedCancellation]).toEqual([true, true]);
		await shop.run('babyshop', 'store:saveSettings', { parameters: page });
		expect(await settingsIn(shop)).toMatchObject({
			orderSync: true,
			intervalMinutes: 1,
			overlapMinutes: 180,
			catalogSync: true,
			inventorySync: false,
			automatedCancellation: false,
			splitOrders: false,
		});
	});

	test('take the hubs as JSON, with or without the location that there is not', async () => {
		const json = (hubMappingJson: string) => ({ hubMappingInput: 'json', hubMappingJson });
		await save(shop, json('[{ "hub": "sharjah" }, { "location": "", "hub": "dubai" }]'));
		expect(await settingsIn(shop)).toMatchObject({ hubMap: hubsOnly });
		await expect(save(shop, json('{ "hub": "sharjah" }'))).rejects.toThrow(
			/not a list of rows. Write it like \[\{ "hub": "the code" \}\]/,
		);
		await expect(save(shop, json('[{ "location": "x", "hub": "dubai" }]'))).rejects.toThrow(/"x"/);
	});

	test('refuse to tell Babyshop a status that it sets itself', async () => {
		const workspaceStatusMapping = toldAs({ returned: '65' });
		await expect(save(shop, { workspaceStatusMapping })).rejects.toThrow(/"65" is not one of 10/);
	});

	test('cannot be those of a second store for the same account', async () => {
		await save(shop);
		await expect(save(shop, { store: picked('other') })).rejects.toThrow(/"babyshop"/);
	});

	test('can be tried, and are then not kept', async () => {
		expect(await save(shop, { dryRun: true })).toMatchObject([{ version: 1, dryRun: true }]);
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([]);
	});
});

test('the page asks for nothing that Babyshop has not: no location, no splitting of orders', () => {
	const { properties } = new Babyshop().description;
	const page = JSON.stringify(
		properties.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes('store')),
	);
	expect(page).toContain('"hubMapping"');
	for (const name of ['location', 'splitOrders']) {
		expect(page).not.toContain(`"name":"${name}"`);
	}
});

test('Fetch Order Status lists all 18 statuses in the order of the panel, without a call', async () => {
	const calls = await shop.callsOf(async () => {
		const statuses = await shop.items('babyshop', 'orderStatus:getMany');
		expect(statuses).toHaveLength(18);
		expect(statuses[1]).toMatchObject({ key: '5', label: 'Confirmed (5)' });
	});
	expect(calls).toEqual([]);
});

const formIn = async () =>
	(await shop.items('babyshop', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

const saveForm = async (form: SettingsForm, answers: IDataObject) => {
	const parameters = { settingsFrom: 'form', form, answers, changedBy: 'layla@noor.example' };
	const [saved] = await shop.items('babyshop', 'store:saveSettings', {
		parameters: parameters as unknown as IDataObject,
	});
	return saved;
};

describe('the settings form of a Babyshop store', () => {
	test('connects a new store: hubs are ticked, statuses come with their usual meaning', async () => {
		const form = await formIn();
		for (const page of Object.values(form.pages)) {
			expect(tryToParseJsonToFormFields(JSON.stringify(page))).toEqual(page);
		}
		const answers = { ...asShown(form), store: 'babyshop', hubs: ['sharjah (sharjah)'] };
		expect(await saveForm(form, answers)).toMatchObject({ version: 1 });
		expect(await settingsIn(shop)).toMatchObject({
			intervalMinutes: 1,
			overlapMinutes: 180,
			hubMap: [{ location: '', hub: 'sharjah' }],
			channelStatusMap: expect.arrayContaining([
				{ channelStatus: '1', hubStatus: 'new_order' },
				{ channelStatus: '5', hubStatus: 'new_order' },
				{ channelStatus: '8', hubStatus: 'cancelled' },
			]),
			workspaceStatusMap: expect.arrayContaining([
				{ hubStatus: 'packed', channelStatus: '10' },
				{ hubStatus: 'shipped', channelStatus: '15' },
			]),
		});
	});

	test('shows what is saved; saved as it is, it changes nothing', async () => {
		await save(shop);
		const form = await formIn();
		expect(await saveForm(form, asShown(form))).toMatchObject({ version: 1, changes: [] });
	});
});
