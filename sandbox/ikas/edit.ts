import { type LineContext, isOpen, rawLine } from './lines';
import { locationOf } from './order';
import { withAddress } from './people';
import type { RawLine, RawOrder } from './raw';
import { totalsOf } from './totals';
import type { IkasLocation, IkasMerchant, IkasSwitches, LineDraft, OrderEdit } from './types';

/** When a change happens, and where new ids come from. */
export interface ChangeContext {
	readonly now: number;
	readonly locations: readonly IkasLocation[];
	readonly merchant: IkasMerchant;
	readonly switches: IkasSwitches;
	newId(): string;
	sold: LineContext['sold'];
}

const rewritten = (line: RawLine, draft: LineDraft, context: LineContext): RawLine => {
	const { id, createdAt, status, statusUpdatedAt, originalOrderLineItemId, price, variant } = line;
	const kept = { price, title: variant.name };
	const named = { sku: draft.sku, quantity: draft.quantity, id };
	const changed = rawLine(
		{ ...named, price: draft.price ?? kept.price, title: draft.title ?? kept.title },
		context,
	);
	return { ...changed, createdAt, status, statusUpdatedAt, originalOrderLineItemId };
};

/** A guess: `deleted` and `edited` exist on a line, what the panel does with them is not said (reference/ikas.md 8.1). */
const removed = (line: RawLine, now: number): RawLine => ({
	...line,
	deleted: true,
	edited: true,
	updatedAt: now,
});

const editedLines = (order: RawOrder, lines: readonly LineDraft[], context: ChangeContext) => {
	const { newId, sold } = context;
	const lineContext = { ...order, updatedAt: context.now, edited: true, newId, sold };
	const left = new Set(order.orderLineItems.filter(isOpen));
	const now = lines.map((draft) => {
		const old = [...left].find(({ id, variant }) =>
			draft.id ? id === draft.id : variant.sku === draft.sku,
		);
		if (!old) return rawLine(draft, lineContext);
		left.delete(old);
		return rewritten(old, draft, lineContext);
	});
	const closed = order.orderLineItems.filter((line) => !isOpen(line));
	return [...now, ...closed, ...[...left].map((line) => removed(line, context.now))];
};

export const edited = (order: RawOrder, context: ChangeContext, edit: OrderEdit): RawOrder => {
	const { lines, address, location } = edit;
	const moved =
		location === undefined ? order : { ...order, ...locationOf(context.locations, location) };
	const orderLineItems = lines ? editedLines(moved, lines, context) : order.orderLineItems;
	return {
		...moved,
		...totalsOf(orderLineItems, order.paymentMethods[0]?.type),
		orderLineItems,
		shippingAddress: withAddress(order.shippingAddress, address),
		edited: order.edited || lines !== undefined || address !== undefined,
		updatedAt: context.now,
	};
};
