import { tryToParseJsonToFormFields } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import {
	amazonPage,
	connectedAmazon,
	furnish,
	mapped,
	openAmazon,
	save,
} from '../support/amazonNodes';
import { asShown } from '../support/formAnswers';
import type { AmazonNodes } from '../support/amazonNodes';
import { picked } from '../support/shop';

const account = 'A1SELLER0EXAMPLE/A2VIGQ35RCS4UG';

const settingsIn = async (shop: AmazonNodes) => {
	const [found] = await shop.hub('store:get');
	return found?.settings as IDataObject;
};

describe('Amazon Seller Flex Channel, the settings of a store', () => {
	let shop: AmazonNodes;
	beforeEach(async () => {
		shop = await openAmazon();
		await furnish(shop);
	});
	afterEach(() => shop.close());

	test('are saved for the seller and marketplace of the credential, with the hub IDs that were typed', async () => {
		const page = { automatedCancellation: false };
		expect(await save(shop, page)).toMatchObject([{ version: 1, warnings: [] }]);
		const [found] = await shop.hub('store:get');
		expect(found).toMatchObject({
			account,
			settings: {
				hubMap: [
					{ location: 'EXSB', hub: 'sharjah' },
					{ location: 'DXB1', hub: 'dubai' },
				],
				locations: [
					{ id: 'EXSB', name: 'EXSB', isTyped: true },
					{ id: 'DXB1', name: 'DXB1', isTyped: true },
				],
			},
		});
	});

	test('come back with the hub IDs that a later version had no more', async () => {
		await save(shop);
		await save(shop, { hubMapping: mapped({ EXSB: 'sharjah' }) });
		const restore = { version: 1, changedBy: 'Layla', reason: 'A slip' };
		expect(await shop.hub('store:restore', restore)).toMatchObject([{ version: 3 }]);
		expect(await settingsIn(shop)).toMatchObject({
			hubMap: [{ location: 'EXSB' }, { location: 'DXB1' }],
			locations: [{ id: 'EXSB' }, { id: 'DXB1' }],
		});
	});

	test('take the hub mapping as JSON', async () => {
		const hubMappingJson = '[{ "location": "DXB1", "hub": "sharjah" }]';
		await save(shop, { hubMappingInput: 'json', hubMappingJson });
		expect(await settingsIn(shop)).toMatchObject({
			hubMap: [{ location: 'DXB1', hub: 'sharjah' }],
			locations: [{ id: 'DXB1' }],
		});
	});

	test('come with a minute for orders, an hour for stock, and nothing sent out', async () => {
		const { inventorySync, automatedCancellation, ...page } = amazonPage();
		expect([inventorySync, automatedCancellation]).toEqual([true, true]);
		await shop.run('amazonSellerFlex', 'store:saveSettings', { parameters: page });
		expect(await settingsIn(shop)).toMatchObject({
			orderSync: true,
			intervalMinutes: 1,
			catalogSync: false,
			inventorySync: false,
			inventoryIntervalMinutes: 60,
			automatedCancellation: false,
		});
	});

	test('take invoices as is usual in the country, unless somebody says otherwise', async () => {
		const invoicesWith = async (change: IDataObject = {}) => {
			await save(shop, change);
			return (await settingsIn(shop)).invoices;
		};
		expect(await invoicesWith()).toBe('byHand');
		await shop.close();
		shop = await openAmazon({ marketplace: 'A1PA6795UKMFR9' });
		await furnish(shop);
		expect(await invoicesWith()).toBe('upload');
		expect(await invoicesWith({ options: { invoices: 'byHand' } })).toBe('byHand');
		expect(await invoicesWith({ options: { invoices: 'usual' } })).toBe('upload');
		expect((await formIn(shop)).choices.invoices).toHaveLength(3);
	});

	test.each([
		['rows', { hubMapping: mapped({ EXSB: 'sharjah', exs: 'dubai' }) }],
		[
			'JSON',
			{
				hubMappingInput: 'json',
				hubMappingJson: '[{ "location": "exs", "hub": "dubai" }]',
			},
		],
	])('refuse what is no Seller Flex Hub ID, given as %s, and save nothing', async (_how, wrong) => {
		await expect(save(shop, wrong)).rejects.toMatchObject({
			message: expect.stringMatching(/"exs" is no Seller Flex Hub ID(?!.*Nothing was)/),
			description: expect.stringContaining('Nothing was changed.'),
		});
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([]);
		await save(shop);
		await expect(save(shop, { ...wrong, intervalMinutes: 60 })).rejects.toThrow(/"exs"/);
		expect(await shop.hub('store:get')).toMatchObject([
			{ version: 1, settings: { intervalMinutes: 1 } },
		]);
	});

	test('refuse to tell Amazon a status that it sets itself', async () => {
		const rows = [{ hubStatus: 'delivered', channelStatus: 'DELIVERED' }];
		await expect(save(shop, { workspaceStatusMapping: { rows } })).rejects.toThrow(
			/DELIVERED.*SHIPLABEL_GENERATED/,
		);
	});

	test('cannot be those of a second store for the same account', async () => {
		await save(shop);
		await expect(save(shop, { store: picked('amazon-2') })).rejects.toThrow(/"amazon"/);
		expect(await shop.items('orderHub', 'store:getMany')).toHaveLength(1);
	});

	test('can be tried, and are then not kept', async () => {
		expect(await save(shop, { dryRun: true })).toMatchObject([{ version: 1, dryRun: true }]);
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([]);
	});

	test('are told in words by the configuration log', async () => {
		const quiet = { inventorySync: false };
		await save(shop, quiet);
		await save(shop, {
			...quiet,
			hubMapping: mapped({ EXSB: 'sharjah', DXB1: 'dubai', AUH2: 'dubai' }),
			intervalMinutes: 15,
			changedBy: 'Omar',
			reason: 'second node in Dubai',
		});
		const log = await shop.hub('store:getConfigurationLog', { limit: 9 });
		const newest = log.filter(({ version }) => version === 2);
		for (const entry of newest) {
			expect(entry).toMatchObject({ changedBy: 'Omar', reason: 'second node in Dubai' });
		}
		expect(newest.map(({ inWords }) => inWords)).toEqual(
			expect.arrayContaining([
				'Hub Mapping: added "AUH2" = "dubai"',
				'Order Sync Interval (Minutes): 1 → 15',
			]),
		);
	});
});

