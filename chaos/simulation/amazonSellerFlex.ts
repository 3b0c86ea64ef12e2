import { amazonView } from '../../demo/amazonSellerFlex/auditor/amazonView';
import { draft } from '../../demo/amazonSellerFlex/drafts';
import {
	asinOf,
	box,
	hubMap,
	hubs,
	locations,
	scarceSku,
	seller,
	skus,
} from '../../demo/amazonSellerFlex/goods';
import { amazonSandbox } from '../../sandbox/amazonSellerFlex';
import type { AmazonShipmentDraft } from '../../sandbox/amazonSellerFlex/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { oneOf, openWarehouse, stockOf, wishes } from './shopkeeping';
import { themes } from './themes';

const origin = 'http://127.0.0.1:6';
const store = 'amazon';

const sold = [...skus, scarceSku];
const physical = stockOf({ seller, hubs, skus, scarceSku });

const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
const catalog = [
	['seller sku', 'asin', 'title', ...Object.keys(box)],
	...sold.map((sku, at) => [sku, asinOf(at), sku, ...Object.values(box)]),
]
	.map((row) => row.map(quoted).join(','))
	.join('\r\n');

function open(): SimulatedChannel {
	const sandbox = amazonSandbox({ seed: 1, takesInvoices: true });
	const { marketplace, sellerId, clientId, clientSecret, refreshToken } = sandbox.credential;
	const placed: string[] = [];
	sandbox.setLocations(locations.map((id) => ({ id })));
	sandbox.seed(sold.map((sku, at) => ({ sku, asin: asinOf(at), price: 50 })));
	const some = (chance: Chance, statuses: readonly string[]) =>
		oneOf(chance, placed, (id) => statuses.includes(sandbox.shipment(id).status));
	const acts = {
		place(chance: Chance) {
			const drafts = wishes<AmazonShipmentDraft>(chance, draft, {
				lines: [{ sku: scarceSku, quantity: 1 }],
			});
			placed.push(...sandbox.place(drafts).map(({ id }) => id));
		},
		cancel(chance: Chance) {
			const order = some(chance, ['ACCEPTED', 'CONFIRMED']);
			if (order) sandbox.cancel(order);
		},
		deliver(chance: Chance) {
			const order = some(chance, ['SHIPPED']);
			if (order) sandbox.advance(order, { status: 'DELIVERED' });
		},
	};
	return {
		store,
		origin,
		sandbox,
		credential: {
			type: 'amazonSellerFlexChannelApi',
			data: {
				...{ marketplace, sellerId, clientId, clientSecret, refreshToken },
				...{ authorisation: 'refreshToken', environment: 'own', apiUrl: origin },
				...{ loginUrl: origin, allowLinkLocal: false },
			},
		},
		async connect(desk) {
			await openWarehouse(desk, { seller, hubs }, physical);
			const settings = { orderSync: true, inventorySync: true, automatedCancellation: true };
			await desk('amazon-settings', [{ ...settings, store, hubMap, reason: 'Connected' }], {
				options: { pagesPerExecution: 1, overlapMinutes: 0, invoices: 'byHand' },
			});
			await desk('amazon-catalog', [{}], {}, catalog);
		},
		shop: (chance) =>
			among(chance, [
				[10, acts.place],
				[2, acts.cancel],
				[2, acts.deliver],
			])(chance),
		setFaults: sandbox.setFaults,
		placed: () => placed.length,
		view: ({ ledger, facts }) =>
			amazonView({ state: sandbox.state(), calls: sandbox.calls(), ledger, facts }),
	};
}

export const amazonSellerFlex: ChannelKind = {
	themes,
	physical,
	desks: [
		'workflows/warehouse.json',
		'amazonSellerFlex/workflows/settings.json',
		'amazonSellerFlex/workflows/desk.json',
	],
	schedule: {
		'amazonSellerFlex/sync-orders': 1,
		'amazonSellerFlex/send-updates': 1,
		'amazonSellerFlex/push-inventory': 1,
		'hub/route-orders': 0.4,
		'amazonSellerFlex/reconcile': 5,
	},
	path: { new_order: 'picked', picked: 'shipped' },
	bound: ['picked', 'shipped'],
	needsNet: true,
	open: () => [open()],
};
