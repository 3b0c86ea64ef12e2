import type { Item, Package, SaleOrder } from './order';
import { isOpen } from './statuses';
import type { World } from './world';

const isWaiting = (item: Item) => isOpen(item.status) && item.package === null && !item.isOnHold;

/** Whether facility allocation has something to do with the order. */
export const isAllocatable = (order: SaleOrder) =>
	order.isVerified && !order.isOnHold && order.items.some(isWaiting);

/** The first facility that has all of it, else the first that there is: rules and distance are not played. */
const chosen = ({ places, stock }: World, items: readonly Item[]): string | null => {
	const wanted = Map.groupBy(items, ({ input }) => input.itemSku);
	const enabled = places.enabled();
	const whole = enabled.find(({ code }) =>
		[...wanted].every(([sku, of]) => stock.unallocated(code, sku) >= of.length),
	);
	return (whole ?? enabled[0])?.code ?? null;
};

const settled = (world: World, order: SaleOrder): SaleOrder => {
	const facility = chosen(
		world,
		order.items.filter((item) => isWaiting(item) && item.facility === null),
	);
	const items = order.items.map((item) =>
		isWaiting(item) ? { ...item, facility: item.facility ?? facility } : item,
	);
	return { ...order, items };
};

const newPackage = (world: World, order: SaleOrder, facility: string): Package => {
	const [given] = order.input.shippingProviders ?? [];
	const at = world.now();
	return {
		code: world.newPackageCode(),
		facility,
		status: 'CREATED',
		provider: given?.code ?? null,
		tracking: given?.trackingNumber ?? null,
		invoice: null,
		manifest: null,
		createdAt: at,
		updatedAt: at,
		dispatchedAt: null,
		deliveredAt: null,
	};
};

/** The items of one facility: those in stock go into one package, the others wait for stock. */
const packedAt = (
	world: World,
	order: SaleOrder,
	{ facility, items }: { readonly facility: string; readonly items: readonly Item[] },
): SaleOrder => {
	const taken = new Map<string, number>();
	const inStock = items.filter(({ input: { itemSku } }) => {
		const used = taken.get(itemSku) ?? 0;
		if (world.stock.unallocated(facility, itemSku) <= used) return false;
		taken.set(itemSku, used + 1);
		return true;
	});
	const made = inStock.length > 0 ? newPackage(world, order, facility) : null;
	return {
		...order,
		packages: made ? [...order.packages, made] : order.packages,
		items: order.items.map((item): Item => {
			if (!items.includes(item)) return item;
			if (made && inStock.includes(item))
				return { ...item, status: 'FULFILLABLE', package: made.code };
			return item.status === 'UNFULFILLABLE' ? item : { ...item, status: 'UNFULFILLABLE' };
		}),
	};
};

const isSame = (one: SaleOrder, other: SaleOrder) =>
	one.packages.length === other.packages.length &&
	one.items.every((item, at) => {
		const now = other.items[at];
		return item.status === now?.status && item.facility === now.facility;
	});

/** What facility allocation makes of an order (reference/uniware-oker.md 4.2); the same one where nothing comes of it. */
export const allocatedIn =
	(world: World) =>
	(order: SaleOrder): SaleOrder => {
		if (!isAllocatable(order)) return order;
		const placed = settled(world, order);
		const waiting = placed.items.filter((item) => isWaiting(item) && item.facility !== null);
		const next = [...Map.groupBy(waiting, ({ facility }) => facility ?? '')].reduce(
			(made, [facility, items]) => packedAt(world, made, { facility, items }),
			placed,
		);
		return isSame(order, next) ? order : next;
	};

/** A package of the items that were named, made by hand. */
export const packedByHand = (world: World, order: SaleOrder, items: readonly Item[]): SaleOrder => {
	const [first] = items;
	return packedAt(world, order, { facility: first?.facility ?? '', items });
};
