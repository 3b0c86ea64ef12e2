import { babyshop } from '../../channels/babyshop/connector';
import type { Http } from '../../channels/connector';
import type { Box } from '../../domain/box';
import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import type { BabyshopOrderDraft } from '../../sandbox/babyshop/types';
import type { BabyshopShop } from './babyshopShop';
import { withSeller } from './testShop';

export const box: Box = { length: 30, width: 20, height: 10, weight: 1_250 };

/** Two lines of three units in all; answers the number. */
export function placed({ sandbox }: BabyshopShop, draft: Partial<BabyshopOrderDraft> = {}): string {
	const lines = [
		{ sku: 'BS-1', quantity: 2, price: 50 },
		{ sku: 'BS-2', quantity: 1, price: 200 },
	];
	const [order] = sandbox.place([{ lines, ...draft }]);
	if (order === undefined) throw new Error('the shop took no order');
	return order.number;
}

export const parcel = (
	id: number,
	units: Readonly<Record<string, number>>,
	change: Partial<UpdateParcel> = {},
): UpdateParcel => ({
	parcel: id,
	location: null,
	lines: Object.entries(units).map(([line, quantity]) => ({ line, quantity })),
	tracking: null,
	...change,
});

/** As the ledger hands it out: with the memo of the order, and all of it in parcel 7. */
export async function told(
	shop: BabyshopShop,
	id: string,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
): Promise<ChannelUpdate> {
	const [order] = (await babyshop.orders.get(shop.seller, [id])).orders;
	if (order === undefined) throw new Error(`the shop does not have order ${id}`);
	const units = Object.fromEntries(order.lines.map((line) => [line.id, line.ordered]));
	const isCancel = channelStatus === '8';
	return {
		effect: isCancel ? 'cancel' : 'status',
		order: id,
		number: order.number,
		hubStatus: isCancel ? 'cancelled' : 'packed',
		channelStatus,
		parcels: isCancel ? [] : [parcel(7, units)],
		memo: order.memo,
		now: shop.now(),
		...change,
	};
}

export const lastCall = ({ sandbox }: BabyshopShop): number => sandbox.calls().at(-1)?.seq ?? 0;

/** What was called since, sign-ins apart, with the code that it was answered with where that was no success. */
export const called = ({ sandbox }: BabyshopShop, since = 0): readonly string[] =>
	sandbox
		.calls(since)
		.filter(({ kind }) => kind !== 'authToken')
		.map(({ kind, responseCode }) => (responseCode ? `${kind} ${responseCode}` : kind));

/** What was asked of one operation, call by call. */
export const bodies = ({ sandbox }: BabyshopShop, operation: string): readonly unknown[] =>
	sandbox.calls().flatMap(({ kind, body }) => (kind === operation ? [body] : []));

/** Does something behind the hub's back just before the first call of the operation. */
export function meddling(http: Http, operation: string, deed: () => void): Http {
	let isDone = false;
	return withSeller(http, async (request) => {
		if (!isDone && request.path === `/${operation}`) {
			isDone = true;
			deed();
		}
		return await http(request);
	});
}

/** The shop, where calls of one operation are answered with this, and are not sent. */
export const answering = (http: Http, operation: string, body: unknown): Http =>
	withSeller(http, async (request) =>
		request.path === `/${operation}`
			? { status: 200, headers: {}, body: request.isFile ? inBase64(body) : body }
			: await http(request),
	);

const inBase64 = (body: unknown) =>
	Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)).toString('base64');
