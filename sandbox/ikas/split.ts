import type { ChangeContext } from './edit';
import type { RawLine } from './raw';

/** A line as two: the piece that something happens to, and the rest, if there is one. */
export interface Split {
	readonly piece: RawLine;
	readonly rest: RawLine | null;
}

/** The new line points back to the one it came from (reference/ikas.md 8.1). Here the piece is the new one. */
export const split = (line: RawLine, quantity: number, { now, newId }: ChangeContext): Split => {
	const piece = { ...line, quantity, updatedAt: now };
	if (quantity === line.quantity) return { piece, rest: null };
	const cut = { ...piece, id: newId(), createdAt: now, originalOrderLineItemId: line.id };
	return { piece: cut, rest: { ...line, quantity: line.quantity - quantity, updatedAt: now } };
};

/** As `split`, but the rest is the new line. */
export const splitOff = (line: RawLine, quantity: number, context: ChangeContext): Split => {
	if (quantity === line.quantity) return split(line, quantity, context);
	const { piece, rest } = split(line, line.quantity - quantity, context);
	return { piece: rest ?? piece, rest: piece };
};
