import { theIconic } from '../../channels/theIconic/connector';
import type { Http, HttpResponse } from '../../channels/connector';
import type { ChannelUpdate, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import type { IconicOrderDraft } from '../../sandbox/theIconic/types';
import type { IconicShop } from './iconicShop';
import { withSeller } from './testShop';

/** Two units of one SKU and one of another: three items. Answers the id. */
export function placed({ sandbox }: IconicShop, draft: Partial<IconicOrderDraft> = {}): string {
	const lines = [
		{ sku: 'IC-1', quantity: 2, price: 50 },
		{ sku: 'IC-2', quantity: 1, price: 200 },
	];
	const [order] = sandbox.place([{ lines, ...draft }]);
	if (order === undefined) throw new Error('the shop took no order');
	return order.id;
}

export const itemsOf = ({ sandbox }: IconicShop, id: string): readonly string[] =>
	sandbox.order(id).items.map((item) => String(item.id));

export const statusesIn = ({ sandbox }: IconicShop, id: string): readonly string[] =>
	sandbox.order(id).items.map(({ status }) => status);

export const packagesIn = ({ sandbox }: IconicShop, id: string) =>
	sandbox.order(id).packages.map(({ items, provider, tracking, deliveryType }) => ({
		items: items.map(String),
		provider,
		tracking,
		deliveryType,
	}));

export const tracking = (number: string, carrier: string | null = null): Tracking => ({
	number,
	carrier,
	url: null,
});

export const parcel = (
	id: number,
	items: readonly string[],
	itsTracking: Tracking | null = tracking(`TR-${id}`),
): UpdateParcel => ({
	parcel: id,
	location: null,
	lines: items.map((line) => ({ line, quantity: 1 })),
	tracking: itsTracking,
});

/** As the ledger hands it out: all of the order in parcel 7, unless it is said otherwise. */
export function told(
	shop: IconicShop,
	id: string,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
): ChannelUpdate {
	const isCancel = channelStatus === 'canceled';
	return {
		effect: isCancel ? 'cancel' : 'status',
		order: id,
		number: shop.sandbox.order(id).number,
		hubStatus: isCancel ? 'cancelled' : 'shipped',
		channelStatus,
		parcels: isCancel ? [] : [parcel(7, itemsOf(shop, id))],
		...(isCancel && { channelReason: 'Out of Stock' }),
		now: shop.now(),
		...change,
	};
}

export const send = async (
	shop: IconicShop,
	id: string,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
) => await theIconic.updates.send(shop.seller, told(shop, id, channelStatus, change));

export const lastCall = ({ sandbox }: IconicShop): number => sandbox.calls().at(-1)?.seq ?? 0;

/** What was called since, sign-ins apart, with the code or status of what was refused. */
export const called = ({ sandbox }: IconicShop, since = 0): readonly string[] =>
	sandbox
		.calls(since)
		.filter(({ kind }) => kind !== 'token')
		.map(({ kind, status, code }) => (status < 300 ? kind : `${kind} ${code ?? status}`));

export const writes = (shop: IconicShop, since = 0): readonly string[] =>
	called(shop, since).filter((call) => call.startsWith('set'));

/** What was sent to one operation, call by call. */
export const bodies = ({ sandbox }: IconicShop, operation: string): readonly unknown[] =>
	sandbox.calls().flatMap(({ kind, body }) => (kind === operation ? [body] : []));

/** Does something behind the hub's back just before the first call to the path. */
export function meddling(http: Http, path: string, deed: () => void): Http {
	let isDone = false;
	return withSeller(http, async (request) => {
		if (!isDone && request.path.includes(path)) {
			isDone = true;
			deed();
		}
		return await http(request);
	});
}

/** The shop, where calls to a path are answered with this, and are not sent. */
export const answering = (http: Http, path: string, answer: Partial<HttpResponse>): Http =>
	withSeller(http, async (request) =>
		request.path.includes(path)
			? { status: 200, headers: {}, body: null, ...answer }
			: await http(request),
	);

/** The shop, where the bodies of calls to a path come changed. */
export const changing = (http: Http, path: string, change: (body: unknown) => unknown): Http =>
	withSeller(http, async (request) => {
		const answer = await http(request);
		return request.path.includes(path) ? { ...answer, body: change(answer.body) } : answer;
	});
