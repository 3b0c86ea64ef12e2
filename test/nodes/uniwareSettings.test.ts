import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { uniwarePage, uniwareShops } from '../support/uniwareNodes';
import { picked } from '../support/shop';

describe('the store page of Uniware', () => {
	const at = uniwareShops();
	const store = async () =>
		(await at.shop.items('orderHub', 'store:get', { parameters: { store: picked('uniware') } }))[0];
	const masters = async () =>
		(await at.shop.sql('SELECT code, stock_master FROM hubs ORDER BY code')).map(
			({ code, stock_master }) => `${code}: ${stock_master}`,
		);

	it('connects the tenant as the stock master of its hubs', async () => {
		expect(await store()).toMatchObject({
			...{ code: 'uniware', channel: 'uniware', account: at.shop.host },
			settings: {
				...{ stockMaster: true, orderSync: true, catalogSync: true, inventorySync: true },
				locations: [
					{ id: 'WH_MAIN', name: 'Main Warehouse' },
					{ id: 'WH_SOUTH', name: 'South Warehouse' },
				],
			},
		});
		expect(await masters()).toEqual(['melbourne: uniware', 'sydney: uniware']);
	});

	it('warns of nothing that an OMS has no need of', async () => {
		const [saved] = await at.shop.act('store:saveSettings', uniwarePage({ intervalMinutes: 7 }));
		expect(saved).toMatchObject({ version: 2, warnings: [] });
	});

	it('says which facility the user may not use before it saves anything', async () => {
		at.shop.stored.uniwareHubApi.facility = 'wh_main';
		await expect(
			at.shop.act('store:saveSettings', uniwarePage({ intervalMinutes: 7 })),
		).rejects.toThrow(/INVALID_FACILITY_CODE.*Default Facility/);
		expect((await store())?.version).toBe(1);
	});

	it('is the same as a form', async () => {
		const [given] = await at.shop.act('store:getSettingsForm');
		const form = given as unknown as SettingsForm;
		expect(JSON.stringify(form.pages)).toContain('South Warehouse');
		const answers = { ...asShown(form), intervalMinutes: 9 };
		const [saved] = await at.shop.act('store:saveSettings', {
			...{ settingsFrom: 'form', form, answers, changedBy: 'asha@acme.example' },
		} as unknown as IDataObject);
		expect(saved).toMatchObject({ version: 2, changes: [{ field: 'intervalMinutes' }] });
	});
});
