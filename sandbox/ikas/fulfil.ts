import type { ChangeContext } from './edit';
import { appOf, checkUpdatable, isWaiting } from './eligible';
import { type FulfilInput, eachOnce } from './inputs';
import { following, newPackage, packageOf, packageStatusOf } from './packages';
import type { RawLine, RawOrder } from './raw';
import { badArgument, businessRefusal, unknownId } from './refusal';
import { split, splitOff } from './split';
import { tracked } from './tracking';

const check = (order: RawOrder, lines: FulfilInput['lines']) => {
	eachOnce(lines.map(({ orderLineItemId }) => orderLineItemId));
	for (const { orderLineItemId, quantity } of lines) {
		const line = order.orderLineItems.find(({ id }) => id === orderLineItemId);
		if (!line) throw unknownId('the order has no line of this id');
		if (packageOf(order, line)) throw businessRefusal('ORDER_LINE_IS_ALREADY_PACKAGED');
		if (!isWaiting(line)) throw businessRefusal('ORDER_NOT_ELIGIBLE_FOR_UPDATE');
		if (quantity > line.quantity) throw badArgument('quantity is more than the line has');
	}
};

/**
 * Open lines that are in no package become one (reference/ikas.md 11.1). "How ikas then represents the rest" of a line
 * packaged in part is not known: here the line splits as for a cancellation (8.1), or the other way round by a switch.
 */
export const fulfilled = (
	order: RawOrder,
	context: ChangeContext,
	input: FulfilInput,
): RawOrder => {
	checkUpdatable(order);
	check(order, input.lines);
	const wanted = new Map(
		input.lines.map(({ orderLineItemId, quantity }) => [orderLineItemId, quantity]),
	);
	const cut = context.switches.packagedPieceKeepsId ? splitOff : split;
	const status = input.markAsReadyForShipment ? 'READY_FOR_SHIPMENT' : 'FULFILLED';
	const packed: string[] = [];
	const pieces = (line: RawLine): readonly RawLine[] => {
		const quantity = wanted.get(line.id);
		if (!quantity) return [line];
		const { piece, rest } = cut(line, quantity, context);
		packed.push(piece.id);
		const moved = following(piece, status, context.now);
		return rest ? [rest, moved] : [moved];
	};
	const orderLineItems = order.orderLineItems.flatMap(pieces);
	const made = {
		...newPackage(order, status, packed, context),
		appId: context.switches.stampsPackages ? appOf(context.merchant) : null,
		sourceId: input.sourcePackageId,
		trackingInfo: tracked(null, input.trackingInfoDetail),
	};
	const next = {
		...order,
		orderLineItems,
		orderPackages: [...order.orderPackages, made],
		orderPackageSequence: order.orderPackageSequence + 1,
		updatedAt: context.now,
	};
	return { ...next, orderPackageStatus: packageStatusOf(next) };
};
