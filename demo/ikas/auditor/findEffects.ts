import type { IkasCall, IkasState, OrderState } from '../../../sandbox/ikas/types';
import type { Finding } from '../../auditor/facts';
import { inWords, sum } from '../../auditor/units';

/** What a client can make ikas do to an order. */
const effects = ['fulfillOrder', 'updateOrderPackageStatus', 'cancelOrderLine'];

/** Mishaps in which the call never reached what it was meant for. */
const withoutEffect = ['dropBefore', 'rate429', 'rate500', 'html'];

/** What ikas was made to do twice: goods packed or cancelled beyond what was ordered, and calls taken twice word for word. */
export const findEffects = (
	{ orders }: IkasState,
	calls: readonly IkasCall[],
): readonly Finding[] => [
	...orders.flatMap((order) => [
		...beyond(order, 'package_created', 'packed'),
		...beyond(order, 'lines_cancelled', 'cancelled'),
	]),
	...[...Map.groupBy(calls.filter(hadEffect), said).values()]
		.filter(({ length }) => length > 1)
		.map(([call, ...again]) =>
			doubled(`ikas took ${call?.fields.join()} ${again.length + 1} times: ${said(call)}`),
		),
];

const hadEffect = ({ fields, code, fault }: IkasCall) =>
	fields.some((field) => effects.includes(field)) &&
	code === null &&
	!withoutEffect.includes(fault ?? '');

const said = (call: IkasCall | undefined) => JSON.stringify([call?.fields, call?.variables]);

/** Units by SKU, so that it does not matter how ikas names the pieces of a line. */
function beyond(
	{ number, lines, events }: OrderState,
	what: 'package_created' | 'lines_cancelled',
	done: string,
): readonly Finding[] {
	const units = (of: readonly { readonly sku: string | null; readonly quantity: number }[]) =>
		sum(of.map(({ sku, quantity }) => [sku ?? '(no SKU)', quantity]));
	const ordered = units(lines.filter(({ deleted }) => !deleted));
	const removed = events.filter((event) => event.what === 'package_removed');
	const given = events.filter((event) => event.what === what && event.byApi);
	const undone = what === 'package_created' ? removed : [];
	const net = sum([
		...units(given.flatMap((event) => event.lines)),
		...[...units(undone.flatMap((event) => event.lines))].map(
			([sku, count]) => [sku, -count] as const,
		),
	]);
	const over = [...net].filter(([sku, count]) => count > (ordered.get(sku) ?? 0));
	return over.length === 0
		? []
		: [doubled(`order ${number}: ${done} ${inWords(net)} of ${inWords(ordered)}`)];
}

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });
