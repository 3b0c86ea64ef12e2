import type { IDataObject } from 'n8n-workflow';
import { operations as babyshop } from '../../nodes/Babyshop/operations';
import { operations as ikas } from '../../nodes/Ikas/operations';
import { operations as orderHub } from '../../nodes/OrderHub/operations';
import { babyshopShops } from '../support/babyshopNodes';
import { openHub, type HubNodes } from '../support/hubNodes';
import { placed } from '../support/placed';
import { connectedShop, picked, type Shop } from '../support/shop';

/** More fields than that are too many to look at (n8n's UX guidelines). */
const most = 10;

/** Operations that read, the pages of a sync apart: those are made for the node behind. */
const reads = (keys: readonly string[]) =>
	keys.filter((key) => /:get(?!Page|Changes|References|Gaps)/.test(key));

const widest = (items: readonly IDataObject[]) =>
	Math.max(...items.map((item) => Object.keys(item).length));

describe('what a person reads has few fields', () => {
	let hub: HubNodes;
	let shop: Shop;
	beforeAll(async () => {
		hub = await openHub();
		await hub.settle({
			invoices: 'byHand',
			workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }],
		});
		await hub.take(placed('1'), placed('2', { hubStatus: null }), placed('3', { location: 'x' }));
		await hub.route();
		await hub.ledger.importListings('ikas-tr', [{ id: 'listing-A', sku: 'A', title: 'A' }]);
		const price = { minor: 1990, currency: 'TRY' };
		await hub.ledger.setPrices('ikas-tr', [{ listing: 'listing-A', price }]);
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		for (const claim of await hub.ledger.claimUpdates('ikas-tr', 1)) {
			const [{ parcel } = { parcel: 0 }] = claim.update.parcels;
			const label = { mimeType: 'application/pdf', base64: 'JVBERi0=' };
			await hub.ledger.completeUpdate(claim, 'told', {
				parcels: [{ parcel, tracking: null, label }],
			});
		}
		await hub.take(placed('4'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '4', 'packed');
		const { hub: leaving } = await hub.ledger.getOrder('ikas-tr', '4');
		const manifest = { store: 'ikas-tr', hub: String(leaving), provider: null };
		await hub.ledger.createManifest({ ...manifest, code: 'M1', reuseOpen: false });
		await hub.ledger.addToManifest('M1', ['4']);
		await hub.ledger.changeStatus('ikas-tr', '1', 'delivered');
		await hub.ledger.requestReturn({
			...{ store: 'ikas-tr', order: '1', code: 'R1', kind: 'customer', reason: '', lines: [] },
		});
		shop = await connectedShop();
		shop.ikas.place([{ id: 'o-1', lines: [{ sku: 'A-1', quantity: 1 }] }]);
		shop.ikas.seed([{ variants: [{ sku: 'A-1' }] }]);
		const items = [{ ...(await variant()), quantity: 1 }];
		await shop.run('ikas', 'stock:push', { items });
	});
	afterAll(async () => {
		await hub.close();
		await shop.close();
	});

	const isEmpty = [
		'listing:getUnmatched',
		'manifest:getWithoutManifest',
		'reconciliation:getMany',
		'stock:getDrift',
		'stock:getSafetyStock',
	];

	test.each(reads(orderHub.keys).filter((key) => !isEmpty.includes(key)))(
		'Order Hub, %s',
		async (key) => {
			const items = await hub.items('orderHub', key, {
				parameters: {
					store: picked('ikas-tr'),
					orderId: picked('1'),
					hub: picked('istanbul'),
					manifestCode: picked('M1'),
					returnCode: picked('R1'),
					seller: picked('acme'),
					sku: 'A',
					skus: 'A',
				},
			});
			expect(items).not.toEqual([]);
			expect(widest(items)).toBeLessThanOrEqual(most);
		},
	);

	/** The only one there is, and where it lies. */
	const variant = async () => {
		const [listing] = await shop.items('ikas', 'listing:getMany');
		return { listing: String(listing?.id), location: String(shop.locations[0]) };
	};

	test.each(reads(ikas.keys))('ikas, %s', async (key) => {
		const { listing } = await variant();
		const parameters = { orderId: picked('o-1'), listing: picked(listing) };
		const items = await shop.items('ikas', key, { parameters });
		expect(items).not.toEqual([]);
		expect(widest(items)).toBeLessThanOrEqual(most);
	});

	test.each(['orderHub', 'ikas'])('and all of them with Simplify off: %s', async (node) => {
		const at = node === 'ikas' ? shop : hub;
		const parameters = { store: picked('ikas-tr'), orderId: picked('1'), simple: false };
		const of = node === 'ikas' ? { ...parameters, orderId: picked('o-1') } : parameters;
		expect(widest(await at.items(node, 'order:get', { parameters: of }))).toBeGreaterThan(most);
	});

	test.each([true, false])('the summary of a sync, simplified: %s', async (simple) => {
		const parameters = { store: picked('ikas-tr'), simple };
		const [summary] = await hub.items('orderHub', 'sync:getSummary', { parameters });
		expect('watermark' in Object(summary)).toBe(!simple);
	});
});

describe('what a person reads of Babyshop has few fields', () => {
	const at = babyshopShops();

	test.each(reads(babyshop.keys))('%s', async (key) => {
		const [id = ''] = at.place({});
		const parameters = { orderId: picked(id) };
		const items = await at.shop.items('babyshop', key, { parameters });
		expect(items).not.toEqual([]);
		expect(widest(items)).toBeLessThanOrEqual(most);
		if (key !== 'order:get') return;
		const whole = { ...parameters, simple: false };
		expect(widest(await at.shop.items('babyshop', key, { parameters: whole }))).toBeGreaterThan(
			most,
		);
	});
});
