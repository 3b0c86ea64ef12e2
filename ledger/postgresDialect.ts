import { createHash } from 'node:crypto';

const dialect: Readonly<Record<string, string>> = {
	// Not the transaction's start: a lease is judged after waiting for its row.
	now: 'CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)',
	id: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
	numbered: 'OVERRIDING SYSTEM VALUE',
	elements: '(SELECT value FROM json_array_elements_text(CAST(? AS JSON)))',
	ids: '(SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(? AS JSON)))',
	forUpdate: 'FOR NO KEY UPDATE',
	filter: 'COALESCE',
	skipLocked: 'FOR NO KEY UPDATE SKIP LOCKED',
};

/** A statement as PostgreSQL spells it. The name is the same wherever the text is. */
export interface Spelt {
	readonly name: string;
	readonly text: string;
}

const known = new Map<string, Spelt>();

export function spelt(sql: string): Spelt {
	const before = known.get(sql);
	if (before !== undefined) return before;
	const text = numbered(sql.replace(/\{(\w+)\}/g, (_, token: string) => dialect[token] ?? ''));
	const made = { name: createHash('sha1').update(text).digest('hex'), text };
	known.set(sql, made);
	return made;
}

/** Every `?` outside of a quoted text becomes the next of $1, $2 ... */
function numbered(sql: string): string {
	let count = 0;
	return sql.replace(/'[^']*'|\?/g, (found) => (found === '?' ? `$${++count}` : found));
}
