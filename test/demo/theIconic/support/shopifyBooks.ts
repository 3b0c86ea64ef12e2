import type { LevelChange } from '../../../../sandbox/shopify/inventory';
import type {
	ShopifyFulfilmentState,
	ShopifyOrderState,
	ShopifyStockState,
} from '../../../../sandbox/shopify/stateTypes';
import type { ShopifyState } from '../../../../sandbox/shopify/types';

interface Left {
	readonly units: number;
	readonly number?: string | null;
	readonly company?: string | null;
	readonly status?: string;
	readonly displayStatus?: string;
}

/** An order of one SKU. */
export interface Made {
	readonly id: number;
	/** The channel's id of it, or null for one of the shop's own. */
	readonly of: string | null;
	readonly name?: string;
	readonly units: number;
	/** Units that the figure lost for it, each time that it did. */
	readonly taken?: readonly number[];
	readonly cancelledBy?: 'api' | 'panel';
	readonly isRestocked?: boolean;
	readonly left?: readonly Left[];
	readonly customer?: string;
	readonly byApi?: boolean;
}

export const gid = (kind: string, id: number | string) => `gid://shopify/${kind}/${id}`;

const fulfilmentOf = (of: Made, left: Left, at: number): ShopifyFulfilmentState => ({
	id: gid('Fulfillment', of.id * 10 + at),
	status: left.status ?? 'SUCCESS',
	displayStatus: left.displayStatus ?? 'FULFILLED',
	location: gid('Location', 1),
	at: 300,
	byApi: false,
	tracking: [{ company: left.company ?? null, number: left.number ?? null, url: null }],
	lines: [{ line: gid('LineItem', of.id), sku: 'TEE', quantity: left.units }],
});

const line = (id: number, sku: string | null, quantity: number, currentQuantity = quantity) => ({
	...{ id: gid('LineItem', id), variant: null, sku, title: sku ?? 'The Iconic', quantity },
	...{ currentQuantity, fulfilled: 0, price: 40, requiresShipping: sku !== null },
	...{ claimedAt: gid('Location', 1), properties: [] },
});

const toState = (made: Made): ShopifyOrderState => {
	const { id, of, units, cancelledBy, left = [], byApi = true } = made;
	const mark = `theIconic 7 ${of}`;
	const gone = left
		.filter(({ status = 'SUCCESS' }) => status === 'SUCCESS')
		.reduce((sum, one) => sum + one.units, 0);
	return {
		...{ id: gid('Order', id), name: made.name ?? (of === null ? `#${id}` : `N${of}`) },
		...{ createdAt: 250, processedAt: 250, updatedAt: 250 },
		...{ cancelledAt: cancelledBy ? 400 : null, cancelReason: null },
		...{ byApi, isCancelledByApi: cancelledBy === 'api', financialStatus: 'PAID' },
		...{ fulfillmentStatus: 'UNFULFILLED', currency: 'AUD', total: 0, tax: 0, note: null },
		...{ tags: [], customer: byApi ? gid('Customer', made.customer ?? 1) : null },
		...{ sourceIdentifier: of && mark, billingAddress: null, shippingAddress: null },
		...{ shippingLines: [], customAttributes: [], history: [] },
		metafields:
			of === null ? [] : [{ namespace: 'order_hub', key: 'order', type: 'id', value: mark }],
		lines: [line(id, 'TEE', units, cancelledBy ? gone : units), line(id + 500, null, 1)],
		fulfilments: left.map((one, at) => fulfilmentOf(made, one, at)),
	};
};

type Moved = Pick<LevelChange, 'what' | 'byApi' | 'deltas'> & { readonly order?: string };

const movesOf = (made: Made): readonly Moved[] => {
	const { id, units, taken = [units], cancelledBy, isRestocked = true, left = [] } = made;
	const order = gid('Order', id);
	const gone = left.reduce((sum, one) => sum + one.units, 0);
	return [
		...taken.map((some) => ({
			...({ what: 'claimed', byApi: true, order } as const),
			deltas: { available: -some, committed: some },
		})),
		...(cancelledBy
			? [
					{
						...({ what: 'cancelled', byApi: cancelledBy === 'api', order } as const),
						deltas: { available: isRestocked ? units - gone : 0, committed: gone - units },
					},
				]
			: []),
	];
};

/** A figure that somebody sets, or corrects. */
export const counted = (available: number, byApi = false): Moved => ({
	...{ what: 'adjusted', byApi },
	deltas: { available },
});

const levelOf = (at: number, moves: readonly Moved[], sku = 'TEE'): ShopifyStockState => {
	let [available, committed] = [0, 0];
	const changes = moves.map((moved) => {
		available += moved.deltas.available ?? 0;
		committed += moved.deltas.committed ?? 0;
		return { ...moved, at: 100, available, committed, onHand: available + committed };
	});
	const onHand = available + committed;
	const item = gid('InventoryItem', sku);
	const location = gid('Location', at);
	return { item, variant: null, sku, location, available, committed, onHand, changes };
};

const seeded = (available: number): Moved => ({
	...{ what: 'seeded', byApi: false },
	deltas: { available },
});

export const madeA: Made = { id: 1, of: '11', units: 2 };
export const madeB: Made = {
	...{ id: 2, of: '12', units: 1 },
	left: [{ units: 1, number: 'AP-1', company: 'AUSPOST' }],
};
export const madeC: Made = { id: 3, of: '13', units: 1, cancelledBy: 'api' };

const variant = (sku: string, id: string, tracked = true) => ({
	...{ id: gid('ProductVariant', id), item: gid('InventoryItem', sku), sku, tracked },
});

/** The side of Shopify of the clean books, with orders added or replaced by id, and whatever else is changed. */
export const shopifyWith = (
	planted: readonly Made[] = [],
	{ moved = [], ...change }: Partial<ShopifyState> & { readonly moved?: readonly Moved[] } = {},
): ShopifyState => {
	const byId = new Map([madeA, madeB, madeC, ...planted].map((order) => [order.id, order]));
	const orders = [...byId.values()].filter(({ units }) => units > 0);
	return {
		now: 1000,
		shop: {
			...{ domain: 'bondi.myshopify.com', name: 'Bondi', currency: 'AUD' },
			...{ taxesIncluded: true },
		} as ShopifyState['shop'],
		locations: [],
		orders: orders.map(toState),
		products: [
			{
				...{ id: gid('Product', 1), title: 'Tee', status: 'ACTIVE' },
				variants: [variant('TEE', '1')],
			},
		],
		stock: [
			levelOf(1, [seeded(10), ...orders.flatMap(movesOf), ...moved]),
			levelOf(2, [seeded(5)]),
		],
		customers: [{ id: gid('Customer', 1), name: 'The Iconic', email: null, metafields: [] }],
		definitions: [{ ownerType: 'ORDER', namespace: 'order_hub', key: 'order', type: 'id' }],
		subscriptions: [],
		deliveries: [],
		counts: { orders: 0, indexed: 0, products: 0, calls: 0, throttled: 0, faults: 0 },
		...change,
	};
};

/** A catalog in which the SKUs are written so. */
export const variants = (
	...skus: readonly (readonly [sku: string, tracked?: boolean])[]
): Pick<ShopifyState, 'products'> => ({
	products: [
		{
			...{ id: gid('Product', 1), title: 'Tee', status: 'ACTIVE' },
			variants: skus.map(([sku, tracked], at) => variant(sku, String(at), tracked)),
		},
	],
});
