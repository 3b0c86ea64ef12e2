import type { Chosen } from './chosen';
import type { DeliveryType, Order } from './order';
import { usualDelivery } from './packing';
import { unprocessable } from './refused';
import type { IconicProvider } from './types';
import type { World } from './world';

/** How a package goes, as a call says it. */
export interface Carriage {
	readonly deliveryType?: DeliveryType | undefined;
	readonly shippingProvider?: string | undefined;
	readonly trackingNumber?: string | undefined;
}

/** Codes are documented, when which of them comes is a guess (reference/the-iconic-sellercenter.md 4). */
export const providerNamed = ({ provider }: World, name: string): IconicProvider => {
	const known = provider(name);
	if (!known || known.status === false) {
		throw unprocessable(`E025: The shipping provider "${name}" is not known`);
	}
	return known;
};

/** That the carrier which the marketplace has fixed may not be another is a guess (reference/the-iconic-sellercenter.md 7). */
export const checkFixed = ({ draft }: Order, { name }: IconicProvider) => {
	if (draft.provider !== undefined && draft.provider !== name) {
		throw unprocessable(`E091: The shipping provider of this order is "${draft.provider}"`);
	}
};

/** Unique, and of one package (reference/the-iconic-sellercenter.md 8). */
export const checkTracking = (
	{ orders }: World,
	tracking: string,
	of: { readonly provider: IconicProvider | null; readonly package: number | null },
) => {
	if (tracking.trim() === '') throw unprocessable('E026: The tracking number is not valid');
	const format = of.provider?.trackingFormat;
	if (format !== undefined && !new RegExp(format).test(tracking)) {
		throw unprocessable(`E031: The tracking number is none of ${of.provider?.name}`);
	}
	const taken = orders.packageWith(tracking);
	if (taken !== null && taken !== of.package) {
		throw unprocessable(`E063: The tracking number ${tracking} is used already`);
	}
};

/** Shipping to the customer and to the marketplace are different kinds of items; that neither is taken for the other is a guess. */
export const deliveryOf = ({ order, items }: Chosen, said: DeliveryType | undefined) => {
	const [first] = items;
	const usual = usualDelivery(order, first?.shipmentType ?? 'dropshipping');
	const isDropship = (type: DeliveryType) => type === 'dropship';
	const isMixed = items.some((item) => item.shipmentType !== first?.shipmentType);
	if (isMixed || (said && isDropship(said) !== isDropship(usual))) {
		throw unprocessable(`E091: These order items do not go by delivery type ${said ?? usual}`);
	}
	return said ?? usual;
};

/** Mandatory unless the marketplace collects (reference/the-iconic-sellercenter.md 8). */
export const carrierOf = (
	world: World,
	{ order }: Chosen,
	{ deliveryType, shippingProvider }: Carriage,
): IconicProvider | null => {
	const name = shippingProvider ?? order.draft.provider;
	if (name === undefined) {
		if (deliveryType === 'pickup') return null;
		throw unprocessable('E025: The shipping provider is missing');
	}
	const provider = providerNamed(world, name);
	checkFixed(order, provider);
	return provider;
};

/** Mandatory when the carrier has no API, unless the marketplace collects (reference/the-iconic-sellercenter.md 8). */
export const needsTracking = (deliveryType: DeliveryType, provider: IconicProvider | null) =>
	deliveryType !== 'pickup' && !provider?.apiIntegrationAvailable;
