import type { UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Telling, Waiting } from './changing';
import type { Item } from './orderState';
import { providerFor, providerNamed } from './providers';
import type { Provider } from './providers';
import type { Leaving } from './requests';
import { sellerOf } from './seller';
import type { DeliveryType } from './seller';

/** How a parcel leaves. */
export interface Way {
	readonly leaving: Leaving;
	/** The carrier makes the tracking number, so the parcel is packed before it is ready. */
	readonly isIntegrated: boolean;
}

const noNumber: Waiting = { why: 'it has no tracking number yet', minutes: 15 };

/** Carrier and tracking number as the channel wants them (reference/the-iconic-sellercenter.md 8). */
export async function wayOf(
	telling: Telling,
	items: readonly Item[],
	parcel: UpdateParcel,
): Promise<Way | Waiting> {
	const { update } = telling;
	const deliveryType = deliveryTypeOf(telling, items);
	const trackingNumber = parcel.tracking?.number.trim() || null;
	const list = await telling.providers();
	const isCollected = deliveryType === 'pickup';
	const [first] = items;
	const provider: Provider | null =
		isCollected || first === undefined
			? (providerNamed(list, parcel.tracking?.carrier ?? null) ?? null)
			: providerFor(list, first, parcel, update.number);
	const isIntegrated = provider !== null && provider.isIntegrated;
	if (trackingNumber === null && !isCollected && !isIntegrated) return noNumber;
	return {
		leaving: {
			deliveryType,
			...(provider && { shippingProvider: provider.name }),
			...(trackingNumber !== null && { trackingNumber }),
		},
		isIntegrated,
	};
}

function deliveryTypeOf(
	{ http, update }: Telling,
	items: readonly Item[],
): Exclude<DeliveryType, 'automatic'> {
	const { deliveryType } = sellerOf(http);
	if (deliveryType !== 'automatic') return deliveryType;
	const [found = 'dropship', ...others] = new Set(items.map(ownWay));
	if (others.length === 0) return found;
	throw refused(
		`theIconic: a parcel of order ${update.number} holds items that get to the customer in different ways (${[found, ...others].join(', ')}). Put them in parcels of their own.`,
	);
}

const ownWay = ({
	shipmentType,
	crossdocking,
}: Item): 'dropship' | 'pickup' | 'send_to_warehouse' =>
	shipmentType?.startsWith('crossdocking')
		? crossdocking === 'pickup'
			? 'pickup'
			: 'send_to_warehouse'
		: 'dropship';
