import { type Moves, actionsOf } from './actions';
import { countries } from './countries';
import type { Order } from './order';
import type { IconicOrderState } from './stateTypes';

export const orderState = (order: Order, moves: Moves): IconicOrderState => ({
	id: String(order.id),
	number: order.number,
	placedAt: order.placedAt,
	updatedAt: order.updatedAt,
	currency: countries[order.country].currency,
	isSpoiled: order.overrides !== null,
	items: order.items.map((item) => ({
		id: item.id,
		sku: item.sku,
		product: item.product,
		shipmentType: item.shipmentType,
		status: item.status,
		isProcessable: item.isProcessable,
		package: item.package,
		reason: item.failure?.name ?? null,
		actions: actionsOf(order, item, moves),
	})),
	packages: order.packages.map((made) => ({
		id: made.id,
		items: order.items.filter((item) => item.package === made.id).map(({ id }) => id),
		by: made.by,
		deliveryType: made.deliveryType,
		provider: made.provider,
		tracking: made.tracking,
	})),
	history: order.history,
});
