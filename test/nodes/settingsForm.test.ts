import { tryToParseJsonToFormFields } from 'n8n-workflow';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../domain/settingsChange';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { typeNamed } from '../support/nodeTypes';
import { connectedShop, openShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const formIn = async (shop: Shop) =>
	(await shop.items('ikas', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

const save = async (shop: Shop, form: SettingsForm, answers: IDataObject) => {
	const parameters = { settingsFrom: 'form', form, answers, changedBy: 'ayse@lale.example' };
	const [saved] = await shop.items('ikas', 'store:saveSettings', {
		parameters: parameters as unknown as IDataObject,
	});
	return saved;
};

const settingsOf = async (shop: Shop) => {
	const [store] = await shop.items('orderHub', 'store:get', {
		parameters: { store: picked('ikas') },
	});
	return store?.settings as IDataObject;
};

const textOf = (form: SettingsForm, name: string, value: string) =>
	form.choices[name]?.find((choice) => choice.value === value)?.text ?? '';

const statusNamed = ({ statuses }: SettingsForm, key: string) =>
	`status ${statuses.indexOf(key) + 1}`;

describe('the settings form of a connected store', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	test('shows the settings in force: saved as it is, it changes nothing', async () => {
		const form = await formIn(shop);
		expect(form.version).toBe(1);
		expect(await save(shop, form, asShown(form))).toMatchObject({ version: 1, changes: [] });
	});

	test("asks for the seller first, and is made of fields that n8n's Form takes", async () => {
		const form = await formIn(shop);
		expect(form.pages.store[0]).toMatchObject({ fieldName: 'seller', fieldLabel: 'Seller' });
		expect(Object.keys(form.pages)).toEqual(['store', 'channelMapping', 'workspaceMapping']);
		expect(JSON.stringify(form.pages)).not.toContain('addReservations');
		for (const page of Object.values(form.pages)) {
			expect(tryToParseJsonToFormFields(JSON.stringify(page))).toEqual(page);
		}
	});

	test('saves what a person changes on any of its pages', async () => {
		const form = await formIn(shop);
		const saved = await save(shop, form, {
			...asShown(form),
			orderSync: 'Off',
			catalogIntervalMinutes: 15,
			stockCap: ' 40 ',
			sizeSafety: 'On',
			safetyMostUnits: 7,
			safetyMostPercent: 25,
			cancelHeldMinutes: '120',
			approveOrders: 'On',
			approveFrom: '500',
			approvePayments: 'CASH_ON_DELIVERY, TRANSFER',
			inventoryHubs: [textOf(form, 'inventoryHubs', 'ankara')],
			'location 1': 'Not mapped',
			[statusNamed(form, 'payment:WAITING')]: 'On Hold',
			'told for packed': textOf(form, 'told for packed', 'package:READY_FOR_SHIPMENT'),
			'told for shipped': 'Not told',
		});
		expect(saved).toMatchObject({ version: 2 });
		expect(await settingsOf(shop)).toMatchObject({
			orderSync: false,
			catalogIntervalMinutes: 15,
			stockCap: 40,
			sizeSafety: true,
			safetyMostUnits: 7,
			safetyMostPercent: 25,
			cancelHeldMinutes: 120,
			approveOrders: true,
			approveFrom: 500,
			approvePayments: ['CASH_ON_DELIVERY', 'TRANSFER'],
			inventoryHubs: ['ankara'],
			hubMap: [{ location: shop.locations[1], hub: 'ankara' }],
			channelStatusMap: expect.arrayContaining([
				{ channelStatus: 'payment:WAITING', hubStatus: 'on_hold' },
			]),
			workspaceStatusMap: [{ hubStatus: 'packed', channelStatus: 'package:READY_FOR_SHIPMENT' }],
		});
		const log = await shop.items('orderHub', 'store:getConfigurationLog', {
			parameters: { store: picked('ikas'), limit: 1 },
		});
		expect(log).toMatchObject([{ changedBy: 'ayse@lale.example', version: 2 }]);
	});

	test('a form that was opened before somebody else saved is refused with the difference', async () => {
		const form = await formIn(shop);
		await save(shop, form, { ...asShown(form), intervalMinutes: 5 });
		await expect(save(shop, form, { ...asShown(form), overlapMinutes: 20 })).rejects.toThrow(
			/at version 2 by now.*Order Sync Interval \(Minutes\): 1 → 5.*Overlap \(Minutes\): 10 → 20/,
		);
		expect(await settingsOf(shop)).toMatchObject({ intervalMinutes: 5, overlapMinutes: 10 });
	});

	test.each([
		['a choice that the form does not have', { orderSync: 'Maybe' }, /no choice "Maybe"/],
		['a field that did not come back', { ruleSet: null }, /no choice "" for "ruleSet"/],
		['a number that is none', { intervalMinutes: '' }, /Order Sync Interval \(Minutes\)/],
	])('refuses %s', async (_what, wrong, message) => {
		const form = await formIn(shop);
		await expect(save(shop, form, { ...asShown(form), ...wrong })).rejects.toThrow(message);
		expect(await settingsOf(shop)).toMatchObject({ orderSync: true });
	});

	test('shows names that hold markup, and still knows what was picked', async () => {
		const evil = { id: '<b>$&', name: `<img src=x onerror="x()"> $' a,b\n` };
		shop.ikas.setLocations([...shop.ikas.state().locations, evil]);
		await shop.run('orderHub', 'hub:save', { parameters: { code: 'x<y', name: '</script>, $&' } });
		const form = await formIn(shop);
		expect(JSON.stringify(form.pages)).not.toMatch(/<img|<\/script|\$|[\n]/);
		const last = `location ${form.locations.length}`;
		const answers = {
			...asShown(form),
			[last]: textOf(form, last, 'x<y'),
			inventoryHubs: [textOf(form, 'inventoryHubs', 'x<y')],
		};
		await save(shop, form, answers);
		expect(await settingsOf(shop)).toMatchObject({
			hubMap: expect.arrayContaining([{ location: evil.id, hub: 'x<y' }]),
			inventoryHubs: ['x<y'],
		});
		const again = await formIn(shop);
		expect(await save(shop, again, asShown(again))).toMatchObject({ changes: [] });
	});
});

describe('the settings form of a new store', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(() => shop.close());

	test('says that there is no seller yet', async () => {
		await expect(formIn(shop)).rejects.toThrow(/no seller yet.*Seller > Save/);
	});

	test('leaves the choice among several sellers to the person', async () => {
		for (const code of ['lale', 'gül']) {
			await shop.run('orderHub', 'seller:save', { parameters: { code, name: code } });
		}
		const [seller] = (await formIn(shop)).pages.store;
		expect(seller).toMatchObject({ fieldName: 'seller', requiredField: true, defaultValue: '' });
	});

	test('suggests what the statuses of ikas usually mean, and connects the store', async () => {
		await shop.run('orderHub', 'seller:save', { parameters: { code: 'lale', name: 'Lale Giyim' } });
		await shop.run('orderHub', 'hub:save', { parameters: { code: 'ankara', name: 'Ankara' } });
		const form = await formIn(shop);
		expect(form.version).toBeNull();
		const answers = {
			...asShown(form),
			store: 'ikas',
			'location 1': 'Ankara (ankara)',
		};
		expect(await save(shop, form, answers)).toMatchObject({ version: 1, warnings: [] });
		expect(await settingsOf(shop)).toMatchObject({
			seller: 'lale',
			orderSync: true,
			catalogSync: true,
			inventorySync: false,
			hubMap: [{ location: shop.locations[0], hub: 'ankara' }],
			channelStatusMap: expect.arrayContaining([
				{ channelStatus: 'payment:PAID', hubStatus: 'new_order' },
				{ channelStatus: 'status:CANCELLED', hubStatus: 'cancelled' },
			]),
			workspaceStatusMap: expect.arrayContaining([
				{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
			]),
		});
	});
});

/** What only some nodes ask for: those whose channel has names of its own, and those of an OMS. */
const ofSome = ['addReservations', 'carrierMap', 'cancelReasonMap', 'omsOrder', 'stockMaster'];

test.each([
	['ikas', ofSome],
	['theIconic', ['stockMaster']],
])(
	'the node %s calls the settings what the form and the configuration log call them',
	(node, absent) => {
		const { properties } = typeNamed(`n8n-nodes-order-hub.${node}`).description;
		const options = properties.flatMap((field) =>
			field.name === 'options' ? ((field.options ?? []) as INodeProperties[]) : [],
		);
		const shown = [...properties, ...options].map(({ displayName }) => displayName);
		const { locations, ...labels } = settingLabels;
		expect(locations).toBe('Locations');
		for (const [name, label] of Object.entries(labels)) {
			const found = shown.some((one) => one.includes(label));
			expect([label, found]).toEqual([label, !absent.includes(name)]);
		}
	},
);
