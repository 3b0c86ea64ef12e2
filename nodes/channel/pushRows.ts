import type { IExecuteFunctions } from 'n8n-workflow';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import { noLocation } from '../../domain/store';
import { allItems } from '../shared/allItems';
import type { AccessTo } from '../shared/channelAccess';
import { areDryRun } from '../shared/dryRun';
import { text } from '../shared/parameters';
import { hasLocations } from './hasLocations';
import { neverSent, pushBatches, rehearseBatches } from './pushBatches';

/** What a row says; `fault` is why it is not sent. */
interface Row {
	readonly listing: string;
	readonly location: string;
	/** For channels that are told by the seller's code. */
	readonly sku?: string;
	readonly quantity: unknown;
	readonly fault: string | null;
}

/** Sends the rows of all items together, and answers each: a row that is refused costs no other. */
export const pushRows = (access: AccessTo<'stock'>) =>
	allItems(async (context) => {
		const rows = onceEach(context.getInputData().map((_, item) => rowOf(context, item, access)));
		if (areDryRun(context)) return await tried(context, access, rows);
		const receipts = await pushBatches(context, access, { figures: rows.flatMap(figureOf) });
		const ends = receipts.map((receipt) => [placeOf(receipt), endOf(access, receipt)] as const);
		const endAt = new Map(ends);
		return rows.map(({ fault, ...row }, item) => ({
			item,
			json:
				fault === null
					? { ...row, ...endAt.get(placeOf(row)) }
					: { ...row, outcome: 'refused', reason: fault },
		}));
	});

function endOf({ label }: AccessTo<'stock'>, { outcome, reason, ticket }: StockReceipt) {
	if (outcome !== 'pending') return { outcome, reason };
	const later = `${label} took it under this ticket and decides on it later: look at the listing there.`;
	return { outcome, reason: reason ?? later, ticket };
}

/** A row that would not be sent is answered as ever; the others come together, request by request. */
async function tried(context: IExecuteFunctions, access: AccessTo<'stock'>, rows: readonly Row[]) {
	const batches = await rehearseBatches(context, access, rows.flatMap(figureOf));
	const left = rows.flatMap(({ fault, ...row }, item) =>
		fault === null ? [] : [{ item, json: neverSent(row, fault) }],
	);
	return [...batches.map((json) => ({ json })), ...left];
}

function rowOf(context: IExecuteFunctions, item: number, { connector }: AccessTo<'stock'>): Row {
	const quantity = numberIn(context.getNodeParameter('quantity', item));
	const sku = String(context.getNodeParameter('sku', item, '') ?? '').trim();
	return {
		listing: text(context, 'listing', item),
		location: hasLocations(connector) ? text(context, 'location', item) : noLocation,
		...(sku !== '' && { sku }),
		quantity,
		fault: isWhole(quantity) ? null : notWhole(quantity),
	};
}

/** An empty cell stays one: read as 0 it would sell the listing out. */
function numberIn(given: unknown): unknown {
	const written = typeof given === 'string' ? given.trim() : given;
	return typeof written === 'string' && written !== '' ? Number(written) : written;
}

const isWhole = (quantity: unknown) => Number.isSafeInteger(quantity) && Number(quantity) >= 0;

const notWhole = (quantity: unknown) =>
	`The quantity ${JSON.stringify(quantity)} is not a whole number. Give 0, 1, 2 and so on.`;

const placeOf = ({ listing, location }: Pick<Row, 'listing' | 'location'>) =>
	JSON.stringify([listing, location]);

/** One call may not hold the same place twice: nobody could say which figure stays. */
function onceEach(rows: readonly Row[]): readonly Row[] {
	const last = new Map(
		rows.flatMap((row, at) => (row.fault === null ? [[placeOf(row), at] as const] : [])),
	);
	return rows.map((row, at) =>
		row.fault === null && last.get(placeOf(row)) !== at
			? { ...row, fault: 'A later row names the same listing and location. That one counts.' }
			: row,
	);
}

/** As the ledger numbers its figures, so that the one that was sent last counts, whoever sent it. */
const figureOf = ({ quantity, fault, ...place }: Row): readonly StockFigure[] => {
	const sequence = Math.floor(Date.now() / 1000);
	return fault === null ? [{ ...place, quantity: Number(quantity), sequence }] : [];
};
