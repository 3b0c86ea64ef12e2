import { z } from 'zod';
import type { Reply } from './answers';
import { parsed } from './body';
import { date } from './dates';
import { type SaleOrder, orderStatus } from './order';
import { orderRow } from './orderAnswer';
import { pageOf, searchOptions } from './paging';
import { invalid } from './refused';
import type { World } from './world';

const searchBody = z.strictObject({
	displayOrderCode: z.string().optional(),
	status: z.string().optional(),
	channel: z.string().optional(),
	customerEmailOrMobile: z.string().optional(),
	customerName: z.string().optional(),
	cashOnDelivery: z.boolean().optional(),
	fromDate: date.optional(),
	toDate: date.optional(),
	dateType: z.enum(['CREATED', 'UPDATED', 'FULFILLMENT_TAT']).default('CREATED'),
	updatedSinceInMinutes: z.number().int().min(1).optional(),
	facilityCodes: z.array(z.string()).readonly().optional(),
	onHold: z.boolean().optional(),
	searchOptions: searchOptions.optional(),
});

type Search = z.infer<typeof searchBody>;

/** Somebody keeps to this; that more is refused is a guess (reference/uniware-oker.md 10). */
const longestMs = 31 * 86_400_000;

const checkRange = ({ fromDate, toDate }: Search, now: number) => {
	if (fromDate === undefined) return;
	if ((toDate ?? now) - fromDate > longestMs) {
		throw invalid('The date range is longer than 31 days', 'fromDate');
	}
};

const dateOf = ({ input, createdAt, updatedAt }: SaleOrder, type: Search['dateType']) => {
	if (type === 'UPDATED') return updatedAt;
	return type === 'CREATED' ? createdAt : (input.fulfillmentTat ?? 0);
};

const isWithin = (order: SaleOrder, { fromDate = 0, toDate, dateType }: Search) => {
	const at = dateOf(order, dateType);
	return at >= fromDate && at <= (toDate ?? Number.POSITIVE_INFINITY);
};

const matches = (order: SaleOrder, asked: Search, now: number): boolean => {
	const { input } = order;
	const since = asked.updatedSinceInMinutes;
	const facilities = asked.facilityCodes;
	return [
		asked.displayOrderCode === undefined || input.displayOrderCode === asked.displayOrderCode,
		asked.status === undefined || orderStatus(order) === asked.status,
		asked.channel === undefined || input.channel === asked.channel,
		asked.customerName === undefined || input.customerName === asked.customerName,
		asked.cashOnDelivery === undefined || input.cashOnDelivery === asked.cashOnDelivery,
		asked.onHold === undefined || order.isOnHold === asked.onHold,
		since === undefined || order.updatedAt >= now - since * 60_000,
		facilities === undefined ||
			order.items.some(({ facility }) => facility !== null && facilities.includes(facility)),
	].every(Boolean);
};

/** The newest first: the order of the rows is not documented. */
export const searched = (world: World, body: unknown): Reply => {
	const asked = parsed(searchBody, body);
	const now = world.now();
	checkRange(asked, now);
	const rows = world.orders
		.shown()
		.filter((order) => isWithin(order, asked) && matches(order, asked, now))
		.toReversed();
	return pageOf(rows, asked.searchOptions, (order) => orderRow(world, order));
};
