import type { Money } from '../../domain/money';
import type { HandOver, HandOverLine } from '../../domain/oms';
import type { LineTax, OrderLine } from '../../domain/order';
import { moneyBag } from './amounts';
import { linesProperty } from './marks';
import { lineIdsText } from './lineIds';
import type { LineUnits } from './lineIds';

/** Lines of the channel that Shopify keeps as one: the same variant at the same price and tax. */
export interface LineGroup {
	readonly listing: string;
	readonly unitPrice: Money;
	readonly tax: LineTax | null;
	readonly units: readonly LineUnits[];
}

/** In the order of the channel. */
export function groupsOf({ order, lines }: HandOver): readonly LineGroup[] {
	const lineOf = new Map(order.lines.map((line) => [line.id, line]));
	const groups = new Map<string, LineGroup>();
	for (const handed of lines) {
		const { unitPrice, tax = null } = lineOf.get(handed.line) ?? free(order.total.currency);
		const price = [unitPrice.minor, unitPrice.currency, tax?.amount.minor, tax?.percent];
		const key = JSON.stringify([handed.listing, ...price]);
		const known = groups.get(key) ?? { listing: handed.listing, unitPrice, tax, units: [] };
		groups.set(key, { ...known, units: [...known.units, unitsOf(handed)] });
	}
	return [...groups.values()];
}

const unitsOf = ({ line, quantity }: HandOverLine): LineUnits => ({ line, quantity });

const free = (currency: string): Pick<OrderLine, 'unitPrice' | 'tax'> => ({
	unitPrice: { minor: 0, currency },
});

export const quantityOf = ({ units }: Pick<LineGroup, 'units'>): number =>
	units.reduce((sum, { quantity }) => sum + quantity, 0);

/** As Shopify takes a line. */
export const lineInput = (group: LineGroup, taxesIncluded: boolean) => ({
	variantId: group.listing,
	quantity: quantityOf(group),
	priceSet: moneyBag(group.unitPrice),
	// Without it the line would need no fulfilment.
	requiresShipping: true,
	taxLines: taxLinesOf(group, taxesIncluded),
	properties: [{ name: linesProperty, value: lineIdsText(group.units) }],
});

/** The tax of all units; none where the channel says none. */
function taxLinesOf(group: LineGroup, taxesIncluded: boolean) {
	const { tax } = group;
	if (tax === null || tax.amount.minor === 0) return [];
	const amount = { ...tax.amount, minor: tax.amount.minor * quantityOf(group) };
	return [{ title: 'Tax', rate: rateOf(group, tax, taxesIncluded), priceSet: moneyBag(amount) }];
}

/** Shopify wants a rate of every tax: where the channel says none, it is what the amounts say. */
function rateOf({ unitPrice }: LineGroup, { amount, percent }: LineTax, taxesIncluded: boolean) {
	const net = unitPrice.minor - (taxesIncluded ? amount.minor : 0);
	const rate = percent === null ? amount.minor / (net || 1) : percent / 100;
	return String(Number(rate.toFixed(4)));
}
