import type { IDataObject } from 'n8n-workflow';
import { iconicShops } from './iconicNodes';
import type { Draft } from './iconicNodes';

/** What is done to orders in the hub, and what The Iconic gets to hear of it. */
export function iconicTelling(...of: Parameters<typeof iconicShops>) {
	const at = iconicShops(...of);
	/** Orders that the hub has taken. */
	async function taken(...changes: readonly Draft[]) {
		const ids = at.place(...changes);
		await at.shop.tick('sync-orders');
		return ids;
	}
	const move = (orderId: string, status: string, more: IDataObject = {}) =>
		at.shop.hub('order:changeStatus', { orderId, status, ...more });
	return {
		at,
		taken,
		move,
		async send() {
			const done = await at.shop.tick('send-updates');
			expect(done.run.data.resultData.error).toBeUndefined();
			return done;
		},
		kindsOf: async (work: () => Promise<unknown>) =>
			(await at.shop.callsOf(work)).map(({ kind }) => kind),
		/** What the API changed of the order. */
		told: (id: string) =>
			at.iconic
				.order(id)
				.history.filter(({ by }) => by === 'api')
				.map(({ what }) => what),
		statusesOf: (id: string) => at.iconic.order(id).items.map(({ status }) => status),
		exceptions: async () =>
			(await at.shop.hub('exception:getMany')).map(
				({ kind, cause }) => `${String(kind)}: ${String(cause)}`,
			),
	};
}
