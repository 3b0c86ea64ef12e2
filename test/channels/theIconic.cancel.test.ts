import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import {
	answering,
	bodies,
	called,
	itemsOf,
	lastCall,
	meddling,
	parcel,
	placed,
	send,
	statusesIn,
	told,
	writes,
} from './iconicUpdate';
import { failureOf } from './testShop';

const { updates, cancelReasons } = theIconic;

describe('told of a cancel, theIconic', () => {
	let shop: IconicShop;
	beforeEach(async () => {
		shop = await iconicShop();
	});
	afterEach(() => shop.close());

	it('lists the reasons that a seller may give', async () => {
		expect(await cancelReasons.list(shop.seller)).toEqual([
			'Out of Stock',
			'Wrong Price',
			'Cancelled by Customer',
		]);
	});

	it.each(['pending', 'ready_to_ship'] as const)(
		'cancels all that is %s, and looks',
		async (status) => {
			const id = placed(shop, { status });
			const before = lastCall(shop);
			const sent = await send(shop, id, 'canceled', { channelReason: 'Wrong Price' });
			expect(sent.outcome).toBe('sent');
			expect(called(shop, before)).toEqual(['getOrder', 'setToCancelled', 'getOrder']);
			expect(statusesIn(shop, id)).toEqual(['canceled', 'canceled', 'canceled']);
			const orderItemIds = itemsOf(shop, id).map(Number);
			expect(bodies(shop, 'setToCancelled')).toEqual([{ orderItemIds, reason: 'Wrong Price' }]);
		},
	);

	it('cancels the item that is named alone, with its reason, and leaves the others', async () => {
		const id = placed(shop);
		const [first = '', second = '', third = ''] = itemsOf(shop, id);
		const lines = [{ line: second, quantity: 1, left: 0 }];
		const one = { effect: 'reduce', lines, channelReason: 'Wrong Price' } as const;
		expect(await send(shop, id, 'canceled', one)).toMatchObject({
			outcome: 'sent',
			detail: expect.stringContaining(`cancelled item ${second}.`),
		});
		expect(statusesIn(shop, id)).toEqual(['pending', 'canceled', 'pending']);
		expect(bodies(shop, 'setToCancelled')).toEqual([
			{ orderItemIds: [Number(second)], reason: 'Wrong Price' },
		]);
		const before = lastCall(shop);
		expect(await send(shop, id, 'canceled', one)).toMatchObject({
			outcome: 'already',
			detail: `Item ${second} of order ${shop.sandbox.order(id).number} was cancelled already.`,
		});
		expect(writes(shop, before)).toEqual([]);
		await send(shop, id, 'shipped', { parcels: [parcel(1, [first, third])] });
		const late = { ...one, lines: [{ line: third, quantity: 1, left: 0 }] };
		expect(await failureOf(send(shop, id, 'canceled', late))).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining(`item ${third} of order`),
		});
	});

	it('says which items went with the one that was named', async () => {
		const id = placed(shop);
		const [first = '', second = ''] = itemsOf(shop, id);
		const http = meddling(shop.seller, 'set-to-cancelled', () =>
			shop.sandbox.cancel(id, { items: [Number(first)] }),
		);
		const lines = [{ line: second, quantity: 1, left: 0 }];
		const { detail } = await updates.send(
			http,
			told(shop, id, 'canceled', { effect: 'reduce', lines }),
		);
		expect(detail).toContain(`cancelled item ${second}, and item ${first} of its package with it.`);
	});

	it('cancels what is open, and says what has left', async () => {
		const id = placed(shop);
		const [first = ''] = itemsOf(shop, id);
		await send(shop, id, 'shipped', { parcels: [parcel(1, [first])] });
		const sent = await send(shop, id, 'canceled');
		expect(sent).toEqual({
			outcome: 'sent',
			detail: expect.stringContaining(`item ${first} has left and stays`),
		});
		expect(statusesIn(shop, id)).toEqual(['shipped', 'canceled', 'canceled']);
		const again = await failureOf(send(shop, id, 'canceled'));
		expect(again).toMatchObject({ kind: 'rejected', message: expect.stringMatching(/is Shipped/) });
	});

	it('leaves alone what the customer has cancelled', async () => {
		const id = placed(shop);
		const [first = '', ...others] = itemsOf(shop, id);
		shop.sandbox.cancel(id, { items: [Number(first)] });
		await send(shop, id, 'canceled');
		expect(bodies(shop, 'setToCancelled')).toMatchObject([{ orderItemIds: others.map(Number) }]);
		expect((await send(shop, id, 'canceled')).outcome).toBe('already');
	});

	it.each(['shipped', 'delivered', 'failed', 'returned'] as const)(
		'refuses where it is %s, without asking',
		async (status) => {
			const id = placed(shop, { status });
			expect(await failureOf(send(shop, id, 'canceled'))).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(/Handle it as a return\.$/),
			});
			expect(writes(shop)).toEqual([]);
		},
	);

	it.each([undefined, '', ' '])('wants a reason of the channel, and %j is none', async (given) => {
		const failure = await failureOf(
			send(shop, placed(shop), 'canceled', { channelReason: given, reason: 'out_of_stock' }),
		);
		expect(failure.message).toMatch(/none for "out_of_stock"\. Fill in Cancellation Reasons\.$/);
		expect(writes(shop)).toEqual([]);
	});

	it('says which reasons the channel takes where it does not take this one', async () => {
		const id = placed(shop);
		const failure = await failureOf(send(shop, id, 'canceled', { channelReason: 'Bored' }));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/"Bored".*"Out of Stock".*Correct Cancellation Reasons\.$/),
		});
	});

	it('refuses what the channel does not offer', async () => {
		const id = placed(shop, { isProcessable: false });
		const failure = await failureOf(send(shop, id, 'canceled'));
		expect(failure.message).toMatch(/does not offer to cancel.*Seller Center\.$/);
		expect(writes(shop)).toEqual([]);
	});

	it('says so where it was taken and does not show', async () => {
		const id = placed(shop);
		const body = { orderItemIds: itemsOf(shop, id).map(Number) };
		const http = answering(shop.seller, 'set-to-cancelled', { body });
		expect(await failureOf(updates.send(http, told(shop, id, 'canceled')))).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/took the cancel.*does not show it/),
		});
	});

	it.each([
		['cancelled', 'already'],
		['shipped', 'rejected'],
	] as const)('believes the order, and no refusal, where it is %s by now', async (now, end) => {
		const id = placed(shop);
		const http = meddling(shop.seller, 'set-to-cancelled', () => {
			if (now === 'cancelled') shop.sandbox.cancel(id);
			else shop.sandbox.advance(id, { status: 'shipped' });
		});
		const sent = updates.send(http, told(shop, id, 'canceled'));
		if (end === 'already') expect((await sent).outcome).toBe('already');
		else expect((await failureOf(sent)).message).toMatch(/is Shipped on The Iconic/);
	});

	it.each(['dropAfter', 'cutOff'] as const)(
		'cancels once although the answer was lost (%s)',
		async (fault) => {
			const id = placed(shop);
			shop.sandbox.setFaults({ [fault]: 1, only: 'setToCancelled', forTheNext: 1 });
			await failureOf(send(shop, id, 'canceled'));
			expect((await send(shop, id, 'canceled')).outcome).toBe('already');
			expect(writes(shop)).toEqual(['setToCancelled']);
		},
	);
});
