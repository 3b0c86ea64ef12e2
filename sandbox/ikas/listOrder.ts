import type { Revision } from '../shelf';
import { type Filtered, givenFilters, passes } from './filters';
import { type Listed, type PageArguments, listed, pageOf } from './paging';
import type { RawOrder } from './raw';
import { badArgument } from './refusal';
import type { Shop } from './shop';

export interface ListOrderArguments extends PageArguments {
	readonly sort?: string | null;
	readonly search?: string | null;
	readonly [filter: string]: unknown;
}

const filtered: Filtered<RawOrder> = {
	id: ({ id }) => id,
	orderNumber: ({ orderNumber }) => orderNumber,
	customerId: ({ customerId }) => customerId,
	customerEmail: ({ customer }) => customer.email,
	salesChannelId: ({ salesChannelId }) => salesChannelId,
	stockLocationId: ({ stockLocationId }) => stockLocationId,
	sourceId: ({ sourceId }) => sourceId,
	orderedAt: ({ orderedAt }) => orderedAt,
	updatedAt: ({ updatedAt }) => updatedAt,
	status: ({ status }) => status,
	orderPaymentStatus: ({ orderPaymentStatus }) => orderPaymentStatus,
	orderPackageStatus: ({ orderPackageStatus }) => orderPackageStatus,
	shippingMethod: ({ shippingMethod }) => shippingMethod,
	paymentMethodType: ({ paymentMethods }) => paymentMethods[0]?.type,
};

type Sort = (rows: readonly Revision<RawOrder>[]) => readonly Revision<RawOrder>[];

const byOrderedAt: Sort = (rows) =>
	rows.toSorted((left, right) => left.row.orderedAt - right.row.orderedAt);

/** The values integrators use; that ikas refuses others is a guess, so is newest first without any (reference/ikas.md 6). */
const sorts: Readonly<Record<string, Sort>> = {
	updatedAt: (rows) => rows,
	'-updatedAt': (rows) => rows.toReversed(),
	orderedAt: byOrderedAt,
	'-orderedAt': (rows) => byOrderedAt(rows).toReversed(),
};

/** As an API that pays no attention to `sort`: in the order of placing. */
const byPlacing: Sort = (rows) =>
	rows.toSorted((left, right) => left.row.orderSequence - right.row.orderSequence);

const sortOf = ({ sort }: ListOrderArguments) => {
	const sorted = sorts[sort ?? '-orderedAt'];
	if (!sorted) throw badArgument(`sort ${sort} is not known`);
	return sorted;
};

export const listOrder = (shop: Shop, args: ListOrderArguments, ignoresSort: boolean): Listed => {
	pageOf(args);
	const sorted = ignoresSort ? byPlacing : sortOf(args);
	const given = givenFilters('listOrder', args, filtered);
	// "search: order number" (reference/ikas.md 8); that a part of it is enough is a guess.
	const searched = args.search ?? '';
	const isWanted = passes(given, filtered);
	const rows = sorted(
		shop
			.listed(given.updatedAt?.gte ?? null)
			.filter(({ row }) => row.orderNumber.includes(searched) && isWanted(row)),
	);
	return listed(rows, args, ({ answer }) => answer);
};
