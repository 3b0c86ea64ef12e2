import { babyshopShops } from './babyshopNodes';
import type { Draft } from './babyshopNodes';
import { picked } from './shop';

/** What is done to orders in the hub, and what Babyshop gets to hear of it. */
export function babyshopTelling() {
	const at = babyshopShops();
	/** Orders that the hub has taken. */
	async function taken(...changes: readonly Draft[]) {
		const ids = at.place(...changes);
		await at.shop.tick('sync-orders');
		return ids;
	}
	const move = (orderId: string, status: string) =>
		at.shop.hub('order:changeStatus', { orderId, status });
	return {
		at,
		taken,
		move,
		async packedOne(change: Draft = {}) {
			const [id = ''] = await taken(change);
			await move(id, 'packed');
			return id;
		},
		async send() {
			const done = await at.shop.tick('send-updates');
			expect(done.run.data.resultData.error).toBeUndefined();
			return done;
		},
		kindsOf: async (work: () => Promise<unknown>) =>
			(await at.shop.callsOf(work)).map(({ kind }) => kind),
		/** What the API changed of the order. */
		told: (id: string) =>
			at.babyshop
				.order(id)
				.history.filter(({ by }) => by === 'api')
				.map(({ what }) => what),
		exceptions: async () =>
			(await at.shop.hub('exception:getMany')).map(
				({ kind, cause }) => `${String(kind)}: ${String(cause)}`,
			),
		async parcelsOf(orderId: string) {
			const [order] = await at.shop.hub('order:get', { orderId, simple: false });
			return order?.parcels;
		},
		/** The file that the hub keeps with the parcel. */
		async labelOf(orderId: string) {
			const [[file] = []] = await at.shop.runWhole('orderHub', 'parcel:getLabel', {
				parameters: { store: picked('babyshop'), orderId },
			});
			return Buffer.from(String(file?.binary?.data?.data), 'base64');
		},
	};
}
