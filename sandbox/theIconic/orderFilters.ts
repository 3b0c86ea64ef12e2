import { z } from 'zod';
import { type Item, type Order, isMarketplace } from './order';
import { flag, paging, sortDir, texts, wholes } from './query';
import { notPlayed } from './refused';
import { endOf, isWithin, micros, startOf } from './stamps';
import { isStatus, progress } from './statuses';

const groups = ['economy', 'express', 'standard', 'digital', 'sameday', 'air', 'surface'] as const;

const others: readonly string[] = [
	'group_missing_external_invoice_access_key',
	'group_kpi_rejection_rate',
	'group_kpi_return_rate',
	'group_ready_to_ship_manifested',
	'group_ready_to_ship_nonmanifested',
];

const sections: readonly string[] = [
	...[...progress, 'canceled'].map((status) => `status_${status}`),
	...groups.map((type) => `group_${type}`),
	...others,
];

/** Known by name, but what they leave out is not played. */
const unplayed = {
	'customers[]': texts.optional(),
	'tags[]': texts.optional(),
	'cancelationReasons[]': texts.optional(),
	'orderSources[]': texts.optional(),
	'sellerNames[]': texts.optional(),
	'warehouses[]': texts.optional(),
	printedStatus: flag.optional(),
	delivery: z.string().optional(),
	outlet: flag.optional(),
	invoiceRequired: flag.optional(),
} as const;

/** That a name which there is not is refused, and not overlooked, is a guess (reference/the-iconic-sellercenter.md 7). */
export const orderQuery = z.strictObject({
	...paging,
	...unplayed,
	section: z
		.string()
		.refine((text) => sections.includes(text), 'is no section')
		.optional(),
	dateStart: startOf.optional(),
	dateEnd: endOf.optional(),
	updateDateStart: startOf.optional(),
	updateDateEnd: endOf.optional(),
	'orderIds[]': wholes.optional(),
	'orderNumbers[]': texts.optional(),
	packed: z.enum(['fully_packed', 'partially_packed', 'not_packed']).optional(),
	shipmentType: z.enum(['warehouse', 'dropshipping', 'crossdocking']).optional(),
	'fulfilmentType[]': z
		.array(z.enum(['merchant', 'venture']))
		.readonly()
		.optional(),
	'shipmentProviders[]': texts.optional(),
	'paymentMethods[]': texts.optional(),
	'productSku[]': texts.optional(),
	includeVoucherDetails: flag.optional(),
	sort: z.enum(['createdAt', 'updatedAt']).default('createdAt'),
	sortDir,
});

export type OrderQuery = z.infer<typeof orderQuery>;

/** One item of the status is enough: a guess (reference/the-iconic-sellercenter.md 7). */
const isInSection = ({ items }: Order, section: string) => {
	const status = section.replace('status_', '');
	if (isStatus(status)) return items.some((item) => item.status === status);
	if (others.includes(section)) throw notPlayed(section);
	return section === 'group_standard' && items.some((item) => item.status === 'pending');
};

const isPackedAs = ({ items }: Order, packed: NonNullable<OrderQuery['packed']>) => {
	const count = items.filter((item) => item.package !== null).length;
	if (count === 0) return packed === 'not_packed';
	return packed === (count === items.length ? 'fully_packed' : 'partially_packed');
};

const fulfilmentOf = (item: Item) => (isMarketplace(item) ? 'venture' : 'merchant');

const isOneOf = (values: readonly string[] | undefined, is: (value: string) => boolean) =>
	values?.some(is) ?? true;

const isDated = (order: Order, asked: OrderQuery) =>
	isWithin(micros(order.placedAt, order.id), asked.dateStart, asked.dateEnd) &&
	order.items.some(({ updatedAt }) =>
		isWithin(micros(updatedAt, order.id), asked.updateDateStart, asked.updateDateEnd),
	);

const isOfGoods = ({ items }: Order, asked: OrderQuery) =>
	(asked.shipmentType === undefined ||
		items.some((item) => item.shipmentType === asked.shipmentType)) &&
	isOneOf(asked['fulfilmentType[]'], (type) => items.some((item) => fulfilmentOf(item) === type)) &&
	isOneOf(asked['productSku[]'], (sku) => items.some((item) => item.sku === sku));

const isHandled = ({ packages, draft }: Order, asked: OrderQuery) =>
	isOneOf(asked['shipmentProviders[]'], (name) =>
		packages.some((made) => made.provider === name),
	) && isOneOf(asked['paymentMethods[]'], (name) => (draft.paymentMethod ?? 'CreditCard') === name);

/** All filters narrow it down. Of those on items, one item is enough: a guess (reference/the-iconic-sellercenter.md 7). */
export const isWanted = (order: Order, asked: OrderQuery): boolean =>
	isDated(order, asked) &&
	(asked.section === undefined || isInSection(order, asked.section)) &&
	(asked.packed === undefined || isPackedAs(order, asked.packed)) &&
	isOfGoods(order, asked) &&
	isHandled(order, asked);

export const checkPlayed = (asked: OrderQuery) => {
	const name = Object.keys(unplayed).find((one) => one in asked);
	if (name) throw notPlayed(name);
};
