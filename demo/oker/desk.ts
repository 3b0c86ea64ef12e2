import type { Site } from '../site';
import { webhooksAt } from '../webhooks';

/** What came of telling Oker something by hand. */
export interface ToldByHand {
	readonly outcome: string;
	readonly detail: string;
}

/** What people do at a desk: they fill the store page in, look orders up, ask for syncs, pack by hand and print. */
export const deskAt = ({ n8n, warehouse, store }: Site) => {
	const { post, ask, refusal } = webhooksAt(n8n);
	return {
		/** Answers what the node warned of. */
		saveSettings: async (row: object) =>
			(await ask<{ readonly warnings: readonly string[] }>('oker-settings', row)).flatMap(
				({ warnings }) => warnings,
			),
		refusedSettings: (row: object) => refusal('oker-settings', row),
		/** What the hub has not followed of an order, as whoever looks at it reads it. */
		notFollowed: async (id: string) =>
			(
				await ask<{ readonly order: { readonly notFollowed?: readonly string[] } }>('oker-order', {
					store,
					id,
				})
			).flatMap(({ order }) => order.notFollowed ?? []),
		/** Answers why a parcel of an order is not cancelled alone. */
		cancelPart: (id: string, parcel: number) => refusal('oker-cancel-part', { store, id, parcel }),
		/** Answers why the order is not cancelled, or '' where it is. */
		refusedCancel: (id: string) => refusal('oker-cancel', { store, id }),
		/** The catalog at once, whatever its interval; answers what the hub says to that. */
		askForCatalog: () =>
			ask<{ readonly answer: string; readonly why?: string }>('oker-ask', { store }),
		packByHand: (id: string) => ask<ToldByHand>('oker-pack', { id }),
		/** The label of the order's only parcel, as the hub has kept it. */
		keptLabel: (id: string) => post('oker-label', [{ store, id }]),
		link: (listing: string, sku: string) => warehouse.tell('oker-link', [{ store, listing, sku }]),
		retry: (exceptions: readonly number[]) =>
			warehouse.tell(
				'oker-retry',
				exceptions.map((exception) => ({ exception })),
			),
	};
};
