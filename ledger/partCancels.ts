import type { MappedOrder, Order, OrderLine } from '../domain/order';
import type { LineUnits } from '../domain/omsUnits';
import { announce } from './announcing';
import { wishOf } from './asked';
import { cancelledAloneTooLate } from './conflicts';
import { withdraw, withdrawUnits } from './handingOver';
import { reduce } from './reducing';
import type { KnownOrder } from './remembering';
import type { Store } from './storeShapes';
import { rows, type Work } from './statement';

/** What a newer revision takes off single lines of an order that an OMS has: that much of an edit is followed to the end. */
export interface PartCancel {
	/** What the hub has, without the units. */
	readonly copy: Order;
	/** The revision, with the lines as far as the hub follows them: what was taken off here stays so. */
	readonly order: MappedOrder;
	readonly units: readonly LineUnits[];
	/** Cancelled on the channel when they had left. */
	readonly tooLate: readonly LineUnits[];
}

export function* partCancelIn(
	known: KnownOrder,
	copy: Order,
	order: MappedOrder,
): Work<PartCancel> {
	const isFollowed = known.handed === 1 && known.status !== 'cancelled';
	if (!isFollowed || wishOf(order) === 'cancelled') return { copy, order, units: [], tooLate: [] };
	const open = yield* openUnits(known.id);
	const theirs = new Map(order.lines.map((line) => [line.id, line]));
	const units: LineUnits[] = [];
	const tooLate: LineUnits[] = [];
	const settled = new Map<string, OrderLine>();
	for (const ours of copy.lines) {
		const line = theirs.get(ours.id);
		if (line === undefined || line.ordered !== ours.ordered) continue;
		const asked = Math.max(0, line.cancelled - ours.cancelled);
		const quantity = Math.min(asked, open.get(ours.id) ?? 0);
		if (quantity > 0) units.push({ line: ours.id, quantity });
		if (asked > quantity) tooLate.push({ line: ours.id, quantity: asked - quantity });
		settled.set(ours.id, { ...ours, cancelled: ours.cancelled + quantity });
	}
	const cancelledOf = ({ id, cancelled }: OrderLine) => settled.get(id)?.cancelled ?? cancelled;
	const followed = <Of extends Order>(one: Of): Of => ({
		...one,
		lines: one.lines.map((line) => ({ ...line, cancelled: cancelledOf(line) })),
	});
	return { copy: followed(copy), order: followed(order), units, tooLate };
}

function* openUnits(order: number): Work<ReadonlyMap<string, number>> {
	const found = yield* rows<{ line_id: string; open: number }>(
		'SELECT line_id, ordered - cancelled - shipped AS open FROM order_lines WHERE order_id = ?',
		order,
	);
	return new Map(found.map(({ line_id, open }) => [line_id, Number(open)]));
}

/** The OMS is to take the units off as well; answers why not all of it can be followed, or null, and the SKUs it touched. */
export function* takePartCancel(
	store: Store,
	known: KnownOrder,
	{ units, tooLate, order }: PartCancel,
): Work<{ readonly refusal: string | null; readonly touched: readonly string[] }> {
	const refusal =
		tooLate.length === 0 ? null : yield* cancelledAloneTooLate(store, known, order, tooLate);
	if (units.length === 0) return { refusal, touched: [] };
	const { lines, isEmpty, freed } = yield* reduce(known.id, units, 'by the channel');
	if (isEmpty) {
		yield* withdraw(known);
		// The channel may still show as open what the OMS had taken off.
		yield* announce(store, [known], 'cancelled');
	} else yield* withdrawUnits(known, lines);
	return { refusal, touched: freed };
}