const formIn = async (shop: AmazonNodes) =>
	(await shop.items('amazonSellerFlex', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

const saveForm = async (shop: AmazonNodes, form: SettingsForm, answers: IDataObject) => {
	const parameters = { settingsFrom: 'form', form, answers, changedBy: 'layla@noor.example' };
	const [saved] = await shop.items('amazonSellerFlex', 'store:saveSettings', {
		parameters: parameters as unknown as IDataObject,
	});
	return saved;
};

const hubFields = (form: SettingsForm) =>
	form.pages.store
		.filter(({ fieldName = '' }) => fieldName.startsWith('locations of hub'))
		.map(({ fieldLabel, defaultValue }) => [fieldLabel, defaultValue]);

describe('the settings form of an Amazon store', () => {
	let shop: AmazonNodes;
	afterEach(() => shop.close());

	test('connects a new store with the usual mappings and typed hub IDs', async () => {
		shop = await openAmazon();
		await furnish(shop);
		const form = await formIn(shop);
		for (const page of Object.values(form.pages)) {
			expect(tryToParseJsonToFormFields(JSON.stringify(page))).toEqual(page);
		}
		expect(JSON.stringify(form.pages)).not.toMatch(/catalogSync|catalogIntervalMinutes/);
		const answers = {
			...asShown(form),
			store: 'amazon',
			'locations of hub 1': ' EXSB , DXB1 ',
		};
		expect(await saveForm(shop, form, answers)).toMatchObject({ version: 1, warnings: [] });
		expect(await settingsIn(shop)).toMatchObject({
			intervalMinutes: 1,
			inventoryIntervalMinutes: 60,
			catalogSync: false,
			hubMap: [
				{ location: 'EXSB', hub: form.typedFor[0] },
				{ location: 'DXB1', hub: form.typedFor[0] },
			],
			locations: [{ id: 'EXSB' }, { id: 'DXB1' }],
			channelStatusMap: expect.arrayContaining([
				{ channelStatus: 'ACCEPTED', hubStatus: 'new_order' },
				{ channelStatus: 'CANCELLED', hubStatus: 'cancelled' },
			]),
			workspaceStatusMap: expect.arrayContaining([
				{ hubStatus: 'new_order', channelStatus: 'CONFIRMED' },
				{ hubStatus: 'picked', channelStatus: 'SHIPLABEL_GENERATED' },
			]),
		});
	});

	test('shows the mapped hubs first with their IDs; saved as it is, it changes nothing', async () => {
		shop = await connectedAmazon(
			{},
			{ hubMapping: mapped({ EXSB: 'sharjah', AUH2: 'sharjah' }), inventorySync: false },
		);
		const form = await formIn(shop);
		expect(hubFields(form)).toEqual([
			['Seller Flex Hub ID of sharjah (sharjah)', 'EXSB, AUH2'],
			['Seller Flex Hub ID of dubai (dubai)', ''],
		]);
		expect(await saveForm(shop, form, asShown(form))).toMatchObject({ version: 1, changes: [] });
	});

	test('keeps a map whose hubs are mixed as it is', async () => {
		const hubMapping = mapped({ EXSB: 'sharjah', DXB1: 'dubai', AUH2: 'sharjah' });
		shop = await connectedAmazon({}, { hubMapping, inventorySync: false });
		const form = await formIn(shop);
		expect(await saveForm(shop, form, asShown(form))).toMatchObject({ changes: [] });
	});

	test('refuses what is no hub ID, and what is given to two hubs', async () => {
		shop = await connectedAmazon();
		const form = await formIn(shop);
		const typed = (one: string, other: string) =>
			saveForm(shop, form, {
				...asShown(form),
				'locations of hub 1': one,
				'locations of hub 2': other,
			});
		await expect(typed('EXSB, dubai', 'DXB1')).rejects.toThrow(/"dubai" is no Seller Flex Hub ID/);
		await expect(typed('EXSB', 'EXSB')).rejects.toThrow(/EXSB/);
		expect(await shop.hub('store:get')).toMatchObject([{ version: 1 }]);
	});
});
