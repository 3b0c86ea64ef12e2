import { type Item, type SaleOrder, itemsIn, packageIn, withItems, withPackage } from './order';
import { Refused } from './refused';
import { type ItemStatus, type PackageStatus, isInHouse, isUninvoiced } from './statuses';

export interface Courier {
	readonly provider: string | null;
	readonly tracking: string | null;
}

const stateRefusal = (code: string, status: PackageStatus) =>
	new Refused('INVALID_PACKAGE_STATE', `Package ${code} is ${status}`);

/** The package, if it stands where the step begins. */
export const packageAt = (
	order: SaleOrder,
	code: string,
	isRight: (status: PackageStatus) => boolean,
) => {
	const found = packageIn(order, code);
	if (!found) {
		throw new Refused('INVALID_SHIPPING_PACKAGE_CODE', `There is no package ${code}`);
	}
	if (!isRight(found.status)) throw stateRefusal(code, found.status);
	return found;
};

const itemsBecome = (order: SaleOrder, code: string, status: ItemStatus): SaleOrder =>
	withItems(
		order,
		(item) => item.package === code && item.status !== 'CANCELLED',
		(item) => ({ ...item, status }),
	);

/** Somebody goes for the goods, or has them. */
export const picked = (order: SaleOrder, code: string): SaleOrder => {
	packageAt(order, code, isUninvoiced);
	return withPackage(itemsBecome(order, code, 'PICKING_FOR_INVOICING'), code, { status: 'PICKED' });
};

/** The invoice exists: PACKED. */
export const invoiced = (order: SaleOrder, code: string): SaleOrder => {
	packageAt(order, code, isUninvoiced);
	return withPackage(itemsBecome(order, code, 'PICKING_FOR_INVOICING'), code, {
		status: 'PACKED',
		invoice: `INV-${code}`,
	});
};

/** A courier and its number; what is packed is ready to ship with them. */
export const withCourier = (order: SaleOrder, code: string, courier: Courier): SaleOrder => {
	const { status } = packageAt(order, code, isInHouse);
	const isReady = status === 'PACKED' && courier.tracking !== null;
	return withPackage(order, code, { ...courier, ...(isReady && { status: 'READY_TO_SHIP' }) });
};

export const manifested = (order: SaleOrder, code: string, manifest: string): SaleOrder => {
	packageAt(order, code, (status) => status === 'READY_TO_SHIP');
	return withPackage(order, code, { status: 'MANIFESTED', manifest });
};

export const dispatched = (
	order: SaleOrder,
	code: string,
	{ at, isForced }: { readonly at: number; readonly isForced: boolean },
): SaleOrder => {
	const isRight = (status: PackageStatus) =>
		isForced ? isInHouse(status) : ['READY_TO_SHIP', 'MANIFESTED'].includes(status);
	const { invoice } = packageAt(order, code, isRight);
	return withPackage(itemsBecome(order, code, 'DISPATCHED'), code, {
		status: 'DISPATCHED',
		invoice: invoice ?? `INV-${code}`,
		dispatchedAt: at,
	});
};

const isUnderWay = (status: PackageStatus) => ['DISPATCHED', 'SHIPPED'].includes(status);

/** By the carrier. */
export const shipped = (order: SaleOrder, code: string): SaleOrder => {
	packageAt(order, code, isUnderWay);
	return withPackage(order, code, { status: 'SHIPPED' });
};

/** Delivered items; a package is delivered with the last of its own. */
export const delivered = (order: SaleOrder, items: readonly Item[], at: number): SaleOrder => {
	const late = items.find(({ status }) => status !== 'DISPATCHED' && status !== 'DELIVERED');
	if (late) {
		throw new Refused('INVALID_SALE_ORDER_ITEM_STATE', `Item ${late.input.code} is ${late.status}`);
	}
	const next = withItems(
		order,
		(item) => items.includes(item),
		(item) => ({ ...item, status: 'DELIVERED' }),
	);
	const whole = next.packages.filter(
		({ code, status }) =>
			isUnderWay(status) && itemsIn(next, code).every((item) => item.status !== 'DISPATCHED'),
	);
	return whole.reduce(
		(made, { code }) => withPackage(made, code, { status: 'DELIVERED', deliveredAt: at }),
		next,
	);
};

/** Items have come back, by courier or from the customer; a package with the last of its own. */
export const receivedBack = (order: SaleOrder, codes: readonly string[]): SaleOrder => {
	const next = withItems(
		order,
		({ input }) => codes.includes(input.code),
		(item) => ({ ...item, status: 'RETURNED' }),
	);
	const whole = next.packages.filter(
		({ code, status }) =>
			status === 'RETURN_EXPECTED' &&
			itemsIn(next, code).every((item) => ['RETURNED', 'CANCELLED'].includes(item.status)),
	);
	return whole.reduce((made, { code }) => withPackage(made, code, { status: 'RETURNED' }), next);
};

/** The carrier brings it back (reference/uniware-oker.md 3). */
export const sentBack = (order: SaleOrder, code: string): SaleOrder => {
	packageAt(order, code, isUnderWay);
	return withPackage(order, code, { status: 'RETURN_EXPECTED' });
};
