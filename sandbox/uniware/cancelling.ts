import { type Item, type SaleOrder, itemsIn, packageIn } from './order';
import { Refused } from './refused';
import { hasLeft } from './statuses';

export interface Cancellation {
	/** Codes; all that is open when left out. */
	readonly items?: readonly string[];
	readonly reason?: string;
	/** Whether the channel is told. */
	readonly tellsChannel: boolean;
}

const namedIn = (order: SaleOrder, codes: readonly string[]): readonly Item[] =>
	codes.map((code) => {
		const item = order.items.find(({ input }) => input.code === code);
		if (item) return item;
		throw new Refused('INVALID_SALE_ORDER_ITEM_CODE', `There is no item ${code}`);
	});

const checkItems = (order: SaleOrder, items: readonly Item[], isNamed: boolean) => {
	const live = items.filter(({ status }) => status !== 'CANCELLED');
	if (live.length === 0 || (isNamed && live.length < items.length)) {
		throw new Refused('SALE_ORDER_ITEM_ALREADY_CANCELLED', 'An item is cancelled already');
	}
	checkFree(order, live);
	if (!live.some(({ status }) => hasLeft(status))) return;
	const name = live.every(({ status }) => hasLeft(status))
		? 'SALE_ORDER_ALL_ITEMS_ARE_DISPATCHED'
		: 'SALE_ORDER_ITEM_DISPATCHED';
	throw new Refused(name, `Something of ${order.code} has left`);
};

/** What lies in a manifest is not among what may be cancelled (reference/uniware-oker.md 3); the name of the refusal is a guess. */
export const isBound = (order: SaleOrder, { package: code }: Item): boolean =>
	code !== null && packageIn(order, code)?.status === 'MANIFESTED';

const checkFree = (order: SaleOrder, items: readonly Item[]) => {
	if (!items.some((item) => isBound(order, item))) return;
	throw new Refused('INVALID_PACKAGE_STATE', `Something of ${order.code} is in a manifest`);
};

/** Only before dispatch (reference/uniware-oker.md 2.1). A package ends with the last of its items. */
export const cancelled = (
	order: SaleOrder,
	{ items: codes, reason, tellsChannel }: Cancellation,
): SaleOrder => {
	const items = codes === undefined ? order.items : namedIn(order, codes);
	checkItems(order, items, codes !== undefined);
	const next: SaleOrder = {
		...order,
		cancelsTold: order.cancelsTold + (tellsChannel ? 1 : 0),
		items: order.items.map((item) =>
			items.includes(item) && item.status !== 'CANCELLED'
				? { ...item, status: 'CANCELLED', cancellationReason: reason ?? null }
				: item,
		),
	};
	const packages = next.packages.map((one) => {
		const inside = itemsIn(next, one.code);
		return inside.length > 0 && inside.every(({ status }) => status === 'CANCELLED')
			? { ...one, status: 'CANCELLED' as const }
			: one;
	});
	return { ...next, packages };
};
