import { audit } from '../../../demo/auditor/audit';
import { readLedger } from '../../../demo/auditor/ledger';
import { theIconicView } from '../../../demo/theIconic/auditor/theIconicView';
import { ledgerFile } from '../../../ledger/ledgerFile';
import { serve, type Served } from '../../../sandbox/serve';
import { theIconicSandbox } from '../../../sandbox/theIconic';
import type { IconicSandbox } from '../../../sandbox/theIconic/types';
import { carriers, reasons, save } from '../../support/iconicStore';
import { picked } from '../../support/shop';
import { shopifyShops, startAt } from '../../support/shopifyNodes';

describe('the auditor of The Iconic, over what the templates have done', () => {
	const at = shopifyShops();
	let iconic: IconicSandbox;
	let server: Served;

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
		});
		iconic.clock.advance(60_000);
	});
	afterEach(() => server.close());

	const tick = async (...templates: readonly string[]) => {
		for (const template of templates) await at.shop.tick(template);
	};
	const all = [
		'theIconic/sync-catalog',
		'theIconic/sync-orders',
		'theIconicToShopify/send-orders',
		'theIconicToShopify/sync-fulfilments',
		'theIconicToShopify/sync-stock',
		'theIconic/send-updates',
		'theIconicToShopify/send-orders',
		'theIconic/sync-orders',
		'theIconicToShopify/sync-stock',
		'theIconic/push-inventory',
	];
	const audited = () => {
		const facts = {
			...{ store: 'the-iconic', connectedAt: startAt, physical: [], keptOnChannel: [], kills: 0 },
			...{ idlePoll: null, idlePush: null, csvRowsRefused: 0, partner: 'there' },
		};
		const ledger = readLedger(
			ledgerFile(String(at.shop.stored.orderHubLedgerApi.name)),
			'the-iconic',
		);
		const partner = { state: at.shopify.state(), calls: at.shopify.calls() };
		const evidence = { state: iconic.state(), calls: iconic.calls(), partner, ledger, facts };
		return audit({ channel: theIconicView(evidence), ledger, facts });
	};
	const numberOf = (lines: Parameters<IconicSandbox['place']>[0][number]['lines']) =>
		String(iconic.place([{ lines }])[0]?.number);
	/** All that is under way comes to its end. */
	const settle = async () => {
		for (const clock of [iconic.clock, at.shopify.clock]) clock.advance(1000);
		await tick(...all);
	};

	it('finds nothing, and counts what has happened', async () => {
		await settle();
		const whole = numberOf([{ sku: 'TEE-M', quantity: 2 }]);
		const parts = numberOf([{ sku: 'TEE-M', quantity: 2 }, { sku: 'TEE-L' }]);
		const dropped = iconic.place([{ lines: [{ sku: 'TEE-L' }] }])[0]?.id ?? '';
		const refused = numberOf([{ sku: 'TEE-M' }]);
		at.shopify.place([{ lines: [{ sku: 'TEE-M', quantity: 3 }], location: 'Sydney' }]);
		await settle();
		at.shopify.fulfil(whole, { tracking: { company: 'AUSPOST', number: 'AP-1' } });
		at.shopify.fulfil(parts, {
			lines: [{ sku: 'TEE-M', quantity: 1 }],
			tracking: { company: carriers.typed, number: 'AP-2' },
		});
		iconic.cancel(dropped);
		at.shopify.cancel(refused, { reason: 'INVENTORY' });
		await settle();
		expect(audited()).toMatchObject({
			findings: [],
			counts: {
				ordersPlaced: 4,
				ordersInHub: 4,
				shipped: 1,
				cancelledByChannel: 1,
				cancelledByHub: 1,
				shopifyOrders: 4,
				unmatchedSkus: 1,
				trackingPushed: 2,
			},
		});
	});

	it('finds nothing where calls were lost, and people have what is open', async () => {
		iconic.setFaults({ dropAfter: 1, only: 'setStock', forTheNext: 1 });
		await settle();
		const oversold = numberOf([{ sku: 'TEE-L', quantity: 4 }]);
		numberOf([{ sku: 'tee-s' }]);
		iconic.place([{ lines: [{ sku: 'TEE-M' }], status: 'payment_pending' }]);
		const bare = iconic.place([{ lines: [{ sku: 'TEE-M' }] }])[0];
		const cut = iconic.place([{ lines: [{ sku: 'TEE-M', quantity: 2 }] }])[0];
		at.shopify.setFaults({ dropAfter: 1, only: 'orderCreate', forTheNext: 2 });
		await settle();
		at.shopify.fulfil(String(bare?.number));
		iconic.cancel(cut?.id ?? '', { items: [cut?.items[0]?.id ?? 0] });
		await settle();
		const [first] = at.shopify.order(String(bare?.number)).fulfilments;
		at.shopify.track(String(bare?.number), {
			...(first && { fulfilment: first.id }),
			tracking: { company: 'AusPost', number: 'AP-3' },
		});
		at.shopify.fulfil(oversold, { tracking: { company: 'AusPost', number: 'AP-4' } });
		iconic.setFaults({ dropAfter: 1, only: ['setToReadyToShip', 'setToShipped'], forTheNext: 2 });
		await settle();
		await tick('theIconic/reconcile');
		await settle();
		expect(audited()).toMatchObject({
			findings: [],
			counts: { parked: 1, shopifyOrders: 3, unmatchedSkus: 1, trackingPushed: 2, shipped: 2 },
		});
	});
});
