import type { BabyshopOrderState, OrderChangeKind } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../sandbox/babyshop/types';
import type { Finding } from '../../auditor/facts';

/** What the channel was made to do twice: a second invoice for a line, a parcel that left again, a cancel of what was cancelled. */
export const findEffects = ({ orders }: BabyshopState): readonly Finding[] =>
	orders.flatMap((order) => [
		...invoicedAgain(order),
		...beyond(order, 'shipped', order.invoices.length),
		...beyond(order, 'cancelled', 1),
	]);

const invoicedAgain = (order: BabyshopOrderState): readonly Finding[] =>
	order.lines.flatMap(({ line }) => {
		const invoices = order.invoices.filter(({ by, lines }) => by === 'api' && lines.includes(line));
		const numbers = invoices.map(({ number }) => number).join(' and ');
		return invoices.length > 1 ? [doubled(order, `line ${line} is invoiced by ${numbers}`)] : [];
	});

function beyond(order: BabyshopOrderState, what: OrderChangeKind, most: number) {
	const { length } = order.history.filter((change) => change.what === what && change.by === 'api');
	return length > most ? [doubled(order, `${what} ${length} times`)] : [];
}

const doubled = ({ number }: BabyshopOrderState, what: string): Finding => ({
	kind: 'effectsDoubled',
	what: `order ${number}: ${what}`,
});
