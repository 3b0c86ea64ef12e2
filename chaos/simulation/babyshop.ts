import { babyshopView } from '../../demo/babyshop/auditor/babyshopView';
import { draft } from '../../demo/babyshop/drafts';
import {
	hubMap,
	hubs,
	listingOf,
	offeredHubs,
	scarceSku,
	seller,
	skus,
} from '../../demo/babyshop/goods';
import { babyshopSandbox } from '../../sandbox/babyshop';
import type { BabyshopOrderDraft } from '../../sandbox/babyshop/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { oneOf, openWarehouse, stockOf, wishes } from './shopkeeping';
import { themes } from './themes';

const origin = 'http://127.0.0.1:4';
const store = 'babyshop';
const timeZone = 'Asia/Dubai';

/** More than is needed: quotas are for other tests. */
const callsPerFiveMinutes = 1500;

const physical = stockOf({ seller, hubs, skus, scarceSku });

function open(): SimulatedChannel {
	const sandbox = babyshopSandbox({
		...{ seed: 1, timeZone, quota: { calls: callsPerFiveMinutes, perMs: 300_000 } },
		...{ awbMs: 60_000, moderationMs: 15_000 },
	});
	const { username, password } = sandbox.credential;
	const placed: string[] = [];
	sandbox.seed([...skus, scarceSku].map((sku) => ({ sku: listingOf(sku), vendorSkuCode: sku })));
	sandbox.seed([{ sku: 'BBS8000000', vendorSkuCode: null }]);
	const some = (chance: Chance, statuses: readonly string[]) =>
		oneOf(chance, placed, (id) => statuses.includes(sandbox.order(id).status));
	const acts = {
		place(chance: Chance) {
			const drafts = wishes<BabyshopOrderDraft>(chance, draft, {
				lines: [{ sku: listingOf(scarceSku), quantity: 1 }],
			});
			placed.push(...sandbox.place(drafts).map(({ id }) => id));
		},
		cancel(chance: Chance) {
			const order = some(chance, ['5', '18']);
			if (order) sandbox.cancel(order);
		},
		deliver(chance: Chance) {
			const order = some(chance, ['15', '20']);
			if (order) sandbox.advance(order, { status: '25' });
		},
	};
	return {
		store,
		origin,
		sandbox,
		credential: {
			type: 'babyshopChannelApi',
			data: {
				baseUrl: `${origin}/RestWS/api/sellerPanel/v3`,
				...{ username, password, timeZone, callsPerFiveMinutes },
				...{ inventoryKey: 'sku', allowLinkLocal: false },
			},
		},
		async connect(desk) {
			await openWarehouse(desk, { seller, hubs }, physical);
			const settings = { orderSync: true, catalogSync: true, inventorySync: true };
			await desk(
				'babyshop-settings',
				[{ ...settings, automatedCancellation: true, store, hubMap, reason: 'Connected' }],
				{ options: { pagesPerExecution: 1, overlapMinutes: 0, inventoryHubs: offeredHubs } },
			);
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
			babyshopView({ state: sandbox.state(), calls: sandbox.calls(), ledger, facts }),
	};
}

export const babyshop: ChannelKind = {
	themes,
	physical,
	desks: ['workflows/warehouse.json', 'babyshop/workflows/settings.json'],
	schedule: {
		'babyshop/sync-orders': 1,
		'babyshop/send-updates': 1,
		'babyshop/push-inventory': 1,
		'hub/route-orders': 0.4,
		'babyshop/sync-catalog': 1,
		'babyshop/reconcile': 5,
	},
	path: {
		new_order: 'packed',
		picked: 'packed',
		packed: 'ready_to_ship',
		ready_to_ship: 'shipped',
	},
	bound: ['packed', 'ready_to_ship', 'shipped'],
	open: () => [open()],
};
