import type { ChannelConnector } from '../../channels/connector';
import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { FailureKind } from '../../domain/failure';
import { failureOf } from './testShop';
import type { Mishap, TestShop, Write } from './testShop';

type Teller = ChannelConnector & Required<Pick<ChannelConnector, 'updates' | 'orders'>>;

/** Each order has numbers of its own: a channel may take none twice. */
const trackingOf = (order: string, number = 1) => ({
	number: `TR-${number}-${order}`,
	carrier: null,
	url: null,
});

const losses: readonly (readonly [Mishap, FailureKind])[] = [
	['hangsUp', 'unavailable'],
	['hangsUpAfter', 'unavailable'],
	['cutOff', 'malformed'],
	['webPage', 'malformed'],
	['down', 'unavailable'],
	['tooMany', 'rateLimited'],
];

/** How a channel hears of an order: at least once from the hub, and seen once there (design G7). */
export function behavesLikeUpdates({ updates, orders }: Teller, shopOf: () => TestShop): void {
	const read = async (shop: TestShop, id: string) => {
		const [order] = (await orders.get(shop.seller, [id])).orders;
		if (order === undefined) throw new Error(`the shop does not have order ${id}`);
		return order;
	};

	const updateOf = async (shop: TestShop, id: string, change: Partial<ChannelUpdate>) => {
		const { number, lines } = await read(shop, id);
		const open = lines.map((line) => ({ line: line.id, quantity: line.ordered - line.cancelled }));
		const update: ChannelUpdate = {
			effect: 'status',
			order: id,
			number,
			hubStatus: 'shipped',
			channelStatus: shop.shipped,
			parcels: [{ parcel: 1, location: null, lines: open, tracking: trackingOf(id) }],
			...change,
		};
		return update;
	};

	const cancelOf = (shop: TestShop, id: string) =>
		updateOf(shop, id, {
			effect: 'cancel',
			hubStatus: 'cancelled',
			parcels: [],
			channelReason: shop.cancelReason,
		});

	const told = { shipping: updateOf, cancelling: cancelOf } as const;
	const effects = ['shipping', 'cancelling'] as const satisfies readonly Write[];

	it('offers every status once, with a label', () => {
		const keys = updates.statuses.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys).toContain(shopOf().shipped);
		expect(updates.statuses.every(({ label }) => /\w/.test(label))).toBe(true);
	});

	it.each(effects)('is told of %s, and once more changes nothing', async (what) => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		const update = await told[what](shop, id, {});
		const first = await updates.send(shop.seller, update);
		expect(first).toMatchObject({
			outcome: 'sent',
			detail: expect.stringContaining(update.number),
		});
		const effected = shop.effects(id);
		expect(effected).toBeGreaterThan(0);
		const second = await updates.send(shop.seller, update);
		expect(second).toEqual({ outcome: 'already', detail: expect.stringContaining(update.number) });
		expect(shop.effects(id)).toBe(effected);
	});

	it.each(effects.flatMap((what) => losses.map(([mishap, kind]) => ({ what, mishap, kind }))))(
		'sees $what once, also when it comes to $mishap',
		async ({ what, mishap, kind }) => {
			const shop = shopOf();
			const [lost = '', whole = ''] = shop.place(2);
			await updates.send(shop.seller, await told[what](shop, whole, {}));
			const update = await told[what](shop, lost, {});
			shop.spoil(mishap, 1, what);
			const isWhole = mishap === 'cutOff' && shop.answersNothing?.includes(what);
			if (isWhole) expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
			else expect((await failureOf(updates.send(shop.seller, update))).kind).toBe(kind);
			await updates.send(shop.seller, update);
			expect(shop.effects(lost)).toBe(shop.effects(whole));
		},
	);

	it('brings a cancelled order back with nothing left', async () => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		await updates.send(shop.seller, await cancelOf(shop, id));
		const { lines } = await read(shop, id);
		expect(lines.map(({ ordered, cancelled }) => ordered - cancelled)).toEqual([0]);
	});

	it('takes another tracking number after it was shipped, once, unless it makes them', async () => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		await updates.send(shop.seller, await updateOf(shop, id, {}));
		const { parcels, ...update } = await updateOf(shop, id, { effect: 'tracking' });
		const corrected = {
			...update,
			parcels: parcels.map((parcel) => ({ ...parcel, tracking: trackingOf(id, 2) })),
		};
		if (shop.keepsTracking) {
			const failure = await failureOf(updates.send(shop.seller, corrected));
			const [parcel] = corrected.parcels;
			const message = expect.stringContaining(parcel?.tracking.number ?? '');
			expect(failure).toMatchObject({ kind: 'rejected', message });
			return;
		}
		const outcome = shop.makesTracking ? 'already' : 'sent';
		expect((await updates.send(shop.seller, corrected)).outcome).toBe(outcome);
		const effected = shop.effects(id);
		expect((await updates.send(shop.seller, corrected)).outcome).toBe('already');
		expect(shop.effects(id)).toBe(effected);
	});

	it('refuses to cancel what was shipped, says so, and leaves the order as it was', async () => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		await updates.send(shop.seller, await updateOf(shop, id, {}));
		const effected = shop.effects(id);
		const failure = await failureOf(updates.send(shop.seller, await cancelOf(shop, id)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/shipped.*\.$/),
		});
		expect(shop.effects(id)).toBe(effected);
	});

	it('refuses to ship what was cancelled, and names the order', async () => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		const update = await updateOf(shop, id, {});
		await updates.send(shop.seller, await cancelOf(shop, id));
		const failure = await failureOf(updates.send(shop.seller, update));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining(update.number),
		});
	});

	it.each(effects)('refuses %s of an order that it does not know', async (what) => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		const update = await told[what](shop, id, {});
		const unknown = { ...update, order: 'nobody' };
		const failure = await failureOf(updates.send(shop.seller, unknown));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining(update.number),
		});
	});

	it('refuses a status that it cannot be told, without asking', async () => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		const update = await updateOf(shop, id, { channelStatus: 'on the moon' });
		const before = shop.calls();
		const failure = await failureOf(updates.send(shop.seller, update));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('on the moon'),
		});
		expect(shop.calls()).toBe(before);
	});

	it.each(effects)('says so when the credential is refused, and sees no %s', async (what) => {
		const shop = shopOf();
		const [id = ''] = shop.place(1);
		const update = await told[what](shop, id, {});
		const failure = await failureOf(updates.send(shop.stranger, update));
		expect(failure.kind).toBe('unauthorised');
		expect(shop.effects(id)).toBe(0);
	});
}
