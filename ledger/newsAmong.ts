import { breath } from './breath';
import { elements, rows, type Engine, type Work } from './statement';
import type { ReferencesRead } from './syncShapes';

type Reference = ReferencesRead['references'][number];

/** References of one transaction. */
const chunk = 500;

/**
 * The ids of those that the store lacks or has in an older revision. What is only in an exception is news, and so is what
 * cannot be compared for want of a revision: read once too often, an order changes nothing; passed by, its change is lost.
 */
export async function newsAmong(
	run: Engine['run'],
	store: string,
	references: readonly Reference[],
): Promise<readonly string[]> {
	const news: string[] = [];
	for (let at = 0; at < references.length; at += chunk) {
		if (at > 0) await breath();
		const some = references.slice(at, at + chunk);
		news.push(...(await run(() => newsIn(store, some))));
	}
	return news;
}

function* newsIn(store: string, references: readonly Reference[]): Work<readonly string[]> {
	const ids = elements(references.map(({ id }) => id));
	const kept = yield* rows<{ id: string; revised_at: string | null }>(
		`SELECT channel_id AS id, revised_at FROM orders WHERE store = ? AND channel_id IN {elements}
		UNION ALL SELECT channel_id, revised_at FROM parked WHERE store = ? AND channel_id IN {elements}`,
		store,
		ids,
		store,
		ids,
	);
	const revisions = new Map(kept.map(({ id, revised_at }) => [id, revised_at]));
	const isKnown = ({ id, revisedAt }: Reference) =>
		revisedAt !== null && (revisions.get(id) ?? '') >= revisedAt;
	return references.filter((one) => !isKnown(one)).map(({ id }) => id);
}
