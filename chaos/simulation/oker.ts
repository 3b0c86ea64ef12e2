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
import { themes } from './themes';

const origin = 'http://127.0.0.1:3';
const store = 'oker';

/** So many SKUs are never sold out. */
const plenty = 3;

const physical = hubs.flatMap(({ code: hub }) => [
	...skus.map((sku, at) => ({ seller, sku, hub, units: at < plenty ? 200 : 5 })),
	{ seller, sku: scarceSku, hub, units: 2 },
]);

function open(): SimulatedChannel {
	const sandbox = okerSandbox({ seed: 1, warehouses });
	const { username, password } = sandbox.credential;
	const placed: string[] = [];
	sandbox.seed([...skus, scarceSku, ''].map((sku) => ({ sku, title: `Bazaar ${sku}` })));
	const some = (chance: Chance, status: string) => {
		const found = placed.filter((id) => sandbox.order(id).status === status);
		return found.length === 0 ? null : chance.of(found);
	};
	const acts = {
		place(chance: Chance) {
			const scarce: Partial<OkerOrderDraft> = chance.isOneIn(6)
				? { lines: [{ sku: scarceSku, quantity: 1 }] }
				: {};
			const drafts = Array.from({ length: chance.between(1, 3) }, () => draft(chance.next, scarce));
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
			await desk('warehouse-sellers', [{ code: seller, name: 'Marigold' }]);
			await desk('warehouse-hubs', hubs);
			await desk('warehouse-stock', physical);
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
