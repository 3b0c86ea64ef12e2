import type { IDataObject } from 'n8n-workflow';
import { serve, type Served } from '../../sandbox/serve';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type { IconicSandbox } from '../../sandbox/theIconic/types';
import { carriers, reasons, save } from '../support/iconicStore';
import { picked } from '../support/shop';
import { shopifyShops, startAt } from '../support/shopifyNodes';
import { dyingAfter, templateOf, tick as tickTemplate } from '../support/templates';

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

	describe('three items of one order that Shopify has', () => {
		let id: string;
		let shopifys: string;
		const statuses = () => iconic.order(id).items.map(({ status }) => status);
		const left = () => at.shopify.order(shopifys).lines.map((line) => line.currentQuantity);
		const openIn = async () => {
			const [order] = await at.shop.items('orderHub', 'order:get', {
				parameters: { store: picked('the-iconic'), orderId: picked(id) } as IDataObject,
			});
			return order;
		};
		const exceptions = async () =>
			await at.shop.sql("SELECT kind, cause FROM exceptions WHERE state = 'open'");
		beforeEach(async () => {
			iconic.clock.advance(60_000);
			const [order] = iconic.place([{ lines: [{ sku: 'TEE-M', quantity: 3, price: 55 }] }]);
			id = order?.id ?? '';
			await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
			shopifys = at.shopify.state().orders[0]?.id ?? '';
			at.shopify.clock.advance(1_000);
			iconic.clock.advance(60_000);
		});

		test('one cancelled on The Iconic is off in Shopify, and the others complete the order', async () => {
			const items = iconic.order(id).items.map((item) => item.id);
			iconic.cancel(id, { items: items.slice(1, 2) });
			await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
			expect(left()).toEqual([2]);
			expect(at.availableOf('TEE-M')).toBe(8);
			await tick('theIconicToShopify/sync-stock', 'theIconic/push-inventory');
			expect(await at.stockOf('TEE-M')).toEqual(['melbourne: 5/0', 'sydney: 8/0']);
			expect(shownOf('TEE-M')).toBe(13);
			at.shopify.clock.advance(1_000);
			at.shopify.fulfil(shopifys, { tracking: { company: 'AUSPOST', number: 'AP-1' } });
			await tick('theIconicToShopify/sync-fulfilments', 'theIconic/send-updates');
			expect(statuses()).toEqual(['shipped', 'canceled', 'shipped']);
			expect(await openIn()).toMatchObject({
				...{ status: 'shipped', oms: { store: 'shopify', id: shopifys } },
				parcels: [{ lines: [{ line: String(items[0]) }, { line: String(items[2]) }] }],
			});
			expect(await exceptions()).toEqual([]);
		});

		test.each(['Send Update', 'Claim'])(
			'one cancelled on The Iconic is off once where n8n dies after %s',
			async (node) => {
				iconic.cancel(id, {
					items: iconic
						.order(id)
						.items.map((item) => item.id)
						.slice(0, 1),
				});
				await tick('theIconic/sync-orders');
				const template = templateOf('theIconicToShopify/send-orders');
				await tickTemplate(dyingAfter(template, node), at.shop.credentials);
				expect(left()).toEqual([node === 'Claim' ? 3 : 2]);
				await at.shop.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
				await tick('theIconicToShopify/send-orders');
				expect([left(), at.availableOf('TEE-M')]).toEqual([[2], 8]);
				expect(await exceptions()).toEqual([]);
			},
		);

		test('one taken off in Shopify is cancelled on The Iconic, with its reason, and comes back as it is', async () => {
			at.shopify.remove(shopifys, { lines: [{ sku: 'TEE-M', quantity: 1 }] });
			await tick('theIconicToShopify/sync-fulfilments', 'theIconic/send-updates');
			expect(statuses()).toEqual(['pending', 'pending', 'canceled']);
			const body = iconic.calls().find(({ kind }) => kind === 'setToCancelled')?.body;
			expect(body).toMatchObject({ reason: reasons.other });
			iconic.clock.advance(60_000);
			await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
			await tick('theIconicToShopify/sync-fulfilments', 'theIconic/send-updates');
			expect(left()).toEqual([2]);
			expect((await openIn())?.lines).toMatchObject([
				...[{ cancelled: 0 }, { cancelled: 0 }, { cancelled: 1 }],
			]);
			expect(await exceptions()).toEqual([]);
		});

		test('one that Shopify has shipped before its cancel came is for a person', async () => {
			at.shopify.fulfil(shopifys, { tracking: { company: 'AUSPOST', number: 'AP-1' } });
			iconic.cancel(id, {
				items: iconic
					.order(id)
					.items.map((item) => item.id)
					.slice(0, 1),
			});
			await tick('theIconic/sync-orders', 'theIconicToShopify/send-orders');
			const [exception] = await exceptions();
			expect(exception?.kind).toBe('update_refused');
			expect(exception?.cause).toMatch(
				/in the hub, and shopify still has it as .*1 unit of order .* was shipped from Shopify/,
			);
			expect(left()).toEqual([3]);
		});
	});
});
