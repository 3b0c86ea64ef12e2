import type { Site } from '../site';
import { webhooksAt } from '../webhooks';

/** What people do at a desk: they fill the store page in, look orders up and print labels. */
export const deskAt = ({ n8n, warehouse, store }: Site) => {
	const { post, ask, refusal } = webhooksAt(n8n);
	return {
		/** Answers what the node warned of. */
		saveSettings: async (withPending: boolean, row: object) =>
			(
				await ask<{ readonly warnings: readonly string[] }>(
					withPending ? 'babyshop-settings' : 'babyshop-settings-confirmed',
					row,
				)
			).flatMap(({ warnings }) => warnings),
		/** What the hub has not followed of an order, as whoever looks at it reads it. */
		notFollowed: async (id: string) =>
			(
				await ask<{ readonly order: { readonly notFollowed?: readonly string[] } }>(
					'babyshop-order',
					{ store, id },
				)
			).flatMap(({ order }) => order.notFollowed ?? []),
		/** Answers why a parcel of an order is not cancelled alone. */
		cancelPart: (id: string, parcel: number) =>
			refusal('babyshop-cancel-part', { store, id, parcel }),
		/** The AWB of an order, fetched from the channel as the file to print. */
		printAwb: (id: string) => post('babyshop-awb', [{ store, id }]),
		/** The label of the order's only parcel, as the hub has kept it. */
		keptLabel: (id: string) => post('babyshop-label', [{ store, id }]),
		link: (listing: string, sku: string) =>
			warehouse.tell('babyshop-link', [{ store, listing, sku }]),
		retry: (exceptions: readonly number[]) =>
			warehouse.tell(
				'babyshop-retry',
				exceptions.map((exception) => ({ exception })),
			),
	};
};
