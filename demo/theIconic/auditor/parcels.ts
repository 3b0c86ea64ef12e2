import type { ShopifyFulfilmentState } from '../../../sandbox/shopify/stateTypes';
import type { IconicItemState, IconicPackageState } from '../../../sandbox/theIconic/stateTypes';
import { leftOf, trackingOf } from './lines';
import type { Pair } from './pairs';

/** A package that the hub told The Iconic of, and what left Shopify under its number. */
export interface Parcel {
	readonly made: IconicPackageState;
	readonly items: readonly IconicItemState[];
	readonly left: readonly ShopifyFulfilmentState[];
}

export const parcelsOf = ({ order, onShopify }: Pair): readonly Parcel[] =>
	order.packages
		.filter(({ by }) => by === 'api')
		.map((made) => ({
			made,
			items: order.items.filter((item) => item.package === made.id && item.status !== 'canceled'),
			left: leftOf(onShopify).filter((one) => trackingOf(one)?.number === made.tracking),
		}));
