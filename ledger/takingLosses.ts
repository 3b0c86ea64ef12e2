import { lossesIn, type LineStanding } from '../domain/omsLosses';
import type { LineUnits } from '../domain/omsUnits';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import { announce, announceReduced } from './announcing';
import { isCancelledThere } from './cancelledThere';
import { thereOf, withUnitsThere } from './countedThere';
import { tell } from './events';
import type { Taking } from './fulfilling';
import { orderById, type OrderRow } from './orders';
import { supersede } from './outbox';
import { isBegunParcel } from './parcels';
import { reduce, without } from './reducing';
import { rows, run, type Work } from './statement';

/**
 * Units that somebody took off in the OMS are cancelled here and on the channel, which hears of it as of a cancel by a person.
 * What the channel took off itself, the OMS is only to hear of.
 */
export function* takeLosses(taking: Taking): Work<void> {
	const { oms, store, id, given, changes } = taking;
	const order = yield* orderById(id);
	if (order.status === 'cancelled' || (yield* isCancelledThere(order))) return;
	const units = lossesIn(given.lines, yield* standingOf(id));
	if (units.length === 0) return;
	const body = JSON.parse(order.body) as Order;
	if (body.isWhole === true) {
		taking.faults.push(
			`${said(units)} was taken off there, and its channel takes the cancel of whole orders only.`,
		);
		return;
	}
	const left = withUnitsThere(without(body, units), thereOf(body));
	yield* run('UPDATE orders SET body = ? WHERE id = ?', JSON.stringify(left), id);
	const { lines, isEmpty } = yield* reduce(id, units, `by ${oms.code}`);
	changes.push(`${said(units)} was taken off`);
	if (isEmpty) return yield* allTakenOff(taking, order);
	yield* tell(store.code, [{ type: 'order_edited', order: id, detail: `by ${oms.code}` }]);
	yield* announceReduced(store, order, lines);
}

function* allTakenOff({ oms, store, id }: Taking, order: OrderRow): Work<void> {
	yield* supersede(oms.code, [id]);
	yield* announce(store, [order], 'cancelled');
}

const said = (units: readonly LineUnits[]) =>
	units.map(({ line, quantity }) => `${quantity} of line ${shown(line)}`).join(', ');

interface Standing {
	readonly line_id: string;
	readonly kept: number;
	readonly open: number;
	readonly begun: number;
}

function* standingOf(order: number): Work<ReadonlyMap<string, LineStanding>> {
	const found = yield* rows<Standing>(
		`SELECT l.line_id, l.ordered - l.cancelled AS kept, l.ordered - l.cancelled - l.shipped AS open,
			CASE WHEN EXISTS (SELECT 1 FROM parcels p JOIN parcel_lines c ON c.parcel_id = p.id
				WHERE p.order_id = l.order_id AND c.line_id = l.line_id AND ${isBegunParcel}) THEN 1 ELSE 0 END AS begun
		FROM order_lines l WHERE l.order_id = ?`,
		order,
	);
	return new Map(
		found.map(({ line_id, kept, open, begun }) => [line_id, { kept, open, isBegun: begun === 1 }]),
	);
}
