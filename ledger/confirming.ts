import { shown } from '../domain/sku';
import type { StockFigure, StockReceipt } from '../domain/stockFigure';
import { raise, resolve } from './exceptions';
import { holdRun, moveCursor } from './lease';
import { listedSkus } from './lines';
import type { StockConfirmed, StockPushed } from './stockShapes';
import type { SyncRun } from './syncShapes';
import { each, run, type Work } from './statement';

type Receipt = StockReceipt & { readonly sku: string };

/**
 * Records what the channel took of the rows that were handed out: the figure that was sent, whatever has changed since. What
 * was not sent stays handed out. A receipt for another figure than the one handed out last says nothing any more.
 */
export function* confirmStock({ run: held, receipts, next }: StockPushed): Work<StockConfirmed> {
	yield* holdRun(held);
	const listed = yield* listedSkus(held.store, [...new Set(receipts.map((one) => one.listing))]);
	const known = receipts.flatMap((receipt): readonly Receipt[] => {
		const sku = listed.get(receipt.listing);
		return sku === undefined ? [] : [{ ...receipt, sku }];
	});
	const counts = countsOf(receipts);
	yield* confirmStored(held, ofOutcome(known, 'stored'));
	yield* keepRefused(held, ofOutcome(known, 'refused'));
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

function* confirmStored(held: SyncRun, receipts: readonly Receipt[]): Work<void> {
	yield* each(
		`UPDATE published SET confirmed = sent, confirmed_at = {now}, sent = NULL, refused = NULL
		WHERE store = ? AND sku = ? AND listing = ? AND location = ? AND sent = ?`,
		receipts.map((receipt) => keyOf(held, receipt)),
	);
	yield* resolve(held.store, ['stock_refused'], receipts.map(referenceOf));
}

/** The same figure is not sent again: the channel would refuse it again. */
function* keepRefused(held: SyncRun, receipts: readonly Receipt[]): Work<void> {
	const marked = yield* each<StockFigure>(
		`UPDATE published SET refused = sent, sent = NULL
		WHERE store = ? AND sku = ? AND listing = ? AND location = ? AND sent = ?
		RETURNING listing, location, refused AS quantity`,
		receipts.map((receipt) => keyOf(held, receipt)),
	);
	const references = new Set(marked.map(referenceOf));
	for (const receipt of receipts) {
		if (references.has(referenceOf(receipt))) yield* raiseRefused(held, receipt);
	}
}

function* raiseRefused(held: SyncRun, receipt: Receipt): Work<void> {
	const { listing, location, quantity, sku, reason } = receipt;
	const at = location === '' ? '' : ` at location ${location}`;
	yield* raise({
		store: held.store,
		kind: 'stock_refused',
		reference: referenceOf(receipt),
		cause: `${held.channel} refused ${quantity} as stock of SKU ${shown(sku)}${at}: ${reason ?? 'no reason was given'}.`,
		advice:
			'Look at the listing on the channel: it may be deleted there. Then retry; a change of the stock is sent by itself.',
		settingsVersion: held.settingsVersion,
		payload: { listing, location, quantity, sku },
	});
}

/** What an exception about the row is found by. */
const referenceOf = ({ listing, location }: StockFigure) => `${listing} ${location}`.trimEnd();

function countsOf(receipts: readonly StockReceipt[]): Record<StockReceipt['outcome'], number> {
	const counts = { stored: 0, refused: 0, unsent: 0, pending: 0 };
	for (const { outcome } of receipts) counts[outcome]++;
	return counts;
}
