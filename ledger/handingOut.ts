import type { StockChange } from './stockShapes';
import { each, type Work } from './statement';
import { noTicket } from './tickets';

export type Row = Pick<StockChange, 'listing' | 'location'>;

/**
 * From here on it is not known what the channel shows, until it confirms. Each row gets a number above all that it had, so that
 * a channel can tell which of two figures is the later one. Since when it is late counts from the first that differs from what
 * was confirmed; that a safety stock was sized anew makes none late, or what measures would move what is measured.
 */
export function* markHandedOut(
	store: string,
	changes: readonly StockChange[],
	rightAt: number | null,
): Work<readonly StockChange[]> {
	const numbered = yield* each<Row & { readonly sequence: number }>(
		`INSERT INTO published (store, sku, listing, location, sent, sequence) VALUES (?, ?, ?, ?, ?, {now} / 1000)
		ON CONFLICT (store, sku, listing, location) DO UPDATE SET sent = excluded.sent, confirmed = NULL, ${noTicket},
			late_since = CASE WHEN published.confirmed IS NULL THEN published.late_since
				WHEN published.confirmed <> excluded.sent AND NOT EXISTS (SELECT 1 FROM sized_safety z WHERE z.store = excluded.store
					AND z.sku = excluded.sku AND z.changed_at >= ?) THEN CAST(? AS BIGINT) END,
			sequence = CASE WHEN published.sequence >= excluded.sequence THEN published.sequence + 1
				ELSE excluded.sequence END
		RETURNING listing, location, sequence`,
		changes.map(({ sku, listing, location, quantity }) => [
			store,
			sku,
			listing,
			location,
			quantity,
			rightAt ?? 0,
			rightAt,
		]),
	);
	// One row each, in the order in which they were given.
	return changes.map((change, at) => ({ ...change, sequence: numbered[at]?.sequence }));
}
