import type { IkasState, OrderState } from '../../../../sandbox/ikas/types';

/** A package of the shop. */
export interface Shown {
	readonly number: string | null;
	readonly carrier?: string | null;
	readonly status?: string;
	readonly units: number;
	readonly isUndone?: boolean;
}

/** An order of one SKU, each unit a line of its own. */
export interface Sold {
	readonly id: string;
	readonly units: number;
	readonly status?: string;
	/** Of its lines one after the other; the rest are in none. */
	readonly shown?: readonly Shown[];
}

export const numberOf = (id: string) => `N${id}`;

function toState({ id, units, status = 'CREATED', shown = [] }: Sold): OrderState {
	const ids = Array.from({ length: units }, (_, at) => `${id}${at + 1}`);
	const from = (at: number) => shown.slice(0, at).reduce((sum, one) => sum + one.units, 0);
	return {
		...{ id, number: numberOf(id), placedAt: 200, orderedAt: 200, updatedAt: 200 },
		...{ status, payment: 'PAID', package: 'UNFULFILLED', location: null, unreadable: null },
		lines: ids.map((line) => ({
			...{ id: line, sku: 'TEE', quantity: 1, deleted: false },
			status: status === 'CANCELLED' ? 'CANCELLED' : 'UNFULFILLED',
		})),
		packages: shown.map((one, at) => ({
			...{ id: `${id} package ${at}`, status: one.status ?? 'FULFILLED', app: null },
			lines: ids.slice(from(at), from(at + 1)),
			tracking: { number: one.number, link: null, carrier: one.carrier ?? 'BLUEDART' },
			deleted: one.isUndone ?? false,
		})),
		history: [
			{
				...{ at: 200, visibleAt: 200, what: 'placed', status, payment: 'PAID' },
				...{ package: 'UNFULFILLED', open: {} },
			},
		],
		events: [],
	};
}

export const a: Sold = { id: 'a', units: 2 };
export const b: Sold = { id: 'b', units: 2, shown: [{ number: 'BD-1', units: 2 }] };
export const c: Sold = { id: 'c', units: 1, status: 'CANCELLED' };

const figure = (location: string, quantity: number): IkasState['stock'][number] => ({
	...{ product: 'p', variant: 'v', sku: 'TEE', location, quantity },
	history: [{ at: 300, what: 'pushed', quantity, byApi: true }],
});

/** The side of the shop of the clean books, with orders added or replaced by id. */
export const shopWith = (...planted: readonly Sold[]): IkasState => ({
	now: 1000,
	merchant: { id: 'm', storeName: 'outlet', merchantName: 'Outlet', email: 'o@example.com' },
	locations: [],
	orders: [...new Map([a, b, c, ...planted].map((order) => [order.id, order])).values()].map(
		toState,
	),
	stock: [figure('shop-delhi', 7), figure('shop-pune', 5)],
	counts: { orders: 0, products: 0, visible: 0, calls: 0, overQuota: 0, faults: 0 },
});
