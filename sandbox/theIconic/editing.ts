import type { Order } from './order';
import type { IconicOrderEdit } from './types';

/** Items count as updated with their order, or no window would show an edit: a guess (reference/the-iconic-sellercenter.md 7). */
export const edited = (order: Order, edit: IconicOrderEdit, now: number): Order => ({
	...order,
	shipping: { ...order.shipping, ...edit.shipping },
	billing: { ...order.billing, ...edit.billing },
	addressUpdatedAt: edit.shipping || edit.billing ? now : order.addressUpdatedAt,
	isMasked: edit.masked ?? order.isMasked,
	items: order.items.map((item) => ({
		...item,
		isProcessable: edit.isProcessable ?? item.isProcessable,
	})),
	overrides: edit.overrides === undefined ? order.overrides : edit.overrides,
});
