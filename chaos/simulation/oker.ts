import { okerView } from '../../demo/oker/auditor/okerView';
import { draft } from '../../demo/oker/drafts';
import {
	hubs,
	scarceSku,
	seller,
	skus,
	warehouseLocation,
	warehouses,
} from '../../demo/oker/goods';
import { okerSandbox } from '../../sandbox/oker';
import type { OkerOrderDraft } from '../../sandbox/oker/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { clock } from './clock';
import { gates } from './gates';
import { minute } from './passing';
import { oneOf, openWarehouse, stockOf, wishes } from './shopkeeping';
import { themes } from './themes';

const origin = 'http://127.0.0.1:3';
const store = 'oker';

const physical = stockOf({ seller, hubs, skus, scarceSku });

function open(): SimulatedChannel {
	const sandbox = okerSandbox({ seed: 1, warehouses });
	const { username, password } = sandbox.credential;
	const placed: string[] = [];
	sandbox.seed([...skus, scarceSku, ''].map((sku) => ({ sku, title: `Bazaar ${sku}` })));
	const some = (chance: Chance, status: string) =>
		oneOf(chance, placed, (id) => sandbox.order(id).status === status);
	const acts = {
		place(chance: Chance) {
			const drafts = wishes<OkerOrderDraft>(chance, draft, {
				lines: [{ sku: scarceSku, quantity: 1 }],
			});
			placed.push(...sandbox.place(drafts).map(({ id }) => id));
		},
		cancel(chance: Chance) {
			const order = some(chance, 'CREATED');
			if (order && sandbox.order(order).invoice === null) sandbox.cancel(order);
		},
		hold(chance: Chance) {
			const order = some(chance, 'CREATED');
			if (order === null) return;
			sandbox.hold(order, true);
			gates.at(clock.now() + chance.between(1, 3) * minute, () => sandbox.hold(order, false));
		},
		deliver(chance: Chance) {
			const order = some(chance, 'DISPATCHED');
			if (order) sandbox.advance(order, { status: 'DELIVERED' });
		},
	};
	return {
		store,
		origin,
		sandbox,
		credential: {
			type: 'okerChannelApi',
			data: {
				baseUrl: `${origin}/v1`,
				username,
				password,
				dispatchBy: 'manifest',
				statusDays: 30,
				callsPerMinute: 600,
				allowLinkLocal: false,
			},
		},
		async connect(desk) {
			await openWarehouse(desk, { seller, hubs }, physical);
			await desk(
				'oker-settings',
				[
					{
						...{ store, orderSync: true, catalogSync: true, inventorySync: true },
						...{ automatedCancellation: true, hubMapText: warehouseLocation() },
						...{ inventoryHubs: hubs.map(({ code }) => code), reason: 'Connected' },
					},
				],
				{ options: { pagesPerExecution: 1, overlapMinutes: 0 } },
			);
		},
		shop: (chance) =>
			among(chance, [
				[10, acts.place],
				[2, acts.cancel],
				[1, acts.hold],
				[2, acts.deliver],
			])(chance),
		setFaults: sandbox.setFaults,
		placed: () => placed.length,
		view: ({ ledger, facts }) =>
			okerView({ state: sandbox.state(), calls: sandbox.calls(), ledger, facts }),
	};
}

export const oker: ChannelKind = {
	themes,
	physical,
	desks: ['workflows/warehouse.json', 'oker/workflows/settings.json'],
	schedule: {
		'oker/sync-orders': 1,
		'oker/send-updates': 1,
		'oker/push-inventory': 1,
		'hub/route-orders': 0.4,
		'hub/close-manifest': 3,
		'oker/sync-catalog': 1,
		'oker/reconcile': 5,
	},
	// The manifest takes along what is ready.
	path: { new_order: 'packed', picked: 'packed', packed: 'ready_to_ship' },
	bound: ['packed', 'ready_to_ship', 'shipped'],
	open: () => [open()],
};
