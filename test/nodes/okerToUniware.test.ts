import { okerSandbox } from '../../sandbox/oker';
import { basePath } from '../../sandbox/oker/calls';
import type { OkerSandbox } from '../../sandbox/oker/types';
import { serve, type Served } from '../../sandbox/serve';
import { okerPage } from '../support/okerNodes';
import { uniwareShops } from '../support/uniwareNodes';

describe('Oker and Uniware, joined by their templates', () => {
	const at = uniwareShops();
	let oker: OkerSandbox;
	let server: Served;
	const tick = async (...templates: readonly string[]) => {
		for (const template of templates) await at.shop.tick(template);
	};
	beforeEach(async () => {
		oker = okerSandbox({ quota: null, courierMs: 0, labelMs: 0 });
		server = await serve(oker);
		Object.assign(at.shop.stored, {
			okerChannelApi: {
				...{ ...oker.credential, baseUrl: `${server.url}${basePath}`, accessToken: '' },
			},
		});
		oker.seed([{ sku: 'TEE-M', product: 'P-1', variant: 'V-1' }]);
		const hubMapText = '{"OKR-W1":"sydney","OKR-W2":"melbourne"}';
		await at.shop.items('oker', 'store:saveSettings', { parameters: okerPage({ hubMapText }) });
		await tick('oker/sync-catalog', 'oker/push-inventory');
	});
	afterEach(() => server.close());

	const made = () => at.uniware.state().orders;
	const shown = () =>
		Object.fromEntries(
			oker
				.state()
				.listings.flatMap(({ figures }) => figures.map((one) => [one.facility, one.quantity])),
		);

	test('an order goes to the facility of its warehouse, and each side has it once', async () => {
		expect(shown()).toEqual({ 'OKR-W1': 10, 'OKR-W2': 5 });
		oker.place([
			{ address: { state: 'Delhi' }, facility: 'OKR-W2', lines: [{ sku: 'TEE-M', quantity: 2 }] },
		]);
		await tick('oker/sync-orders', 'uniware/send-orders');
		expect(made()).toMatchObject([
			{ items: [{ sku: 'TEE-M', facility: 'WH_SOUTH' }, { facility: 'WH_SOUTH' }] },
		]);
		await tick('uniware/sync-stock', 'oker/push-inventory');
		expect(shown()).toEqual({ 'OKR-W1': 10, 'OKR-W2': 3 });
		await tick('oker/sync-orders', 'uniware/send-orders');
		expect(made()).toHaveLength(1);
	});

	test('a cancellation of the customer is one in Uniware', async () => {
		const [order] = oker.place([{ address: { state: 'Delhi' }, lines: [{ sku: 'TEE-M' }] }]);
		await tick('oker/sync-orders', 'uniware/send-orders');
		oker.cancel(order?.id ?? '');
		await tick('oker/sync-orders', 'uniware/send-orders', 'uniware/sync-stock');
		expect(made()).toMatchObject([{ status: 'CANCELLED' }]);
		expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 10/0']);
	});
});
