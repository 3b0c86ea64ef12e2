import type { Http, HttpRequest } from '../../channels/connector';
import type { ChannelUpdate, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import type { OrderDraft, OrderState } from '../../sandbox/ikas/types';
import { ikasShop } from './ikasShop';

export type IkasShop = Awaited<ReturnType<typeof ikasShop>>;

export const tracking: Tracking = { number: 'TR-1', carrier: null, url: null };

/** One order of the shop. */
export function placed(shop: IkasShop, draft: Partial<OrderDraft> = {}): OrderState {
	const lines = [{ sku: 'ETEK-36', quantity: 3 }];
	const [order] = shop.sandbox.place([{ lines, ...draft }]);
	if (order === undefined) throw new Error('the shop took no order');
	return order;
}

/** All of the order in one parcel, unless the parcels are given. */
export const told = (
	{ id, number, lines }: OrderState,
	channelStatus: string,
	change: Partial<ChannelUpdate> = {},
): ChannelUpdate => ({
	effect: 'status',
	order: id,
	number,
	hubStatus: 'shipped',
	channelStatus,
	parcels: [parcel(1, Object.fromEntries(lines.map((line) => [line.id, line.quantity])))],
	...change,
});

export const parcel = (
	number: number,
	units: Readonly<Record<string, number>>,
	change: Partial<UpdateParcel> = {},
): UpdateParcel => ({
	parcel: number,
	location: null,
	lines: Object.entries(units).map(([line, quantity]) => ({ line, quantity })),
	tracking,
	...change,
});

export const cancelled = (order: OrderState) =>
	told(order, 'status:CANCELLED', { effect: 'cancel', hubStatus: 'cancelled', parcels: [] });

/** What the hub wrote since, field by field. */
export const writes = ({ sandbox }: IkasShop, since = 0): readonly string[] =>
	sandbox
		.calls(since)
		.flatMap(({ fields }) => fields)
		.filter((field) => /^(fulfillOrder|updateOrderPackageStatus|cancel)/.test(field));

/** Of each package its status, tracking number and units by SKU. */
export const packages = ({ sandbox }: IkasShop, { id }: OrderState) => {
	const order = sandbox.order(id);
	return order.packages
		.filter(({ deleted }) => !deleted)
		.map(({ status, tracking: where, lines }) => {
			const held = order.lines.filter((line) => lines.includes(line.id));
			const units = held.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ');
			return `${status} ${where?.number ?? '-'}: ${units}`;
		});
};

/** Does something behind the hub's back just before the first call that asks for `field`. */
export const meddling = (http: Http, field: string, deed: () => void): Http => {
	let isDone = false;
	return async (request) => {
		if (!isDone && asksFor(request, field)) {
			isDone = true;
			deed();
		}
		return await http(request);
	};
};

/** ikas, which lets the app ask everything but this. */
export const without =
	(http: Http, field: string): Http =>
	async (request) => {
		if (!asksFor(request, field) && !JSON.stringify(request.body).includes(`${field} {`)) {
			return await http(request);
		}
		const errors = [{ message: `no ${field}`, extensions: { code: 'FORBIDDEN' } }];
		return { status: 200, headers: {}, body: { errors, data: null } };
	};

export const asksFor = ({ body }: HttpRequest, field: string): boolean =>
	JSON.stringify(body).includes(`${field}(`);
