import { type Order, openItems, withOpen } from './order';

/** What an invoice takes from the gateway it is issued by. */
export interface InvoicingContext {
	readonly now: number;
	readonly courierMs: number;
	readonly labelMs: number;
	readonly tellsStages: boolean;
	/** Numbers grow, and no two are the same. */
	freshNumber(): number;
	taxOf(variantId: string): number;
}

/** The invoicing moment: from here on nobody cancels, and the code stays. The courier is assigned later. */
export const invoiced = (order: Order, context: InvoicingContext): Order => {
	if (order.invoice) return order;
	const { now, courierMs, labelMs, tellsStages } = context;
	const number = context.freshNumber();
	const [first] = openItems(order);
	const next = tellsStages ? withOpen(order, 'PACKED') : order;
	return {
		...next,
		invoice: {
			code: `OKINV-${900_000 + number}`,
			at: now,
			tax: context.taxOf(first?.variantId ?? ''),
		},
		courier: {
			awb: `AWB${778_800 + number}`,
			assignedAt: now + courierMs,
			labelAt: now + courierMs + labelMs,
		},
	};
};

export const dispatched = (order: Order, now: number, manifest: string | null): Order => ({
	...withOpen(order, 'DISPATCHED'),
	dispatchedAt: now,
	manifest,
});
