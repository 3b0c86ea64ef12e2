import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { PendingFigure, StockFigure } from '../../domain/stockFigure';
import { jsonOf } from '../shared/parameters';

/** The rows that a run handed out to be pushed. */
export function changesOf(context: IExecuteFunctions, item: number): readonly StockFigure[] {
	const { changes } = jsonOf(context, item);
	if (!isListOf(changes, isFigure)) throw noneIn('changes');
	return changes.map((row) => ({
		...toldOf(row),
		...(row.sequence !== undefined && { sequence: row.sequence }),
		...(row.product !== undefined && { product: row.product }),
	}));
}

/** Those that the channel is to be asked about; most items have none. */
export function pendingOf(context: IExecuteFunctions, item: number): readonly PendingFigure[] {
	const { pending = [] } = jsonOf(context, item);
	if (!isListOf(pending, isPending)) throw noneIn('pending changes');
	return pending.map((row) => ({ ...toldOf(row), ticket: row.ticket }));
}

const noneIn = (what: string) =>
	refused(`The item holds no ${what} of stock. Connect this node behind Get Changes.`);

const toldOf = ({ listing, location, quantity, sku }: StockFigure) => ({
	listing,
	location,
	quantity,
	...(sku !== undefined && { sku }),
});

const isListOf = <Row>(rows: unknown, isRow: (row: unknown) => row is Row): rows is Row[] =>
	Array.isArray(rows) && rows.every(isRow);

const isFigure = (row: unknown): row is StockFigure =>
	typeof row === 'object' &&
	row !== null &&
	'listing' in row &&
	'location' in row &&
	'quantity' in row &&
	typeof row.listing === 'string' &&
	typeof row.location === 'string' &&
	typeof row.quantity === 'number';

const isPending = (row: unknown): row is PendingFigure =>
	isFigure(row) && 'ticket' in row && typeof row.ticket === 'string';
