import { babyshopShops } from '../support/babyshopNodes';

describe('the account of a credential that has not signed in since it was changed', () => {
	const at = babyshopShops();
	const packed = async () => {
		const [id = ''] = at.place({});
		await at.shop.tick('sync-orders');
		await at.shop.hub('order:changeStatus', { orderId: id, status: 'packed' });
		Object.assign(at.shop.stored.babyshopChannelApi, { accessToken: '', apiOwner: '' });
		return id;
	};
	const kindsOf = async (work: () => Promise<unknown>) =>
		(await at.shop.callsOf(work)).map(({ kind }) => kind);

	test('is asked for once before an update is told', async () => {
		const id = await packed();
		const kinds = await kindsOf(() => at.shop.tick('send-updates'));
		expect(kinds.filter((kind) => kind === 'orderList')).toHaveLength(1);
		expect(await at.outbox(id)).toEqual(['10 done']);
		expect(await kindsOf(() => at.shop.tick('send-updates'))).toEqual([]);
	});

	test('is asked for before stock is told as well', async () => {
		await packed();
		expect(await kindsOf(() => at.shop.tick('push-inventory'))).toEqual([
			'orderList',
			'inventoryPriceUpdate',
		]);
	});
});
