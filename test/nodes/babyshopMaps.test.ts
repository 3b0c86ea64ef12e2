import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import { typeNamed } from '../support/nodeTypes';
import { babyshopShops, furnish, openBabyshop, save, toldAs } from '../support/babyshopNodes';
import type { BabyshopNodes } from '../support/babyshopNodes';

const warning =
	"Workspace Order Mapping: Delivered (25) is not taken by Babyshop: Babyshop has no call for Delivered: the marketplace's courier reports it. Nothing is sent; the update says so.";
const delivered = { workspaceStatusMapping: toldAs({ cancelled: '8', delivered: '25' }) };

const formIn = async (shop: BabyshopNodes) =>
	(await shop.items('babyshop', 'store:getSettingsForm'))[0] as unknown as SettingsForm;

const asShown = ({ pages }: SettingsForm): IDataObject =>
	Object.fromEntries(
		Object.values(pages)
			.flat()
			.filter(({ fieldType }) => fieldType !== 'html')
			.map(({ fieldName = '', fieldType, defaultValue = '' }) => [
				fieldName,
				fieldType === 'checkbox' ? defaultValue.split(',').filter(Boolean) : defaultValue,
			]),
	);

const saveForm = async (shop: BabyshopNodes, form: object, answers: IDataObject) => {
	const parameters = { settingsFrom: 'form', form, answers, changedBy: 'layla@noor.example' };
	const [saved] = await shop.items('babyshop', 'store:saveSettings', {
		parameters: parameters as unknown as IDataObject,
	});
	return saved;
};

describe('a status that the channel has no call for', () => {
	let shop: BabyshopNodes;
	beforeEach(async () => {
		shop = await openBabyshop();
		await furnish(shop);
	});
	afterEach(() => shop.close());

	test('is warned of whenever a map with it is saved on the node, with the reason', async () => {
		expect(await save(shop, { ...delivered, dryRun: true })).toMatchObject([
			{ warnings: [warning] },
		]);
		expect(await save(shop, delivered)).toMatchObject([{ version: 1, warnings: [warning] }]);
		expect(await save(shop, delivered)).toMatchObject([{ changes: [], warnings: [warning] }]);
		expect(await save(shop)).toMatchObject([{ version: 2, warnings: [] }]);
	});

	test('is offered by the node and the form as not taken, and the others as ever', async () => {
		const { description } = typeNamed('n8n-nodes-order-hub.babyshop');
		const fields = JSON.stringify(description.properties);
		expect(fields).toContain('"name":"Delivered (25): not taken","value":"25"');
		expect(fields).toContain('"name":"Shipped (15)","value":"15"');
		const { choices } = await formIn(shop);
		expect(choices['told for delivered']?.map(({ text }) => text)).toEqual([
			'Not told',
			'Ready for Ship: shipment; AWB and label (10)',
			'Shipped (15)',
			'Cancelled (8)',
			'Intransit (20): not taken',
			'Delivered (25): not taken',
			'Returned (55): not taken',
			'RTO (60): not taken',
		]);
	});

	test('is not told by a new store unless somebody picks it on the form, and is then warned of', async () => {
		const form = await formIn(shop);
		const answers: IDataObject = { ...asShown(form), store: 'babyshop', hubs: ['dubai (dubai)'] };
		expect(await saveForm(shop, form, answers)).toMatchObject({ warnings: [] });
		expect(await shop.hub('store:get')).toMatchObject([
			{
				settings: {
					workspaceStatusMap: [
						{ hubStatus: 'packed', channelStatus: '10' },
						{ hubStatus: 'shipped', channelStatus: '15' },
					],
				},
			},
		]);
		const again = await formIn(shop);
		const picked = { ...asShown(again), 'told for delivered': 'Delivered (25): not taken' };
		expect(await saveForm(shop, again, picked)).toMatchObject({ warnings: [warning] });
	});
});

describe('a channel whose orders go as a whole', () => {
	let shop: BabyshopNodes;
	const why = 'Split Orders: Babyshop ships and cancels an order only as a whole';
	beforeEach(async () => {
		shop = await openBabyshop();
		await furnish(shop);
	});
	afterEach(() => shop.close());

	test('has no switch for Split Orders on its node, and takes none that was made up', async () => {
		const { description } = typeNamed('n8n-nodes-order-hub.babyshop');
		expect(JSON.stringify(description.properties)).not.toContain('splitOrders');
		await save(shop, { options: { splitOrders: true } });
		expect(await shop.hub('store:get')).toMatchObject([{ settings: { splitOrders: false } }]);
	});

	test('has none on its form either, and refuses a form that was made up with the reason', async () => {
		const form = await formIn(shop);
		const answers: IDataObject = { ...asShown(form), store: 'babyshop', hubs: ['dubai (dubai)'] };
		expect(Object.keys(answers)).not.toContain('splitOrders');
		await saveForm(shop, form, { ...answers, splitOrders: 'on' });
		expect(await shop.hub('store:get')).toMatchObject([{ settings: { splitOrders: false } }]);
		const forged = { ...(await formIn(shop)), kept: { splitOrders: true } };
		await expect(saveForm(shop, forged, answers)).rejects.toThrow(why);
	});
});

describe('a map without cancelled', () => {
	const at = babyshopShops();

	test('is warned of in both directions, and then a cancel goes nowhere', async () => {
		const rows = [{ channelStatus: '5', hubStatus: 'new_order' }];
		const [{ warnings } = { warnings: [] }] = await save(at.shop, {
			channelStatusMapping: { rows },
			workspaceStatusMapping: toldAs(),
		});
		expect(warnings).toEqual([
			expect.stringContaining('a cancellation on the channel will not cancel in the hub'),
			expect.stringContaining('a cancel in the hub will not cancel on the channel'),
		]);
		const [id = ''] = at.place({});
		await at.shop.tick('sync-orders');
		await at.shop.hub('order:cancel', { orderId: id });
		await at.shop.tick('send-updates');
		expect(await at.outbox(id)).toEqual([]);
		expect(at.babyshop.order(id).status).toBe('5');
	});
});

describe('an update that the channel does not take', () => {
	const at = babyshopShops({}, delivered);

	test('ends as untaken without a call, with the reason, for people to read', async () => {
		const [id = ''] = at.place({});
		await at.shop.tick('sync-orders');
		const move = (status: string) => at.shop.hub('order:changeStatus', { orderId: id, status });
		await move('packed');
		await move('shipped');
		await at.shop.tick('send-updates');
		await at.shop.tick('send-updates');
		await move('delivered');
		expect(await at.shop.callsOf(() => at.shop.tick('send-updates'))).toEqual([]);
		expect(await at.outbox(id)).toEqual(['10 done', '15 done', '25 untaken']);
		expect(
			await at.shop.hub('channelUpdate:getMany', { filters: { state: 'untaken' } }),
		).toMatchObject([
			{ update: { order: id }, detail: expect.stringContaining('has no call for Delivered') },
		]);
		const events = await at.shop.sql("SELECT detail FROM events WHERE type = 'update_untaken'");
		expect(events).toEqual([{ detail: expect.stringContaining('has no call for Delivered') }]);
		expect(await at.shop.hub('exception:getMany')).toEqual([]);
	});
});
