import type { HandOver } from '../../domain/oms';

/** Lines of the channel that Omniful gets as one: the same SKU at the same price and tax. Amounts are minor units. */
export interface LineGroup {
	readonly listing: string;
	readonly title: string;
	readonly quantity: number;
	/** Of a unit, with its tax. */
	readonly price: number;
	/** Of a unit, without it. */
	readonly net: number;
	readonly tax: number;
}

/** In the order of the channel. */
export function groupsOf({ order, lines, as }: HandOver): readonly LineGroup[] {
	const lineOf = new Map(order.lines.map((line) => [line.id, line]));
	const groups = new Map<string, LineGroup>();
	for (const { line, listing, quantity } of lines) {
		const { unitPrice, tax: taxed, title = listing } = lineOf.get(line) ?? {};
		const tax = taxed?.amount.minor ?? 0;
		const price = (unitPrice?.minor ?? 0) + (as.taxesIncluded ? 0 : tax);
		const key = JSON.stringify([listing, price, tax]);
		const known = groups.get(key) ?? { listing, title, quantity: 0, price, net: price - tax, tax };
		groups.set(key, { ...known, quantity: known.quantity + quantity });
	}
	return [...groups.values()];
}
