import type { RawFulfillment, RawFulfillmentOrder, RawOrder, RawTracking } from './raw';

/** Units of a line of a fulfilment order. */
export interface ShippedUnits {
	readonly fulfillmentOrderId: string;
	/** Id of the line of the fulfilment order. */
	readonly lineId: string;
	readonly quantity: number;
}

export interface Shipment {
	readonly units: readonly ShippedUnits[];
	readonly tracking: readonly RawTracking[];
	readonly displayStatus: string;
	readonly byApi: boolean;
}

/** Units of a line item that left and did not come back. */
export const shippedUnits = (order: RawOrder, lineId: string): number =>
	order.fulfillments
		.filter(({ status }) => status === 'SUCCESS')
		.flatMap(({ lines }) => lines)
		.filter((line) => line.lineId === lineId)
		.reduce((sum, { quantity }) => sum + quantity, 0);

export const remainingOf = ({ lines }: RawFulfillmentOrder): number =>
	lines.reduce((sum, { remaining }) => sum + remaining, 0);

const isOpen = ({ status }: RawFulfillmentOrder) => status === 'OPEN' || status === 'IN_PROGRESS';

export const openOrders = ({ fulfillmentOrders }: RawOrder): readonly RawFulfillmentOrder[] =>
	fulfillmentOrders.filter(isOpen);

const reduced = (
	one: RawFulfillmentOrder,
	units: readonly ShippedUnits[],
	at: number,
): RawFulfillmentOrder => {
	const mine = units.filter(({ fulfillmentOrderId }) => fulfillmentOrderId === one.id);
	if (mine.length === 0) return one;
	const lines = one.lines.map((line) => {
		const gone = mine.filter(({ lineId }) => lineId === line.id);
		return {
			...line,
			remaining: gone.reduce((left, { quantity }) => left - quantity, line.remaining),
		};
	});
	const status = remainingOf({ ...one, lines }) === 0 ? 'CLOSED' : 'IN_PROGRESS';
	return { ...one, lines, status, updatedAt: at };
};

/** The order with one fulfilment more. */
export const shipped = (
	order: RawOrder,
	{ units, tracking, displayStatus, byApi }: Shipment,
	{ now, newId }: { readonly now: number; newId(): string },
): RawOrder => {
	const from = order.fulfillmentOrders.find(({ id }) => id === units[0]?.fulfillmentOrderId);
	const lineOf = ({ fulfillmentOrderId, lineId }: ShippedUnits) =>
		order.fulfillmentOrders
			.find(({ id }) => id === fulfillmentOrderId)
			?.lines.find(({ id }) => id === lineId)?.lineId ?? '';
	const fulfillment: RawFulfillment = {
		id: newId(),
		name: `${order.name}-F${order.fulfillments.length + 1}`,
		locationId: from?.locationId ?? '',
		status: 'SUCCESS',
		displayStatus,
		tracking,
		lines: units.map((one) => ({
			id: newId(),
			lineId: lineOf(one),
			fulfillmentOrderId: one.fulfillmentOrderId,
			quantity: one.quantity,
		})),
		createdAt: now,
		updatedAt: now,
		deliveredAt: displayStatus === 'DELIVERED' ? now : null,
		byApi,
	};
	return {
		...order,
		updatedAt: now,
		fulfillmentOrders: order.fulfillmentOrders.map((one) => reduced(one, units, now)),
		fulfillments: [...order.fulfillments, fulfillment],
	};
};

/** The order with a fulfilment changed; null when it has none of this id. */
export const withFulfillment = (
	order: RawOrder,
	id: string,
	change: Partial<RawFulfillment> & { readonly updatedAt: number },
): RawOrder | null => {
	if (!order.fulfillments.some((one) => one.id === id)) return null;
	return {
		...order,
		updatedAt: change.updatedAt,
		fulfillments: order.fulfillments.map((one) => (one.id === id ? { ...one, ...change } : one)),
	};
};

const reopened = (one: RawFulfillmentOrder, back: RawFulfillment, at: number) => {
	const unitsOf = (lineId: string) =>
		back.lines
			.filter((line) => line.lineId === lineId && line.fulfillmentOrderId === one.id)
			.reduce((sum, { quantity }) => sum + quantity, 0);
	const lines = one.lines.map((line) => ({
		...line,
		remaining: line.remaining + unitsOf(line.lineId),
	}));
	return { ...one, lines, status: 'OPEN' as const, updatedAt: at };
};

/** A closed fulfilment order gets a new one for what comes back, an open one has it among its own. */
export const unshipped = (
	order: RawOrder,
	back: RawFulfillment,
	{ now, newId }: { readonly now: number; newId(): string },
): RawOrder | null => {
	const ids = new Set(back.lines.map(({ fulfillmentOrderId }) => fulfillmentOrderId));
	const change = { status: 'CANCELLED', displayStatus: 'CANCELED', updatedAt: now } as const;
	const cancelled = withFulfillment(order, back.id, change);
	const fulfillmentOrders = order.fulfillmentOrders.flatMap((one) => {
		if (!ids.has(one.id)) return [one];
		const again = reopened(one, back, now);
		if (one.status !== 'CLOSED') return [again];
		const units = again.lines.filter(({ remaining }) => remaining > 0);
		const lines = units.map((line) => ({ ...line, id: newId(), total: line.remaining }));
		return [one, { ...again, id: newId(), lines, createdAt: now }];
	});
	return cancelled && { ...cancelled, fulfillmentOrders };
};

/** How an order looks in the admin (reference/shopify.md 10). */
export const displayStatus = (order: RawOrder): string => {
	const shippable = order.lines.filter(({ requiresShipping }) => requiresShipping);
	const left = openOrders(order).reduce((sum, one) => sum + remainingOf(one), 0);
	const gone = shippable.reduce((sum, { id }) => sum + shippedUnits(order, id), 0);
	if (gone === 0) return 'UNFULFILLED';
	return left === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
};
