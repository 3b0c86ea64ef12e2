import type { DeliveryType, Order, Package } from './order';
import { withItems } from './order';
import type { Status } from './statuses';

/** What a change may need beside the order. */
export interface ChangeContext {
	readonly now: number;
	/** Of a package, a number that is still free. */
	freshId(): number;
}

export type NewPackage = Omit<Package, 'id'>;

/** The items in a package of their own. */
export const packed = (
	order: Order,
	ids: readonly number[],
	{ made, context }: { readonly made: NewPackage; readonly context: ChangeContext },
): Order => {
	const id = context.freshId();
	const next = withItems(order, ids, (item) => ({ ...item, package: id }));
	return { ...next, packages: [...order.packages, { ...made, id }] };
};

/** The package as it is after a change, and its items changed as well. */
export const repacked = (
	order: Order,
	id: number,
	change: (made: Package) => Partial<Package>,
): Order => ({
	...order,
	items: order.items.map((item) => (item.package === id ? { ...item } : item)),
	packages: order.packages.map((made) => (made.id === id ? { ...made, ...change(made) } : made)),
});

export const withStatus = (order: Order, ids: readonly number[], status: Status): Order =>
	withItems(order, ids, (item) => ({ ...item, status }));

/** As the seller would send it, or has to (reference/the-iconic-sellercenter.md 8, 9). */
export const usualDelivery = (order: Order, shipmentType: string): DeliveryType =>
	shipmentType === 'crossdocking' ? (order.draft.crossdocking ?? 'send_to_warehouse') : 'dropship';
