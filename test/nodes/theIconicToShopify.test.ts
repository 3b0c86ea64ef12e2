import type { IDataObject } from 'n8n-workflow';
import { serve, type Served } from '../../sandbox/serve';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type { IconicSandbox } from '../../sandbox/theIconic/types';
import { carriers, reasons, save } from '../support/iconicStore';
import { picked } from '../support/shop';
import { shopifyShops, startAt } from '../support/shopifyNodes';

describe('The Iconic and Shopify, joined by their templates', () => {
	const at = shopifyShops();
	let iconic: IconicSandbox;
	let server: Served;
	const tick = async (...templates: readonly string[]) => {
		for (const template of templates) {
			const { run } = await at.shop.tick(template);
			expect([template, run.data.resultData.error]).toEqual([template, undefined]);
		}
	};
	const mapping = (from: string, map: Readonly<Record<string, string>>, to: string) => ({
		rows: Object.entries(map).map(([key, value]) => ({ [from]: key, [to]: value })),
	});
	beforeEach(async () => {
		iconic = theIconicSandbox({
			...{ quota: null, startAt },
			providers: [{ name: carriers.typed, default: true }],
			reasons: [
				{ type: 'canceled', name: reasons.other },
				{ type: 'canceled', name: reasons.stock, outOfStock: true },
			],
		});
		server = await serve(iconic);
		const { clientId, clientSecret } = iconic.credential;
		Object.assign(at.shop.stored, {
			theIconicChannelApi: {
				...{ environment: 'own', apiUrl: server.url, clientId, clientSecret },
				...{ deliveryType: 'automatic', afterReadyToShip: 'ship', accessToken: '' },
			},
		});
		iconic.seed(['TEE-M', 'TEE-L', 'tee-s'].map((sku) => ({ sku, name: sku, set: 'tee' })));
		await save(at.shop, {
			seller: picked('acme'),
			addReservations: true,
			hubMapping: { rows: ['sydney', 'melbourne'].map((hub) => ({ hub: picked(hub) })) },
			carrierMapping: { rows: [{ carrier: 'AusPost', channelCarrier: carriers.typed }] },
			workspaceStatusMapping: mapping(
				'hubStatus',
				{ shipped: 'shipped', cancelled: 'canceled' },
				'channelStatus',
			),
		});
		await tick('theIconic/sync-catalog', 'theIconic/push-inventory');
	});
	afterEach(() => server.close());

	/** What The Iconic sells of a SKU, its own reservations off. */
	const shownOf = (sku: string) =>
		iconic.state().products.find((one) => one.sku === sku)?.available;

	test('stock, an order, its fulfilment: each side has it once', async () => {
		expect([shownOf('TEE-M'), shownOf('TEE-L')]).toEqual([15, 3]);
		iconic.clock.advance(60_000);
		const [order] = iconic.place([{ lines: [{ sku: 'TEE-M', quantity: 2, price: 55 }] }]);
		const id = order?.id ?? '';
		await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
		const made = at.shopify.state().orders.filter(({ byApi }) => byApi);
		expect(made).toMatchObject([
			{
				...{ name: order?.number, note: 'The Iconic', financialStatus: 'PAID', total: 110 },
				lines: [{ sku: 'TEE-M', quantity: 2 }],
			},
		]);
		await tick('theIconicToShopify/sync-stock', 'theIconic/push-inventory');
		expect([shownOf('TEE-M'), at.availableOf('TEE-M')]).toEqual([13, 8]);
		at.shopify.fulfil(made[0]?.id ?? '', { tracking: { company: 'AUSPOST', number: 'AP-1' } });
		await tick('theIconicToShopify/sync-fulfilments', 'theIconic/send-updates');
		expect(iconic.order(id)).toMatchObject({
			items: [{ status: 'shipped' }, { status: 'shipped' }],
			packages: [{ tracking: 'AP-1', provider: carriers.typed }],
		});
		await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
		expect(at.shopify.state().orders).toHaveLength(1);
	});

	test('a SKU that differs in case is listed with what comes near, and nothing is told of it', async () => {
		at.shopify.seed([{ title: 'Small', variants: [{ sku: 'TEE-S', stocks: { Sydney: 4 } }] }]);
		await tick('shopify/sync-catalog', 'theIconicToShopify/sync-stock', 'theIconic/push-inventory');
		const unmatched = await at.shop.items('orderHub', 'listing:getUnmatched', {
			parameters: { store: picked('the-iconic'), returnAll: true } as IDataObject,
		});
		expect(unmatched).toMatchObject([{ sku: 'tee-s', near: ['TEE-S'] }]);
	});

	test('a cancel on Shopify cancels on The Iconic, with its reason', async () => {
		iconic.clock.advance(60_000);
		const [order] = iconic.place([{ lines: [{ sku: 'TEE-L' }] }]);
		await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
		at.shopify.clock.advance(1_000);
		at.shopify.cancel(String(order?.number), { reason: 'INVENTORY', restock: false });
		await tick('theIconicToShopify/sync-fulfilments', 'theIconic/send-updates');
		expect(iconic.order(order?.id ?? '').items).toMatchObject([{ status: 'canceled' }]);
	});
});
