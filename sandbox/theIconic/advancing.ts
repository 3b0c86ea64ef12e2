import { SandboxRefusal } from '../wire';
import { type Item, type Order, isMarketplace } from './order';
import { type ChangeContext, packed, usualDelivery, withStatus } from './packing';
import { isBefore } from './statuses';
import type { IconicOrderAdvance } from './types';

export interface AdvancingContext extends ChangeContext {
	/** Whom the panel gives a package to. */
	readonly usualProvider: string | null;
}

const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

/** What has no package on its way to the customer gets one in the panel. */
const prepared = (order: Order, items: readonly Item[], context: AdvancingContext): Order => {
	const bare = items.filter((item) => item.package === null && !isMarketplace(item));
	const [first] = bare;
	if (!first) return order;
	const made = {
		by: 'panel',
		deliveryType: usualDelivery(order, first.shipmentType),
		provider: order.draft.provider ?? context.usualProvider,
		tracking: `PANEL${first.id}`,
	} as const;
	return packed(order, idsOf(bare), { made, context });
};

/** The customer, the marketplace, the carrier and the panel go on from wherever the items are (reference/the-iconic-sellercenter.md 9). */
export const advanced = (
	order: Order,
	{ status, items: wanted }: IconicOrderAdvance,
	context: AdvancingContext,
): Order => {
	const moving = order.items.filter(
		(item) => (wanted?.includes(item.id) ?? true) && isBefore(item.status, status),
	);
	if (moving.length === 0) {
		throw new SandboxRefusal(`nothing of order ${order.number} becomes ${status}`);
	}
	const ready = isBefore(status, 'ready_to_ship') ? order : prepared(order, moving, context);
	return withStatus(ready, idsOf(moving), status);
};
