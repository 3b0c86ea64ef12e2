import { shown } from '../domain/sku';
import type { StockFigure, StockReceipt } from '../domain/stockFigure';
import { raise, resolve } from './exceptions';
import { holdRun, moveCursor } from './lease';
import { listedSkus } from './lines';
import { keepLags } from './pushLags';
import type { StockConfirmed, StockPushed } from './stockShapes';
import type { SyncRun } from './syncShapes';
import { each, run, type Work } from './statement';
import { noTicket } from './tickets';

type Receipt = StockReceipt & { readonly sku: string };
type Place = Pick<StockFigure, 'listing' | 'location'>;

/**
 * Records what the channel took of the rows that were handed out: the figure that was sent, whatever has changed since. What
 * was not sent stays handed out, and so does what the channel decides on later, with the ticket to ask by. A receipt for another
 * figure than the one handed out last, or by another ticket, says nothing any more.
 */
export function* confirmStock({ run: held, receipts, next }: StockPushed): Work<StockConfirmed> {
	yield* holdRun(held);
	const listed = yield* listedSkus(held.store, [...new Set(receipts.map((one) => one.listing))]);
	const known = receipts.flatMap((receipt): readonly Receipt[] => {
		const sku = listed.get(receipt.listing);
		// What was told of one SKU says nothing of the one that the listing counts as by now.
		return sku === undefined || (receipt.sku ?? sku) !== sku ? [] : [{ ...receipt, sku }];
	});
	const counts = countsOf(receipts);
	yield* confirmStored(held, ofOutcome(known, 'stored'));
	yield* keepRefused(held, ofOutcome(known, 'refused'));
	yield* keepPending(held, ofOutcome(known, 'pending'));
	yield* moveCursor(held, next, null);
	yield* run(
		'UPDATE sync_runs SET pages = pages + 1, updated = updated + ?, exceptions = exceptions + ? WHERE id = ?',
		counts.stored,
		counts.refused,
		held.id,
	);
	return { run: { ...held, pages: held.pages + 1 }, counts, next };
}

const ofOutcome = (receipts: readonly Receipt[], outcome: StockReceipt['outcome']) =>
	receipts.filter((receipt) => receipt.outcome === outcome);

const keyOf = ({ store }: SyncRun, { sku, listing, location, quantity }: Receipt) =>
	[store, sku, listing, location, quantity] as const;
const isHandedOut = 'store = ? AND sku = ? AND listing = ? AND location = ? AND sent = ?';

/** A decision is one on the ticket that is open, an answer to the push one where none is. */
const meantBy = (held: SyncRun, receipt: Receipt) => [
	...keyOf(held, receipt),
	receipt.ticket ?? '',
];
const isMeant = `${isHandedOut} AND COALESCE(ticket, '') = ?`;

function* confirmStored(held: SyncRun, receipts: readonly Receipt[]): Work<void> {
	const marked = yield* each<Place & { readonly lag: number | null }>(
		`UPDATE published SET confirmed = sent, confirmed_at = {now}, lag = {now} - late_since, late_since = NULL, sent = NULL,
			refused = NULL, ${noTicket} WHERE ${isMeant} RETURNING listing, location, lag`,
		receipts.map((receipt) => meantBy(held, receipt)),
	);
	yield* keepLags(
		held.store,
		marked.flatMap(({ lag }) => lag ?? []),
	);
	yield* resolve(held.store, ['stock_refused'], marked.map(referenceOf));
}

/** The same figure is not sent again: the channel would refuse it again. */
function* keepRefused(held: SyncRun, receipts: readonly Receipt[]): Work<void> {
	const marked = yield* each<Place>(
		`UPDATE published SET refused = sent, late_since = NULL, sent = NULL, ${noTicket}
		WHERE ${isMeant} RETURNING listing, location`,
		receipts.map((receipt) => meantBy(held, receipt)),
	);
	const references = new Set(marked.map(referenceOf));
	for (const receipt of receipts) {
		if (references.has(referenceOf(receipt))) yield* raiseRefused(held, receipt);
	}
}

/** Asking again makes no ticket younger. */
function* keepPending(held: SyncRun, receipts: readonly Receipt[]): Work<void> {
	yield* each(
		`UPDATE published SET ticket = ?, ticket_at = COALESCE(ticket_at, {now}), asked_by = ?
		WHERE ${isHandedOut} AND (ticket IS NULL OR ticket = ?)`,
		receipts.flatMap((receipt) =>
			receipt.ticket === undefined
				? []
				: [[receipt.ticket, held.id, ...keyOf(held, receipt), receipt.ticket]],
		),
	);
}

function* raiseRefused(held: SyncRun, receipt: Receipt): Work<void> {
	const { listing, location, quantity, sku, reason } = receipt;
	const at = location === '' ? '' : ` at location ${location}`;
	yield* raise({
		store: held.store,
		kind: 'stock_refused',
		reference: referenceOf(receipt),
		cause: `${held.channel} refused ${quantity} as stock of SKU ${shown(sku)}${at}: ${(reason ?? 'no reason was given').replace(/\.$/, '')}.`,
		advice:
			'Look at the listing on the channel: it may be deleted there. Then retry; a change of the stock is sent by itself.',
		settingsVersion: held.settingsVersion,
		payload: { listing, location, quantity, sku },
	});
}

/** What an exception about the row is found by. */
const referenceOf = ({ listing, location }: Place) => `${listing} ${location}`.trimEnd();

function countsOf(receipts: readonly StockReceipt[]): Record<StockReceipt['outcome'], number> {
	const counts = { stored: 0, refused: 0, unsent: 0, pending: 0 };
	for (const { outcome } of receipts) counts[outcome]++;
	return counts;
}
