import type { RawOrder } from './raw';

/** `StringFilterInput`, `DateFilterInput` and the enum filters in one: the schema has seen to who has what. */
export interface Filter {
	readonly eq?: unknown;
	readonly ne?: unknown;
	readonly in?: readonly unknown[] | null;
	readonly nin?: readonly unknown[] | null;
	readonly gt?: number | null;
	readonly gte?: number | null;
	readonly lt?: number | null;
	readonly lte?: number | null;
}

const isGiven = <T>(bound: T | null | undefined): bound is T =>
	bound !== null && bound !== undefined;

const isWithin = (value: unknown, { gt, gte, lt, lte }: Filter) => {
	const bounds = [gt, gte, lt, lte].filter(isGiven);
	if (bounds.length === 0) return true;
	return (
		typeof value === 'number' &&
		(!isGiven(gt) || value > gt) &&
		(!isGiven(gte) || value >= gte) &&
		(!isGiven(lt) || value < lt) &&
		(!isGiven(lte) || value <= lte)
	);
};

/** No filter lets everything through. */
export const isMatch = (value: unknown, filter: Filter | null | undefined): boolean =>
	!filter || matches(value, filter);

const matches = (value: unknown, filter: Filter) =>
	(!isGiven(filter.eq) || value === filter.eq) &&
	(!isGiven(filter.ne) || value !== filter.ne) &&
	(!isGiven(filter.in) || filter.in.includes(value)) &&
	(!isGiven(filter.nin) || !filter.nin.includes(value)) &&
	isWithin(value, filter);

/** What each filter argument of `listOrder` looks at. An argument that is not here is one the sandbox does not play. */
export const filtered: Readonly<Record<string, (order: RawOrder) => unknown>> = {
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

/** The orders that all given filters let through, as one question. */
export const passes = (given: Readonly<Record<string, Filter>>) => {
	const questions = Object.entries(given).flatMap(([name, filter]) => {
		const valueOf = filtered[name];
		return valueOf ? [(order: RawOrder) => matches(valueOf(order), filter)] : [];
	});
	return (order: RawOrder) => questions.every((isMet) => isMet(order));
};
