import type { UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import { common, covers, minus, quantities, units } from '../../domain/quantities';
import type { Quantities } from '../../domain/quantities';
import type { LineUnits } from './mutations';
import type { OrderState, Package, Piece } from './orderState';
import { isOwnSource, sourceOf } from './source';
import { hasLeft } from './steps';

/** How a parcel of the hub lies in packages of ikas. */
export interface Packing {
	/** Packages that hold units of the parcel, and nothing else. */
	readonly packages: readonly Package[];
	/** Units of it that are in no package yet. */
	readonly open: readonly LineUnits[];
}

/**
 * Finds the parcel by the id that its package was made under, and else by its lines: what is open is taken to be in no package,
 * what is not must be in one of somebody else's making, such as a person in the panel. Units count by the line that the hub knows.
 */
export function packingOf(state: OrderState, parcel: UpdateParcel): Packing {
	const openPieces = openIn(state);
	const open = unitsOf(openPieces);
	const source = sourceOf(parcel);
	const packages = state.packages.filter((one) => source !== null && one.source === source);
	let rest = quantities(parcel.lines.map(({ line, quantity }) => [line, quantity]));
	for (const one of packages) rest = minus(rest, contentsOf(state, one));
	for (const one of othersIn(state, source)) {
		const contents = contentsOf(state, one);
		if (common(minus(rest, open), contents).size === 0) continue;
		if (one.isForeign) throw foreign(state, one);
		if (!covers(rest, contents)) continue;
		packages.push(one);
		rest = minus(rest, contents);
	}
	if (!covers(open, rest)) throw otherwisePacked(state, minus(rest, open));
	return { packages, open: spread(rest, openPieces) };
}

/**
 * Packages of nobody's name first. One that was made for another parcel is that parcel's once it has left; before, the hub may
 * have routed its lines anew.
 */
function othersIn({ packages }: OrderState, source: string | null): readonly Package[] {
	const isNamed = (one: Package) => isOwnSource(one.source);
	return packages
		.filter((one) => source === null || (one.source !== source && !(isNamed(one) && hasLeft(one))))
		.toSorted((left, right) => Number(isNamed(left)) - Number(isNamed(right)));
}

/** Such lines wait for no package any more, whether one shows them or not. */
const ended = /^(CANCELLED|FULFILLED|DELIVERED|REFUND|RETURN)/;

function openIn({ pieces, packages }: OrderState): readonly Piece[] {
	const packed = new Set(packages.flatMap((one) => one.pieces));
	return pieces.filter(({ id, status }) => !packed.has(id) && !ended.test(status));
}

const unitsOf = (pieces: readonly Piece[]): Quantities =>
	quantities(pieces.map(({ root, quantity }) => [root, quantity]));

const contentsOf = ({ pieces }: OrderState, one: Package): Quantities =>
	unitsOf(pieces.filter(({ id }) => one.pieces.includes(id)));

/** Over the pieces of each line, in their order. */
function spread(wanted: Quantities, pieces: readonly Piece[]): readonly LineUnits[] {
	const left = new Map(wanted);
	return pieces.flatMap(({ id, root, quantity }) => {
		const taken = Math.min(quantity, units(left, root));
		left.set(root, units(left, root) - taken);
		return taken > 0 ? [{ orderLineItemId: id, quantity: taken }] : [];
	});
}

export const foreign = ({ number }: OrderState, one: Package): Failure =>
	refused(
		`ikas: package ${one.number} of order ${number} belongs to another app or to the shipping of ikas, so it is left alone. Change it there.`,
	);

function otherwisePacked({ number }: OrderState, missing: Quantities): Failure {
	const list = [...missing].map(([line, count]) => `${count} of line ${line}`).join(', ');
	return refused(
		`ikas: order ${number} is packed otherwise than in the hub: ${list} is neither open nor in a package of its own. Settle it in the ikas panel.`,
	);
}
