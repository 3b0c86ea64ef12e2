import { theIconicView } from '../../demo/theIconic/auditor/theIconicView';
import { draft } from '../../demo/theIconic/drafts';
import { hubs, seller, skus, tightSkus } from '../../demo/theIconic/goods';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type { IconicOrderDraft } from '../../sandbox/theIconic/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { themes } from './themes';

const origin = 'http://127.0.0.1:5';
const store = 'the-iconic';
const [scarceSku = ''] = tightSkus;

/** So many SKUs are never sold out. */
const plenty = 3;

const physical = hubs.flatMap(({ code: hub }) => [
	...skus.map((sku, at) => ({ seller, sku, hub, units: at < plenty ? 200 : 5 })),
	{ seller, sku: scarceSku, hub, units: 2 },
]);

function open(): SimulatedChannel {
	const sandbox = theIconicSandbox({ seed: 1, exportMs: 0 });
	const { clientId, clientSecret } = sandbox.credential;
	const placed: string[] = [];
	sandbox.seed([...skus, scarceSku].map((sku) => ({ sku, name: `The ${sku}`, price: 60 })));
	const some = (chance: Chance, status: string) => {
		const found = placed.filter((id) =>
			sandbox.order(id).items.every((item) => item.status === status),
		);
		return found.length === 0 ? null : chance.of(found);
	};
	const acts = {
		place(chance: Chance) {
			const scarce: Partial<IconicOrderDraft> = chance.isOneIn(6)
				? { lines: [{ sku: scarceSku, quantity: 1 }] }
				: {};
			const drafts = Array.from({ length: chance.between(1, 3) }, () => draft(chance.next, scarce));
			placed.push(...sandbox.place(drafts).map(({ id }) => id));
		},
		cancel(chance: Chance) {
			const order = some(chance, 'pending');
			if (order !== null) sandbox.cancel(order);
		},
	};
	return {
		store,
		origin,
		sandbox,
		credential: {
			type: 'theIconicChannelApi',
			data: {
				...{ environment: 'own', apiUrl: origin, clientId, clientSecret },
				...{ deliveryType: 'automatic', afterReadyToShip: 'ship', allowLinkLocal: false },
			},
		},
		async connect(desk) {
			await desk('warehouse-sellers', [{ code: seller, name: 'Coastal' }]);
			await desk('warehouse-hubs', hubs);
			await desk('warehouse-stock', physical);
			const settings = { orderSync: true, catalogSync: true, inventorySync: true };
			const hubMap = hubs.map(({ code }) => ({ hub: code }));
			await desk(
				'iconic-settings',
				[{ ...settings, automatedCancellation: true, store, hubMap, reason: 'Connected' }],
				{ options: { pagesPerExecution: 1, overlapMinutes: 0 }, omsOrder: {} },
			);
		},
		shop: (chance) =>
			among(chance, [
				[10, acts.place],
				[2, acts.cancel],
			])(chance),
		setFaults: sandbox.setFaults,
		placed: () => placed.length,
		view: ({ ledger, facts }) =>
			theIconicView({
				...{ state: sandbox.state(), calls: sandbox.calls(), partner: null, ledger },
				// Also an execution that goes on late tells a figure again, and nobody counts those.
				facts: { ...facts, kills: Infinity },
			}),
	};
}

/** With the ledger as its order system. */
export const theIconic: ChannelKind = {
	themes,
	physical,
	desks: ['workflows/warehouse.json', 'theIconic/workflows/settings.json'],
	schedule: {
		'theIconic/sync-orders': 1,
		'theIconic/send-updates': 1,
		'theIconic/push-inventory': 1,
		'hub/route-orders': 0.4,
		'theIconic/sync-catalog': 1,
		'theIconic/reconcile': 5,
	},
	carrier: 'AusPost',
	open: () => [open()],
};
