import { ikasView } from '../../demo/ikas/auditor/ikasView';
import { draft } from '../../demo/ikas/drafts';
import {
	hubMap,
	hubs,
	locations,
	mappedLocations,
	scarceSku,
	seller,
	skus,
} from '../../demo/ikas/goods';
import { ikasSandbox } from '../../sandbox/ikas';
import type { OrderDraft, OrderState } from '../../sandbox/ikas/types';
import type { ChannelKind, SimulatedChannel } from './channel';
import type { Chance } from './chances';
import { among } from './among';
import { openWarehouse, stockOf } from './shopkeeping';
import { contention, themes } from './themes';

/** None: what shows late only reconcile can find. */
const overlapMinutes = 0;

/** So many SKUs are never sold out. */
const plenty = 4;

const physical = stockOf({ seller, hubs, skus, scarceSku }, plenty);

const products = [...skus, scarceSku, null].map((sku) => ({
	name: sku ?? 'Gift Wrap',
	variants: [{ sku, stocks: Object.fromEntries(mappedLocations.map((id) => [id, 50])) }],
}));

const isPlenty = ({ sku }: { readonly sku: string | null }) =>
	skus.slice(0, plenty).some((one) => one === sku);

/** What a customer puts into the basket. */
type Basket = (chance: Chance) => Pick<OrderDraft, 'lines'>;

const any: Basket = (chance) => ({ lines: draft(chance.next).lines });
const scarce: Basket = (chance) => ({
	lines: [{ sku: scarceSku, quantity: chance.between(1, 3) }],
});

function open(store: string, origin: string, wanted: Basket): SimulatedChannel {
	const sandbox = ikasSandbox({ seed: 1 });
	sandbox.setMerchant({ id: `${sandbox.state().merchant.id} of ${store}` });
	const { clientId, clientSecret } = sandbox.credential;
	const { storeName } = sandbox.state().merchant;
	const placed: string[] = [];
	sandbox.setLocations(locations);
	sandbox.seed(products);
	const some = (chance: Chance, is: (order: OrderState) => boolean): OrderState | null => {
		const found = placed.map((id) => sandbox.order(id)).filter(is);
		return found.length === 0 ? null : chance.of(found);
	};
	const isUnpaid = ({ status, payment }: OrderState) =>
		status === 'CREATED' && payment === 'WAITING';
	const isOpen = ({ status, package: parcels }: OrderState) =>
		status === 'CREATED' && parcels === 'UNFULFILLED';
	const acts = {
		place(chance: Chance) {
			const unpaid = chance.isOneIn(10) ? { payment: 'WAITING' } : {};
			const one = chance.isOneIn(6) ? { lines: [{ sku: scarceSku, quantity: 1 }] } : {};
			const drafts = Array.from({ length: chance.between(1, 3) }, () =>
				draft(chance.next, { ...unpaid, ...(wanted === any ? one : wanted(chance)) }),
			);
			placed.push(...sandbox.place(drafts).map(({ id }) => id));
		},
		edit(chance: Chance) {
			const order = some(chance, isOpen);
			if (order) sandbox.edit(order.id, wanted(chance));
		},
		cancel(chance: Chance) {
			const order = some(chance, isOpen);
			if (order) sandbox.cancel(order.id);
		},
		pay(chance: Chance) {
			const order = some(chance, isUnpaid);
			if (order) sandbox.advance(order.id, { payment: 'PAID' });
		},
		ship(chance: Chance) {
			// What is not there nobody can ship, whatever the hub says.
			const order = some(chance, (one) => isOpen(one) && one.lines.every(isPlenty));
			if (order) sandbox.advance(order.id, { package: 'FULFILLED' });
		},
	};
	return {
		store,
		origin,
		sandbox,
		credential: {
			type: 'ikasChannelApi',
			data: { storeName, clientId, clientSecret, apiUrl: origin, accessToken: '' },
		},
		async connect(desk) {
			const settings = { orderSync: true, catalogSync: true, inventorySync: true };
			await openWarehouse(desk, { seller, hubs }, physical);
			await desk(
				'ikas-settings-unpaid',
				[{ ...settings, automatedCancellation: true, store, hubMap, reason: 'Connected' }],
				{ options: { pagesPerExecution: 1, overlapMinutes } },
			);
		},
		shop: (chance) =>
			among(chance, [
				[10, acts.place],
				[3, acts.edit],
				[2, acts.cancel],
				[1, acts.pay],
				[1, acts.ship],
			])(chance),
		setFaults: sandbox.setFaults,
		placed: () => placed.length,
		view: ({ ledger, facts }) =>
			ikasView({ state: sandbox.state(), calls: sandbox.calls(), ledger, facts }),
	};
}

export const ikas: ChannelKind = {
	themes,
	physical,
	desks: ['workflows/warehouse.json', 'ikas/workflows/settings.json'],
	schedule: {
		'ikas/sync-orders': 1,
		'ikas/send-updates': 1,
		'ikas/push-inventory': 1,
		'hub/route-orders': 0.4,
		'ikas/sync-catalog': 1,
		'ikas/reconcile': 5,
	},
	carrier: 'Yurtiçi Kargo',
	open: () => [open('ikas', 'http://127.0.0.1:1', any)],
};

/** Two that sell the same goods, and have to share the few that there are. */
export const ikasTwice: ChannelKind = {
	...ikas,
	themes: [contention],
	open: () => [
		open('ikas', 'http://127.0.0.1:1', scarce),
		open('ikas-outlet', 'http://127.0.0.1:2', scarce),
	],
};
