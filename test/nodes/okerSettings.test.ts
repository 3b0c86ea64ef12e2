import type { IDataObject } from 'n8n-workflow';
import { Oker } from '../../nodes/Oker/Oker.node';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { furnish, openOker, save } from '../support/okerNodes';
import type { OkerNodes } from '../support/okerNodes';

let shop: OkerNodes;
beforeEach(async () => {
	shop = await openOker();
	await furnish(shop);
});
afterEach(() => shop.close());

const settingsIn = async () => (await shop.hub('store:get'))[0]?.settings as IDataObject;

const rows = [
	{ location: 'OKR-W1', hub: 'north' },
	{ location: 'OKR-W2', hub: 'city' },
];

describe('Oker Channel, the settings of a store', () => {
	test('take the warehouses of the map as all there are', async () => {
		expect(await save(shop)).toMatchObject([{ version: 1, warnings: [] }]);
		expect(await shop.hub('store:get')).toMatchObject([
			{
				channel: 'oker',
				account: shop.account,
				settings: { hubMap: rows, locations: [{ id: 'OKR-W1' }, { id: 'OKR-W2' }] },
			},
		]);
	});

	test.each([
		[
			'{"OKR-W1":"north","OKR-W1":"city"}',
			/"OKR-W1" stands twice, at line 1, column 2 and at line 1, column 19/,
		],
		['[]', /it is a list, not an object/],
		['', /hubMapText|empty/],
		['{"OKR-W1":"north","OKR-W2":"north"}', /are all hub "north"/],
		['{"OKR-W1":"north","OKR-W7":"city"}', /Oker has no warehouse "OKR-W7"/],
		['{"OKR-W1":"moon"}', /There is no hub "moon"/],
	])('refuse %s', async (hubMapText, message) => {
		await expect(save(shop, { hubMapText })).rejects.toThrow(message);
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([]);
	});

	test('want the facilities of Inventory Sync to be the hubs of the map', async () => {
		await expect(save(shop, { options: { inventoryHubs: ['north'] } })).rejects.toThrow(
			/it lacks "city"/,
		);
		await save(shop, { options: { inventoryHubs: ['city', 'north'] } });
	});

	test('of an earlier version that chose other facilities are not restored', async () => {
		await save(shop, { options: { inventoryHubs: ['city', 'north'] } });
		await save(shop);
		const restore = () =>
			shop.hub('store:restore', { version: 1, changedBy: 'asha', reason: 'back' });
		await shop.sql(`UPDATE store_settings SET settings = replace(settings, '["city","north"]', '["north"]')
			WHERE version = 1`);
		await expect(restore()).rejects.toThrow(/Version 1 of store oker.* it lacks "city"/);
		expect(await shop.hub('store:get')).toMatchObject([{ version: 2 }]);
		await shop.sql(`UPDATE store_settings SET settings = replace(settings, '["north"]', '["city","north"]')
			WHERE version = 1`);
		expect(await restore()).toMatchObject([{ version: 3 }]);
	});
});

test('the page asks for nothing that Oker has not: no splitting of orders, no rows of locations', () => {
	const { properties } = new Oker().description;
	const page = JSON.stringify(
		properties.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes('store')),
	);
	expect(page).toContain('"hubMapText"');
	for (const name of ['hubMapping', 'splitOrders']) expect(page).not.toContain(`"name":"${name}"`);
});

describe('the settings form of an Oker store', () => {
	const formIn = async () =>
		(await shop.items('oker', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

	const saveForm = async (form: SettingsForm, answers: IDataObject) => {
		const parameters = { settingsFrom: 'form', form, answers, changedBy: 'asha@acme.example' };
		return await shop.items('oker', 'store:saveSettings', parameters as unknown as IDataObject);
	};

	test('has the map as one text, and shows it again', async () => {
		const answers = { ...asShown(await formIn()), store: 'oker' };
		const hubMapText = '{"OKR-W1":"north","OKR-W2":"city"}';
		expect(await saveForm(await formIn(), { ...answers, hubMapText })).toMatchObject([
			{ version: 1 },
		]);
		expect(await settingsIn()).toMatchObject({ hubMap: rows, intervalMinutes: 1 });
		const again = await formIn();
		expect(asShown(again)).toMatchObject({ hubMapText });
		const twice = { ...asShown(again), hubMapText: '{"OKR-W1":"north","OKR-W1":"city"}' };
		await expect(saveForm(again, twice)).rejects.toThrow(/stands twice/);
	});
});
