import type { Site } from '../site';
import { webhooksAt } from '../webhooks';

export interface UnmatchedRow {
	readonly sku: string;
	readonly reason: string;
	readonly near: readonly string[];
}

/** What people do at a desk: they fill the store pages in, look up what has no counterpart, cancel, and print. */
export const deskAt = ({ n8n, warehouse, store }: Site) => {
	const { post, ask } = webhooksAt(n8n);
	return {
		/** Answers what the node warned of. */
		saveSettings: async (path: string, row: object) =>
			(await ask<{ readonly warnings: readonly string[] }>(path, row)).flatMap(
				({ warnings }) => warnings,
			),
		/** What the channel sells and Shopify has no variant of. */
		unmatched: () => ask<UnmatchedRow>('iconic-unmatched', { store }),
		cancel: (ids: readonly string[], reason: string) =>
			warehouse.tell(
				'iconic-cancel',
				ids.map((id) => ({ store, id, reason })),
			),
		/** The PDF that The Iconic makes. */
		print: (what: 'label' | 'invoice', id: string) => post(`iconic-${what}`, [{ store, id }]),
		retry: (exceptions: readonly number[]) =>
			warehouse.tell(
				'iconic-retry',
				exceptions.map((exception) => ({ exception })),
			),
	};
};
