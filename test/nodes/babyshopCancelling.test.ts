import { save, toldAs } from '../support/babyshopNodes';
import { babyshopTelling } from '../support/babyshopTelling';

describe('a cancel of the hub', () => {
	const { at, taken, send, packedOne, kindsOf, told, exceptions } = babyshopTelling();
	const { outbox } = at;
	const cancel = (orderId: string) => at.shop.hub('order:cancel', { orderId });

	test.each(['8', '50'] as const)('cancels the whole order, seen as %s', async (status) => {
		await at.reopen({}, { cancelledStatus: status });
		const [id = ''] = await taken({});
		await cancel(id);
		expect(await kindsOf(send)).toEqual(['orderFetch', 'orderCancellation', 'orderFetch']);
		expect(at.babyshop.order(id)).toMatchObject({ status, isCancelledByApi: true });
		expect(await outbox(id)).toEqual(['8 done']);
		await at.shop.tick('sync-orders');
		expect(await kindsOf(send)).toEqual([]);
	});

	test('is confirmed by what the panel shows, also after its general error', async () => {
		const [id = ''] = await taken({});
		await cancel(id);
		at.babyshop.setFaults({ code9AfterEffect: 1, only: 'orderCancellation', forTheNext: 1 });
		await send();
		expect(await outbox(id)).toEqual(['8 done']);
		expect(told(id)).toEqual(['cancelled']);
	});

	test('waits until the panel shows it', async () => {
		await at.reopen({}, { cancelMs: 240_000 });
		const [id = ''] = await taken({});
		await cancel(id);
		await send();
		expect(await outbox(id)).toEqual(['8 waiting']);
		at.babyshop.clock.advance(240_000);
		await send();
		expect(await outbox(id)).toEqual(['8 done']);
		expect(told(id)).toEqual(['cancelled']);
	});

	test('after the shipment was made becomes an exception that says why', async () => {
		const id = await packedOne();
		await send();
		await cancel(id);
		await send();
		expect(at.babyshop.order(id).status).not.toBe('8');
		expect(await exceptions()).toMatchObject([
			expect.stringMatching(/update_refused: .*shipment/s),
		]);
	});

	test.each([
		['the automation is off', { automatedCancellation: false }],
		['the map has no row for it', { workspaceStatusMapping: toldAs() }],
	])('stays in the hub where %s', async (_why, settings) => {
		await save(at.shop, settings);
		const [id = ''] = await taken({});
		await cancel(id);
		expect(await kindsOf(send)).toEqual([]);
		expect(at.babyshop.order(id).status).toBe('5');
	});
});
