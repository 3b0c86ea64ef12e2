import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { asShown } from '../support/formAnswers';
import { furnish, openShopify, saveShopify, shopifyShops } from '../support/shopifyNodes';
import { iconicStore, sold } from '../support/soldOnIconic';

describe('the store page of Shopify', () => {
	const at = shopifyShops();
	const store = async () => (await at.shop.hub('store:get'))[0] as IDataObject;
	const masters = async () =>
		(await at.shop.sql('SELECT code, stock_master FROM hubs ORDER BY code')).map(
			({ code, stock_master }) => `${code}: ${stock_master}`,
		);
	const ledger = () => ledgerIn(at.shop.stored.orderHubLedgerApi);

	test('connects the account that the credential signs in to, as the stock master of its hubs', async () => {
		expect(await store()).toMatchObject({
			...{ code: 'shopify', channel: 'shopify', account: at.shop.domain },
			settings: {
				...{ stockMaster: true, orderSync: true, catalogSync: true, inventorySync: true },
				...{ intervalMinutes: 5, inventoryIntervalMinutes: 5, automatedCancellation: false },
				...{ channelStatusMap: [], workspaceStatusMap: [] },
				hubMap: [
					{ location: at.shop.locations[0], hub: 'sydney' },
					{ location: at.shop.locations[1], hub: 'melbourne' },
				],
			},
		});
		expect(await masters()).toEqual(['melbourne: shopify', 'sydney: shopify']);
	});

	test('warns of nothing that an OMS has no need of', async () => {
		const [saved] = await saveShopify(at.shop, { intervalMinutes: 10 });
		expect(saved).toMatchObject({ version: 2, warnings: [] });
	});

	test('warns of a scope that the app lacks', async () => {
		at.shopify.setScopes(['read_products', 'read_inventory', 'read_locations', 'write_orders']);
		const [saved] = await saveShopify(at.shop, { orderSync: false });
		expect(saved?.warnings).toEqual(
			expect.arrayContaining([expect.stringMatching(/lacks the permission write_customers/)]),
		);
	});

	test('gives the hubs back to the ledger when it is the stock master no more', async () => {
		await saveShopify(at.shop, { stockMaster: false });
		expect(await masters()).toEqual(['melbourne: ledger', 'sydney: ledger']);
	});

	test('is refused while a hub has open orders, with their numbers', async () => {
		await (await ledger()).saveStore(iconicStore());
		await (await ledger()).importOrders('the-iconic', [sold('5001')]);
		await (await ledger()).routeWaiting('the-iconic', 5);
		await expect(saveShopify(at.shop, { stockMaster: false })).rejects.toThrow(/N5001/);
		expect(await masters()).toEqual(['melbourne: shopify', 'sydney: shopify']);
	});

	test('a dry run says what would be changed, and saves nothing', async () => {
		const [tried] = await saveShopify(at.shop, { stockMaster: false, dryRun: true });
		expect(tried).toMatchObject({ dryRun: true, changes: [{ field: 'stockMaster' }] });
		expect(await masters()).toEqual(['melbourne: shopify', 'sydney: shopify']);
	});

	test('takes the hub map as JSON, too, and refuses a location that Shopify does not have', async () => {
		const json = (location: string) => ({
			hubMappingInput: 'json',
			hubMappingJson: JSON.stringify([{ location, hub: 'sydney' }]),
		});
		await saveShopify(at.shop, json(at.shop.locations[2] ?? ''));
		expect(await masters()).toEqual(['melbourne: ledger', 'sydney: shopify']);
		await expect(saveShopify(at.shop, json('gid://shopify/Location/1'))).rejects.toThrow(
			/location/,
		);
	});
});

describe('the same as a form', () => {
	const at = shopifyShops();
	const opened = async () =>
		(await at.shop.items('shopifyHub', 'store:getSettingsForm'))[0] as unknown as SettingsForm;
	const save = async (form: SettingsForm, answers: IDataObject) =>
		await at.shop.items('shopifyHub', 'store:saveSettings', {
			parameters: {
				...{ settingsFrom: 'form', form, answers, changedBy: 'mia@acme.example' },
			} as unknown as IDataObject,
		});

	test('has the pages that mean something to an OMS, and asks for no status', async () => {
		const form = await opened();
		expect(form.pages.channelMapping).toEqual([]);
		const names = (page: 'store' | 'workspaceMapping') =>
			(form.pages[page] ?? []).flatMap(({ fieldName }) => fieldName ?? []);
		expect(names('store')).toEqual([
			...['seller', 'store', 'stockMaster', 'orderSync', 'intervalMinutes', 'catalogSync'],
			...['catalogIntervalMinutes', 'inventorySync', 'inventoryIntervalMinutes', 'ruleSet'],
			...['location 1', 'location 2', 'location 3'],
		]);
		expect(names('workspaceMapping')).toEqual(['overlapMinutes', 'pagesPerExecution']);
	});

	test('saved as it is shown changes nothing', async () => {
		const form = await opened();
		expect(await save(form, asShown(form))).toMatchObject([{ version: 1, changes: [] }]);
	});

	test('saves what a person changes', async () => {
		const form = await opened();
		const answers = { ...asShown(form), inventoryIntervalMinutes: 15, stockMaster: 'Off' };
		const [saved] = await save(form, answers);
		expect((saved?.changes as IDataObject[]).map(({ field }) => field).toSorted()).toEqual([
			...['inventoryIntervalMinutes', 'stockMaster'],
		]);
	});
});

test('the form of a new store has Stock Master and both syncs on', async () => {
	const shop = await openShopify();
	await furnish(shop);
	const [form] = await shop.items('shopifyHub', 'store:getSettingsForm');
	await shop.close();
	const shown = asShown(form as unknown as SettingsForm);
	expect(shown).toMatchObject({ stockMaster: 'On', orderSync: 'On', inventorySync: 'On' });
});
