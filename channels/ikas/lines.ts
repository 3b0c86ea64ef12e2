import { money } from '../../domain/money';
import type { OrderLine } from '../../domain/order';
import { currency, number, part, reading, rows, text, textOrNull, units } from '../fields';
import type { Reading } from '../fields';
import { listingId } from './listingId';
import type { IkasLine, IkasOrder } from './types';

/** A line as ikas has it, and the one that it was split off from. */
interface Piece {
	readonly line: OrderLine;
	readonly original: string | null;
	readonly location: string | null;
}

export interface Lines {
	readonly lines: readonly OrderLine[];
	/** Those that were taken off, if any. */
	readonly gone: readonly OrderLine[];
	/** The stock location that all lines name, or null. */
	readonly location: string | null;
}

/** The lines that were not taken off, pieces of one line put together again (reference/ikas.md 8.1). */
export function linesOf(order: Reading<IkasOrder>): Lines {
	const isCancelled = order.fields.status === 'CANCELLED';
	const code = currency(order, 'currencyCode');
	const all = rows(order, 'orderLineItems');
	const pieces = all
		.filter(({ fields }) => fields.deleted !== true)
		.map((line) => pieceOf(line, code, isCancelled));
	if (pieces.length === 0 && order.flaws.length === 0)
		order.flaws.push('orderLineItems has no line');
	const ids = new Set(pieces.map(({ line }) => line.id));
	if (ids.size < pieces.length) order.flaws.push('orderLineItems has an id twice');
	const gone = all.filter(({ fields }) => fields.deleted === true);
	return {
		lines: joined(pieces),
		gone: gone.flatMap(({ fields }) => goneOf(fields, code)),
		location: commonLocation(pieces),
	};
}

/** What is wrong with a line that is no more makes no order unreadable. */
function goneOf(fields: Reading<IkasLine>['fields'], code: string): readonly OrderLine[] {
	const from = reading<IkasLine>(fields);
	const { line } = pieceOf(from, code, true);
	return from.flaws.length === 0 ? [line] : [];
}

function pieceOf(from: Reading<IkasLine>, code: string, isCancelled: boolean): Piece {
	const variant = part(from, 'variant');
	const [productId, variantId] = [textOrNull(variant, 'productId'), textOrNull(variant, 'id')];
	const ordered = units(from, 'quantity');
	return {
		line: {
			id: text(from, 'id'),
			listing: productId && variantId ? listingId(productId, variantId) : null,
			sku: textOrNull(variant, 'sku'),
			title: text(variant, 'name'),
			ordered,
			cancelled: isCancelled || text(from, 'status') === 'CANCELLED' ? ordered : 0,
			unitPrice: money(unitPrice(from), code),
		},
		original: textOrNull(from, 'originalOrderLineItemId'),
		location: textOrNull(from, 'stockLocationId'),
	};
}

/** What was paid for one unit, in major units. */
export function unitPrice(from: Reading<IkasLine>): number {
	const names = ['finalUnitPrice', 'finalPrice', 'price'] as const;
	const given = names.find((name) => from.fields[name] !== null && from.fields[name] !== undefined);
	return number(from, given ?? 'price');
}

function joined(pieces: readonly Piece[]): readonly OrderLine[] {
	if (pieces.every(({ original }) => original === null)) return pieces.map(({ line }) => line);
	const originals = new Map(pieces.map(({ line, original }) => [line.id, original]));
	const lines = new Map<string, OrderLine>();
	for (const { line } of pieces) {
		const id = rootOf(line.id, originals);
		const known = lines.get(id);
		const look = line.id === id ? line : (known ?? line);
		lines.set(id, {
			...look,
			id,
			ordered: line.ordered + (known?.ordered ?? 0),
			cancelled: line.cancelled + (known?.cancelled ?? 0),
		});
	}
	return [...lines.values()];
}

/** Follows a piece of a piece; each step leads to a line not seen before, so that a circle ends too. */
export function rootOf(id: string, originals: ReadonlyMap<string, string | null>): string {
	const seen = new Set<string>();
	let root = id;
	for (let next = originals.get(root); next && !seen.has(next); next = originals.get(next)) {
		seen.add(next);
		root = next;
	}
	return root;
}

function commonLocation(pieces: readonly Piece[]): string | null {
	const first = pieces[0]?.location ?? null;
	return pieces.every(({ location }) => location === first) ? first : null;
}
