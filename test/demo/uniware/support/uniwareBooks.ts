import type {
	UniwareItemState,
	UniwareOrderChange,
	UniwareOrderState,
	UniwarePackageState,
	UniwareStockState,
} from '../../../../sandbox/uniware/stateTypes';
import type { UniwareState } from '../../../../sandbox/uniware/types';
import { numberOf } from '../../outlet/support/shopBooks';

/** An order of one SKU. */
export interface Made {
	readonly code: string;
	/** The shop's id of it, or null for one of the tenant's own. */
	readonly of: string | null;
	readonly number?: string;
	/** One status for each unit. */
	readonly items: readonly UniwareItemState['status'][];
	readonly facility?: string;
	/** Of its items one after the other; the rest are in none. */
	readonly packages?: readonly (Pick<UniwarePackageState, 'status' | 'tracking'> & {
		readonly units: number;
		readonly provider?: string;
	})[];
	readonly cancelledBy?: UniwareOrderChange['by'];
	readonly cancelsTold?: number;
}

const statusOf = (items: Made['items']): UniwareOrderState['status'] =>
	items.every((status) => status === 'CANCELLED') ? 'CANCELLED' : 'PROCESSING';

function toState(made: Made): UniwareOrderState {
	const { code, of, items, facility = 'WH_DEL', packages = [], cancelledBy } = made;
	const named = packages.flatMap((one, at) => Array<string>(one.units).fill(`${code}-P${at}`));
	const status = statusOf(items);
	const changed = { at: 300, visibleAt: 300, status };
	return {
		...{ code, displayCode: made.number ?? (of === null ? code : numberOf(of)), status },
		...{ channel: 'ORDER_HUB', additionalInfo: of && `Order Hub: ikas m ${of}` },
		...{ createdAt: 300, updatedAt: 300, isOnHold: false, isCod: false },
		...{ thirdPartyShipping: false, taxExempted: false, prepaid: 100 },
		cancelsTold: made.cancelsTold ?? 0,
		items: items.map((one, at) => ({
			...{ code: `${code}-${at}`, sku: 'TEE', line: `${of}${at + 1}`, status: one, facility },
			...{ package: named[at] ?? null, isOnHold: false, price: 50 },
		})),
		packages: packages.map(({ status: stage, tracking, provider = 'BLUEDART' }, at) => ({
			...{ code: `${code}-P${at}`, facility, status: stage, provider, tracking },
			...{ invoice: null, manifest: null },
		})),
		history: [
			{ ...changed, what: 'created', by: of === null ? 'desk' : 'api' },
			...(cancelledBy ? [{ ...changed, what: 'cancelled' as const, by: cancelledBy }] : []),
		],
	};
}

const gone = { status: 'DISPATCHED', tracking: 'BD-1', units: 2 } as const;

export const madeA: Made = { code: 'S-a', of: 'a', items: ['FULFILLABLE', 'FULFILLABLE'] };
export const madeB: Made = {
	...{ code: 'S-b', of: 'b', items: ['DISPATCHED', 'DISPATCHED'] },
	packages: [gone],
};
export const madeC: Made = { code: 'S-c', of: 'c', items: ['CANCELLED'], cancelledBy: 'api' };

export const level = (facility: string, free: number): UniwareStockState => ({
	...{ facility, sku: 'TEE', inventory: free + 2, openSale: 2, inventoryBlocked: 0 },
	...{ badInventory: 0, free },
});

/** The side of Uniware of the clean books, with orders added or replaced by code, and whatever else is changed. */
export const uniwareWith = (
	planted: readonly Made[] = [],
	change: Partial<UniwareState> = {},
): UniwareState => {
	const byCode = new Map([madeA, madeB, madeC, ...planted].map((order) => [order.code, order]));
	return {
		...{ now: 1000, facilities: [], channels: [], items: [], failedOrders: [] },
		...{ manifests: [], returns: [], counts: { orders: 0, calls: 0, faults: 0 } },
		orders: [...byCode.values()].filter(({ items }) => items.length > 0).map(toState),
		stock: [level('WH_DEL', 7), level('WH_PUN', 5)],
		...change,
	};
};
