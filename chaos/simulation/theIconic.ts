import { theIconicView } from '../../demo/theIconic/auditor/theIconicView';
import { draft } from '../../demo/theIconic/drafts';
import { hubs, seller, skus, tightSkus } from '../../demo/theIconic/goods';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type { IconicOrderDraft } from '../../sandbox/theIconic/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { oneOf, openWarehouse, stockOf, wishes } from './shopkeeping';
import { themes } from './themes';

const origin = 'http://127.0.0.1:5';
const store = 'the-iconic';
const [scarceSku = ''] = tightSkus;

const physical = stockOf({ seller, hubs, skus, scarceSku });

function open(): SimulatedChannel {
	const sandbox = theIconicSandbox({ seed: 1, exportMs: 0 });
	const { clientId, clientSecret } = sandbox.credential;
	const placed: string[] = [];
	sandbox.seed([...skus, scarceSku].map((sku) => ({ sku, name: `The ${sku}`, price: 60 })));
	const some = (chance: Chance, status: string) =>
		oneOf(chance, placed, (id) => sandbox.order(id).items.every((item) => item.status === status));
	const acts = {
		place(chance: Chance) {
			const drafts = wishes<IconicOrderDraft>(chance, draft, {
				lines: [{ sku: scarceSku, quantity: 1 }],
			});
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
			await openWarehouse(desk, { seller, hubs }, physical);
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
