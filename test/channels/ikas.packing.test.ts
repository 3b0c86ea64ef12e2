import fc from 'fast-check';
import { packingOf } from '../../channels/ikas/packing';
import type { OrderState, Package } from '../../channels/ikas/orderState';
import { Failure } from '../../domain/failure';
import { quantities } from '../../domain/quantities';
import { parcel } from './ikasUpdate';

const roots = ['a', 'b', 'c'];

const aPiece = fc.record({
	root: fc.constantFrom(...roots),
	quantity: fc.integer({ min: 1, max: 3 }),
	status: fc.constantFrom('UNFULFILLED', 'UNFULFILLED', 'FULFILLED', 'CANCELLED', 'NEW_IN_IKAS'),
	/** Which of the packages it is in, if any. */
	box: fc.option(fc.nat({ max: 2 }), { freq: 1 }),
});

const aBox = fc.record({
	status: fc.constantFrom('READY_FOR_SHIPMENT', 'FULFILLED', 'DELIVERED'),
	source: fc.constantFrom(null, null, 'order-hub-1', 'order-hub-2', 'theirs'),
	isForeign: fc.boolean(),
});

const anOrder = fc
	.record({
		pieces: fc.array(aPiece, { maxLength: 8 }),
		boxes: fc.tuple(aBox, aBox, aBox),
	})
	.map(({ pieces, boxes }): OrderState => {
		const named = pieces.map((piece, at) => ({ ...piece, id: `p${at}`, price: 1 }));
		const packages = boxes.map((box, at): Package => {
			const held = named.filter((piece) => piece.box === at).map(({ id }) => id);
			const isForeign = box.isForeign && !box.source?.startsWith('order-hub');
			return { ...box, isForeign, id: `b${at}`, number: `b${at}`, pieces: held, tracking: null };
		});
		return { id: 'o', number: '1001', isCancelled: false, pieces: named, packages, apps: [] };
	});

const wanted = fc.dictionary(fc.constantFrom(...roots), fc.integer({ min: 1, max: 5 }), {
	minKeys: 1,
	noNullPrototype: true,
});

const packed = (...asked: Parameters<typeof packingOf>) => {
	try {
		return packingOf(...asked);
	} catch (error) {
		return failureIn(error);
	}
};

const failureIn = (error: unknown): Failure => {
	if (error instanceof Failure) return error;
	throw error;
};

describe('the packing of a parcel on ikas', () => {
	it('is refused for a person, or holds exactly what is in the parcel, of what is open and nobody else has', () => {
		fc.assert(
			fc.property(anOrder, wanted, (order, lines) => {
				const packing = packed(order, parcel(1, lines));
				if (packing instanceof Failure) return expect(packing.kind).toBe('rejected');
				const piece = new Map(order.pieces.map((one) => [one.id, one]));
				const inBoxes = new Set(order.packages.flatMap((one) => one.pieces));
				for (const { orderLineItemId: id, quantity } of packing.open) {
					expect(inBoxes.has(id)).toBe(false);
					expect(['FULFILLED', 'CANCELLED']).not.toContain(piece.get(id)?.status);
					expect(quantity).toBeLessThanOrEqual(piece.get(id)?.quantity ?? 0);
				}
				expect(packing.packages.every(({ isForeign }) => !isForeign)).toBe(true);
				const own = packing.packages.some(({ source }) => source === 'order-hub-1');
				const held = packing.packages.flatMap((one) => one.pieces.map((id) => piece.get(id)));
				const total = quantities([
					...held.map((one) => [one?.root ?? '', one?.quantity ?? 0] as const),
					...packing.open.map(
						({ orderLineItemId, quantity }) =>
							[piece.get(orderLineItemId)?.root ?? '', quantity] as const,
					),
				]);
				const asked = quantities(Object.entries(lines));
				// A package under the parcel's own name is its own whatever ikas shows in it.
				if (own)
					for (const [root, count] of asked) expect(total.get(root)).toBeGreaterThanOrEqual(count);
				else expect(total).toEqual(asked);
			}),
			{ numRuns: 2_000, endOnFailure: true },
		);
	});

	it('is the same again once all of it is in a package of its name', () => {
		fc.assert(
			fc.property(anOrder, wanted, (order, lines) => {
				const packing = packed(order, parcel(7, lines));
				fc.pre(!(packing instanceof Failure) && packing.packages.length === 0);
				if (packing instanceof Failure) return;
				const after = boxed(order, packing.open);
				expect(packingOf(after, parcel(7, lines))).toMatchObject({
					open: [],
					packages: [{ source: 'order-hub-7' }],
				});
			}),
			{ endOnFailure: true },
		);
	});
});

/** The order when these units have become a package, as ikas splits lines (reference/ikas.md 8.1). */
function boxed(order: OrderState, units: ReturnType<typeof packingOf>['open']): OrderState {
	const taken = new Map(units.map(({ orderLineItemId, quantity }) => [orderLineItemId, quantity]));
	const pieces = order.pieces.flatMap((piece) => {
		const quantity = taken.get(piece.id) ?? 0;
		const rest = { ...piece, quantity: piece.quantity - quantity };
		const part = { ...piece, id: `${piece.id}'`, quantity };
		return [rest, part].filter((one) => one.quantity > 0);
	});
	const box: Package = {
		id: 'new',
		number: 'new',
		status: 'FULFILLED',
		pieces: units.map(({ orderLineItemId }) => `${orderLineItemId}'`),
		source: 'order-hub-7',
		isForeign: false,
		tracking: null,
	};
	return { ...order, pieces, packages: [...order.packages, box] };
}
