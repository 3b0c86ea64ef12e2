import { DatabaseSync } from 'node:sqlite';

/** What a stranger reads in the ledger of an n8n that runs. */
export function rowsOf<Row>(
	ledger: string,
	query: string,
	...values: readonly string[]
): readonly Row[] {
	const database = new DatabaseSync(ledger, { readOnly: true, timeout: 5000 });
	try {
		return database.prepare(query).all(...values) as unknown as readonly Row[];
	} finally {
		database.close();
	}
}

/** Settings of a store, at once. */
export function setStore(
	ledger: string,
	store: string,
	change: Readonly<Record<string, boolean | number>>,
): void {
	const database = new DatabaseSync(ledger, { timeout: 10_000 });
	const pairs = Object.entries(change).map(([name, value]) => `'$.${name}', json('${value}')`);
	database
		.prepare(
			`UPDATE store_settings SET settings = json_set(settings, ${pairs.join(', ')})
			WHERE store = ? AND version = (SELECT version FROM stores WHERE code = ?)`,
		)
		.run(store, store);
	database.close();
}
