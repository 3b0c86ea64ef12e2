import type {
	OmnifulOrderState,
	OmnifulStockState,
	OrderChange,
} from '../../../../sandbox/omniful/stateTypes';
import type { OmnifulCall, OmnifulState } from '../../../../sandbox/omniful/types';
import { numberOf } from '../../outlet/support/shopBooks';

/** An order of one SKU. */
export interface Made {
	readonly id: string;
	/** The shop's id of it, or null for one of the seller's own. */
	readonly of: string | null;
	readonly number?: string;
	readonly units: number;
	readonly status: OmnifulOrderState['status'];
	/** Units that were packed, where they were counted. */
	readonly packed?: number;
	readonly hub?: string;
	readonly awb?: string;
	readonly courier?: string;
	readonly cancelledBy?: OrderChange['by'];
}

function toState(made: Made): OmnifulOrderState {
	const { id, of, number, units, status, packed = null, hub = 'WH_DEL', cancelledBy } = made;
	const { awb = null, courier = awb && 'BLUEDART' } = made;
	const changed = { at: 300, visibleAt: 300, status };
	return {
		...{ id, status, hub, awb, courier, holdReason: null, cancelReason: null },
		...{ orderId: `ikas-${of}`, alias: number ?? (of === null ? id : numberOf(of)) },
		...{ paymentMethod: 'prepaid', isCod: false, total: 100, currency: 'SAR' },
		items: [{ sku: 'TEE', quantity: units, price: 50, packed }],
		externalFields: of === null ? {} : { 'Order Hub': `ikas m ${of}` },
		...{ deliveryStatus: '', createdAt: 300, updatedAt: 300 },
		history: [
			{ ...changed, what: 'created', by: of === null ? 'desk' : 'api' },
			...(cancelledBy ? [{ ...changed, what: 'cancelled', by: cancelledBy }] : []),
		],
	};
}

export const madeA: Made = { id: 'S-a', of: 'a', units: 2, status: 'new_order' };
export const madeB: Made = { id: 'S-b', of: 'b', units: 2, status: 'shipped', awb: 'BD-1' };
export const madeC: Made = {
	...{ id: 'S-c', of: 'c', units: 1, status: 'cancelled', cancelledBy: 'api' },
};

export const level = (hub: string, available: number): OmnifulStockState => ({
	...{ hub, sku: 'TEE', onHand: available + 2, reserved: 2, safety: 0, available },
});

/** The side of Omniful of the clean books, with orders added or replaced by id, left out where they have no units, and other stock. */
export const omnifulWith = (
	planted: readonly Made[] = [],
	stock: readonly OmnifulStockState[] = [level('WH_DEL', 7), level('WH_PUN', 5)],
): OmnifulState => {
	const byId = new Map([madeA, madeB, madeC, ...planted].map((order) => [order.id, order]));
	return {
		...{ now: 1000, hubs: [], skus: [], returns: [], webhooks: [], stock },
		orders: [...byId.values()].filter(({ units }) => units > 0).map(toState),
		counts: { orders: 0, calls: 0, faults: 0, stockRows: 0 },
	};
};

export const call = (change: Partial<OmnifulCall>): OmnifulCall => ({
	...{ seq: 1, at: 1, wallAt: 1, ms: 0, kind: 'order/cancel', method: 'PUT', path: '', query: '' },
	...{ client: 'seller-client', order: 'ikas-c', body: { cancel_reason: 'x' }, status: 200 },
	...{ code: null, fault: null, effect: 'cancelled', records: null, ...change },
});
