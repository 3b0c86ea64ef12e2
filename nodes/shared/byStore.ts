import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { text } from './parameters';

type Import = (store: string, items: readonly number[]) => Promise<readonly object[]>;

/** Imports the items of each store, at most so many in one transaction, and says of each item how it ended. */
export async function byStore(
	context: IExecuteFunctions,
	items: readonly number[],
	{ most, take }: { most: number; take: Import },
) {
	const rows = [];
	for (const [store, members] of Map.groupBy(items, (item) => text(context, 'store', item))) {
		for (let at = 0; at < members.length; at += most) {
			const part = members.slice(at, at + most);
			const outcomes = await take(store, part);
			rows.push(...outcomes.map((json, of) => ({ item: part[of], json: { store, ...json } })));
			// Lets webhooks and other executions have their turn between two transactions.
			await sleep(0);
		}
	}
	return rows;
}
