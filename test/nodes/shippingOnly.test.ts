import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { asShown } from '../support/formAnswers';
import { picked, storePage } from '../support/shop';
import { templateOf, templatedShop } from '../support/templates';

const shippingOnly = { inventorySync: false, options: { integrationType: 'shippingOnly' } };

describe('an ikas store whose orders the hub only ships', () => {
	const at = templatedShop(shippingOnly);
	const stock = () =>
		at.shop.items('orderHub', 'stock:get', { parameters: { seller: 'lale', sku: 'A-1' } });
	const untouched = [
		{ onHand: 10, reserved: 0 },
		{ onHand: 10, reserved: 0 },
	];

	test('takes, routes and ships its orders, tells ikas, and leaves the stock alone', async () => {
		const [sold] = at.shop.ikas.place([
			{
				lines: [
					{ sku: 'A-1', quantity: 11 },
					{ sku: 'A-2', quantity: 1 },
				],
			},
		]);
		const orderId = sold?.id ?? '';
		const synced = await at.tick(templateOf('ikas/sync-orders'));
		expect(synced.outputs('Sync End')).toMatchObject([
			[[{ counts: { created: 1 }, routing: { assigned: 1, onHold: 0 } }]],
		]);
		expect(await stock()).toMatchObject(untouched);
		const options = { trackingNumber: 'TR-1', carrier: 'MNG Kargo' };
		await at.hub('order:changeStatus', { orderId, status: 'shipped', options });
		await at.tick(templateOf('ikas/send-updates'));
		expect(at.shop.ikas.order(orderId).packages).toMatchObject([
			{ status: 'FULFILLED', tracking: { number: 'TR-1' } },
		]);
		expect(await stock()).toMatchObject(untouched);
	});

	test('tells ikas no stock, also where somebody asks for all of it', async () => {
		const { outputs } = await at.tick(templateOf('ikas/push-inventory'));
		expect(outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'off' }]]]);
		await expect(at.hub('stock:getAvailability', { skus: 'A-1' })).rejects.toThrow(
			'Store "ikas" is Shipping Only: the hub keeps no stock for it, so it has none to offer.',
		);
		const parameters = storePage(at.shop, { ...shippingOnly, inventorySync: true });
		await expect(at.shop.run('ikas', 'store:saveSettings', { parameters })).rejects.toThrow(
			/Integration Type is Shipping Only: .* Switch it off/,
		);
	});

	test('can be changed on the form, and the log says so', async () => {
		const [shown] = await at.shop.items('ikas', 'store:getSettingsForm');
		const form = shown as unknown as SettingsForm;
		const answers = { ...asShown(form), integrationType: 'Fulfillment + Shipping' };
		const given = { settingsFrom: 'form', form, answers, changedBy: 'ayse@lale.example' };
		const parameters = given as unknown as IDataObject;
		const said = 'Integration Type: Shipping Only → Fulfillment + Shipping';
		expect(await at.shop.items('ikas', 'store:saveSettings', { parameters })).toMatchObject([
			{ version: 2, changes: [{ inWords: said }] },
		]);
		expect(await at.hub('store:getConfigurationLog', { limit: 1 })).toMatchObject([
			{ inWords: said, changedBy: 'ayse@lale.example' },
		]);
		const restored = { version: 1, changedBy: 'ayse', reason: 'again' };
		await at.shop.run('orderHub', 'store:restore', {
			parameters: { store: picked('ikas'), ...restored },
		});
		expect(await at.hub('store:get')).toMatchObject([
			{ settings: { integrationType: 'shippingOnly' } },
		]);
	});
});
