import type { Http } from '../../channels/connector';
import { oker } from '../../channels/oker/connector';
import type { Box } from '../../domain/box';
import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import type { OkerOrderDraft } from '../../sandbox/oker/types';
import type { OkerShop } from './okerShop';
import { withSeller } from './testShop';

export const box: Box = { length: 30, width: 20, height: 5, weight: 400 };

/** Two items of three units in all; answers the id. */
export function placed({ sandbox }: OkerShop, draft: Partial<OkerOrderDraft> = {}): string {
	const lines = [
		{ sku: 'TEE', quantity: 2, price: 499 },
		{ sku: 'SCARF', quantity: 1, price: 799 },
	];
	const [order] = sandbox.place([{ lines, ...draft }]);
	if (order === undefined) throw new Error('the shop took no order');
	return order.id;
}

/** As the ledger hands it out: all of it in parcel 7. */
export async function told(
	shop: OkerShop,
	id: string,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
): Promise<ChannelUpdate> {
	const [order] = (await oker.orders.get(shop.seller, [id])).orders;
	if (order === undefined) throw new Error(`the shop does not have order ${id}`);
	const parcel: UpdateParcel = {
		parcel: 7,
		location: order.location,
		lines: order.lines.map((line) => ({ line: line.id, quantity: line.ordered })),
		tracking: null,
	};
	const isCancel = channelStatus === 'CANCELLED';
	return {
		effect: isCancel ? 'cancel' : 'status',
		order: id,
		number: order.number,
		hubStatus: isCancel ? 'cancelled' : 'packed',
		channelStatus,
		parcels: isCancel ? [] : [parcel],
		now: shop.now(),
		...change,
	};
}

/** The same update with its one parcel changed. */
export const withParcel = (
	update: ChannelUpdate,
	change: Partial<UpdateParcel>,
): ChannelUpdate => ({
	...update,
	parcels: update.parcels.map((parcel) => ({ ...parcel, ...change })),
});

export const lastCall = ({ sandbox }: OkerShop): number => sandbox.calls().at(-1)?.seq ?? 0;

/** What was called since, sign-ins apart, with the code of a refusal. */
export const called = ({ sandbox }: OkerShop, since = 0): readonly string[] =>
	sandbox
		.calls(since)
		.filter(({ kind }) => kind !== 'token')
		.map(({ kind, code }) => (code === null ? kind : `${kind} ${code}`));

/** Whether the operation was called at all, refused or not. */
export const hasCalled = ({ sandbox }: OkerShop, operation: string): boolean =>
	sandbox.calls().some(({ kind }) => kind === operation);

/** What was asked of one operation, call by call. */
export const bodies = ({ sandbox }: OkerShop, operation: string): readonly unknown[] =>
	sandbox.calls().flatMap(({ kind, body }) => (kind === operation ? [body] : []));

export const whats = ({ sandbox }: OkerShop, id: string): readonly string[] =>
	sandbox.order(id).history.map(({ what }) => what);

/** Does something behind the hub's back just before the first call of the path. */
export function meddling(http: Http, path: string, deed: () => void): Http {
	let isDone = false;
	return withSeller(http, async (request) => {
		if (!isDone && request.path === path) {
			isDone = true;
			deed();
		}
		return await http(request);
	});
}

/** The shop, where calls of one path are answered with this, and are not sent. */
export const answering = (http: Http, path: string, body: unknown, status = 200): Http =>
	withSeller(http, async (request) =>
		request.path === path ? { status, headers: {}, body } : await http(request),
	);
