import { breath } from './breath';
import { elements, rows, type Engine, type Work } from './statement';
import type { ReferencesRead } from './syncShapes';

type Reference = ReferencesRead['references'][number];

/** References of one transaction. */
const chunk = 500;

/** What the references are of: orders of a channel, or what an OMS made of orders that it was given. */
export type NewsKind = 'orders' | 'fulfilments';

/**
 * The ids of those that the store lacks or has in an older revision. What is only in an exception is news, and so is what
 * cannot be compared for want of a revision: read once too often, an order changes nothing; passed by, its change is lost.
 */
export async function newsAmong(
	run: Engine['run'],
	store: string,
	references: readonly Reference[],
	kind: NewsKind = 'orders',
): Promise<readonly string[]> {
	const news: string[] = [];
	for (let at = 0; at < references.length; at += chunk) {
		if (at > 0) await breath();
		const some = references.slice(at, at + chunk);
		news.push(...(await run(() => newsIn(keptOf[kind](store, some), some))));
	}
	return news;
}

interface Kept {
	readonly id: string;
	readonly revised_at: string | null;
}

const keptOf: Readonly<
	Record<NewsKind, (store: string, references: readonly Reference[]) => Work<readonly Kept[]>>
> = {
	orders(store, references) {
		const ids = elements(references.map(({ id }) => id));
		return rows<Kept>(
			`SELECT channel_id AS id, revised_at FROM orders WHERE store = ? AND channel_id IN {elements}
			UNION ALL SELECT channel_id, revised_at FROM archived_orders WHERE store = ? AND channel_id IN {elements}
			UNION ALL SELECT channel_id, revised_at FROM parked WHERE store = ? AND channel_id IN {elements}`,
			store,
			ids,
			store,
			ids,
			store,
			ids,
		);
	},
	/** What could not be followed is looked at again: what it hangs on may be in order by now. */
	fulfilments: (store, references) =>
		rows<Kept>(
			`SELECT h.oms_id AS id, h.seen_at AS revised_at FROM oms_orders h
			WHERE h.oms = ? AND h.oms_id IN {elements} AND NOT EXISTS (SELECT 1 FROM exceptions e
				WHERE e.store = h.oms AND e.kind = 'fulfilment_unclear' AND e.reference = h.oms_id AND e.state = 'open')
			UNION ALL SELECT oms_id, seen_at FROM archived_orders WHERE oms = ? AND oms_id IN {elements}`,
			store,
			elements(references.map(({ id }) => id)),
			store,
			elements(references.map(({ id }) => id)),
		),
};

function* newsIn(
	known: Work<readonly Kept[]>,
	references: readonly Reference[],
): Work<readonly string[]> {
	const kept = yield* known;
	const revisions = new Map(kept.map(({ id, revised_at }) => [id, revised_at]));
	const isKnown = ({ id, revisedAt }: Reference) =>
		revisedAt !== null && (revisions.get(id) ?? '') >= revisedAt;
	return references.filter((one) => !isKnown(one)).map(({ id }) => id);
}
