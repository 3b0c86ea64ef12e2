import type { Line, Order } from './order';
import { type LineContext, newLine } from './placing';
import type { BabyshopLineDraft, BabyshopOrderEdit } from './types';

const freeNumber = (lines: readonly Line[]) =>
	String(Math.max(0, ...lines.map(({ number }) => Number(number) || 0)) + 1);

const editedLines = (
	{ lines }: Order,
	drafts: readonly BabyshopLineDraft[],
	context: LineContext,
) => {
	const left = new Set(lines);
	const next: Line[] = [];
	for (const draft of drafts) {
		const old = [...left].find(({ number, sku }) =>
			draft.line ? number === draft.line : sku === draft.sku,
		);
		const number = old?.number ?? draft.line ?? freeNumber([...lines, ...next]);
		const made = newLine({ ...draft, line: number }, 0, context);
		if (old) left.delete(old);
		next.push(old ? { ...old, ...rewritten(old, made, draft) } : made);
	}
	return next;
};

const rewritten = (old: Line, made: Line, draft: BabyshopLineDraft) => ({
	sku: made.sku,
	name: made.name,
	quantity: made.quantity,
	cancelled: Math.min(old.cancelled, made.quantity),
	unitPrice: draft.price === undefined ? old.unitPrice : made.unitPrice,
	discount: draft.discount === undefined ? old.discount : made.discount,
});

/** What the panel does on item level; what the API shows of it is a guess (reference/babyshop-vinculum.md 8.3). */
export const edited = (
	order: Order,
	{ lines, customer, overrides, listOverrides }: BabyshopOrderEdit,
	context: Pick<LineContext, 'now' | 'product'>,
): Order => {
	const { seller, currency, status } = order;
	const lineContext = { ...context, seller, currency, status };
	return {
		...order,
		lines: lines ? editedLines(order, lines, lineContext) : order.lines,
		customer: { ...order.customer, ...customer },
		overrides: overrides === undefined ? order.overrides : overrides,
		listOverrides: listOverrides === undefined ? order.listOverrides : listOverrides,
	};
};
