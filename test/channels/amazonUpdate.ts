import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { Http } from '../../channels/connector';
import type { Box } from '../../domain/box';
import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import type { AmazonShipmentDraft } from '../../sandbox/amazonSellerFlex/types';
import type { AmazonShop } from './amazonShop';

export const box: Box = { length: 30, width: 20, height: 10, weight: 800 };

export const usualLines = [{ sku: 'KETTLE-1', quantity: 2 }];

/** One order of the shop, by its ID. */
export function placed({ sandbox }: AmazonShop, draft: Partial<AmazonShipmentDraft> = {}): string {
	const [order] = sandbox.place([{ lines: usualLines, ...draft }]);
	if (order === undefined) throw new Error('the shop took no order');
	return order.id;
}

export const parcel = (
	number: number,
	units: Readonly<Record<string, number>>,
	change: Partial<UpdateParcel> = {},
): UpdateParcel => ({
	parcel: number,
	location: null,
	lines: Object.entries(units).map(([line, quantity]) => ({ line, quantity })),
	tracking: null,
	box,
	...change,
});

/** As the ledger hands it out: with the memo of the order, and all of it in parcel 7. */
export async function told(
	shop: AmazonShop,
	id: string,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
): Promise<ChannelUpdate> {
	const before = shop.sandbox.calls().length;
	const [order] = (await amazonSellerFlex.orders.get(shop.seller, [id])).orders;
	if (order === undefined) throw new Error(`the shop does not have order ${id}`);
	if (shop.sandbox.calls().length === before) throw new Error('nobody was asked');
	const units = Object.fromEntries(order.lines.map((line) => [line.id, line.ordered]));
	return {
		effect: channelStatus === 'CANCELLED' ? 'cancel' : 'status',
		order: id,
		number: order.number,
		hubStatus: 'picked',
		channelStatus,
		parcels: channelStatus === 'CANCELLED' ? [] : [parcel(7, units)],
		memo: order.memo,
		now: shop.now(),
		...change,
	};
}

/** What was called since, sign-ins apart, with the status that it was answered with where that was no success. */
export const called = ({ sandbox }: AmazonShop, since: number): readonly string[] =>
	sandbox
		.calls(since)
		.filter(({ kind }) => kind !== 'token')
		.map(({ kind, status }) => (status >= 200 && status < 300 ? kind : `${kind} ${status}`));

export const lastCall = ({ sandbox }: AmazonShop): number => sandbox.calls().at(-1)?.seq ?? 0;

/** Does something behind the hub's back just before the first call that `isMeant`. */
export function meddling(
	http: Http,
	isMeant: (path: string, method: string) => boolean,
	deed: () => void,
): Http {
	let isDone = false;
	return Object.assign(
		async (request: Parameters<Http>[0]) => {
			if (!isDone && isMeant(request.path, request.method)) {
				isDone = true;
				deed();
			}
			return await http(request);
		},
		{ seller: http.seller },
	);
}

/** Amazon, which answers everything with this. */
export const answering = (http: Http, status: number, body: unknown, headers = {}): Http =>
	Object.assign(async () => ({ status, headers, body }), { seller: http.seller });
