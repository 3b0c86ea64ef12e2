import type { Cause, IconicItemState, IconicOrderChange } from './stateTypes';
import type { Status } from './statuses';
import type { IconicAddressDraft, IconicOrderDraft, IconicReason } from './types';

export type ShipmentType = IconicItemState['shipmentType'];

export type DeliveryType = 'dropship' | 'pickup' | 'send_to_warehouse';

export interface Failure {
	readonly type: IconicReason['type'];
	readonly name: string;
	readonly details: string;
}

/** One unit. Money is in cents, times are epoch ms. */
export interface Item {
	readonly id: number;
	readonly sku: string;
	/** Null for what is in no catalog. */
	readonly product: number | null;
	readonly shopSku: string | null;
	readonly name: string;
	readonly variation: string | null;
	readonly shipmentType: ShipmentType;
	readonly status: Status;
	readonly isProcessable: boolean;
	readonly price: number;
	readonly discount: number;
	readonly shippingFee: number;
	readonly package: number | null;
	readonly failure: Failure | null;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly statusChangedAt: number;
}

export interface Package {
	readonly id: number;
	readonly by: Cause;
	readonly deliveryType: DeliveryType;
	/** Name of a provider. */
	readonly provider: string | null;
	readonly tracking: string | null;
}

export interface Order {
	readonly id: number;
	readonly number: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly addressUpdatedAt: number;
	readonly country: NonNullable<IconicOrderDraft['country']>;
	readonly shipping: IconicAddressDraft;
	readonly billing: IconicAddressDraft;
	readonly isMasked: boolean;
	readonly draft: Pick<IconicOrderDraft, 'paymentMethod' | 'provider' | 'crossdocking' | 'remarks'>;
	readonly items: readonly Item[];
	/** All that were ever made. */
	readonly packages: readonly Package[];
	readonly overrides: Readonly<Record<string, unknown>> | null;
	readonly history: readonly IconicOrderChange[];
}

/** Not shipped by the seller: the marketplace has the goods. */
export const isMarketplace = ({ shipmentType }: Pick<Item, 'shipmentType'>) =>
	shipmentType === 'warehouse';

export const packageOf = (order: Order, item: Item): Package | null =>
	order.packages.find(({ id }) => id === item.package) ?? null;

/** The order with some of its items changed. */
export const withItems = (
	order: Order,
	ids: readonly number[],
	change: (item: Item) => Item,
): Order => ({
	...order,
	items: order.items.map((item) => (ids.includes(item.id) ? change(item) : item)),
});

/** Units by seller SKU that the customer still wants. */
export const openUnits = ({ items }: Order): Readonly<Record<string, number>> => {
	const units = new Map<string, number>();
	for (const { sku, status } of items) {
		if (status !== 'canceled') units.set(sku, (units.get(sku) ?? 0) + 1);
	}
	return Object.fromEntries(units);
};
