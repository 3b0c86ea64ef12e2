import type { PendingFigure, StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Ledger } from '../../ledger/ledger';
import type { StockChange, StockChanges } from '../../ledger/stockShapes';
import type { SyncKind, SyncRun } from '../../ledger/syncShapes';
import type { Value } from '../../ledger/statement';
import { begun } from './ledgers';

interface Opened {
	readonly ledger: Ledger;
	sql(query: string, ...values: Value[]): Promise<unknown>;
}

export const stored = (row: StockFigure): StockReceipt => ({
	listing: row.listing,
	location: row.location,
	quantity: row.quantity,
	outcome: 'stored',
	reason: null,
});

export const refused = (row: StockFigure): StockReceipt => ({
	...stored(row),
	outcome: 'refused',
	reason: 'unknown product',
});

export const unsent = (row: StockFigure): StockReceipt => ({ ...stored(row), outcome: 'unsent' });

/** Of a channel that decides later: the ticket is the name, and which row it is for. */
export const pending = (name: string) => (row: StockFigure) => ({
	...stored(row),
	outcome: 'pending' as const,
	ticket: `${name} ${row.listing} ${row.location}`,
});

/** What such a channel decided of a row that it was asked about. */
export const decided =
	(receipt: (row: StockFigure) => StockReceipt) =>
	(row: PendingFigure): StockReceipt => ({ ...receipt(row), ticket: row.ticket });

const shownAs = ({ listing, location, quantity }: StockFigure) =>
	`${listing} ${location}: ${quantity}`;

/** What the templates do with stock that goes out, for the tests of a file. */
export const stockOut = (hub: Opened) => {
	const due = (kind: SyncKind) =>
		hub.sql('UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = ?', kind);
	const begin = async (kind: SyncKind = 'inventory', store = 'ikas-tr'): Promise<SyncRun> => {
		await due(kind);
		return await begun(hub.ledger, kind, store);
	};
	const handOut = async (run?: SyncRun, limit = 1_000): Promise<StockChanges> =>
		await hub.ledger.getStockChanges(run ?? (await begin()), limit);
	const answer = async (
		{ run, changes, next }: StockChanges,
		receipt: (row: StockChange) => StockReceipt = stored,
	) => await hub.ledger.confirmStock({ run, receipts: changes.map(receipt), next });
	return {
		begin,
		handOut,
		answer,
		/** A whole walk that the channel takes; what was sent, as `listing location: quantity`. */
		async push(receipt: (row: StockChange) => StockReceipt = stored, store = 'ikas-tr') {
			const handed = await handOut(await begin('inventory', store));
			const confirmed = await answer(handed, receipt);
			await hub.ledger.endSync(confirmed.run, confirmed.next);
			return handed.changes.map(shownAs);
		},
		/** The same, in which the channel is asked what it decided as well; what it was asked about comes first. */
		async ask(receipt: (row: PendingFigure) => StockReceipt = decided(stored)) {
			const { changes, pending: asked = [], ...handed } = await handOut();
			const receipts = [...changes.map(stored), ...asked.map(receipt)];
			const { run, next } = await hub.ledger.confirmStock({ ...handed, receipts });
			await hub.ledger.endSync(run, next);
			return [asked, changes].map((rows) => rows.map(shownAs));
		},
		count: (onHand: number, sku = 'A', code = 'istanbul') =>
			hub.ledger.setStock([{ seller: 'acme', sku, hub: code, onHand }]),
		offer: (...skus: readonly string[]) =>
			hub.ledger.importListings(
				'ikas-tr',
				skus.map((sku) => ({ id: `listing-${sku}`, sku, title: sku })),
			),
		/** What the channel shows, read back as one page. */
		async compare(
			levels: Readonly<Record<string, number>>,
			run?: SyncRun,
			next: string | null = null,
		) {
			return await hub.ledger.compareStock({
				run: run ?? (await begin('drift')),
				levels: Object.entries(levels).map(([place, quantity]) => {
					const [listing = '', location = ''] = place.split(' ');
					return { listing, location, quantity };
				}),
				next,
			});
		},
	};
};
