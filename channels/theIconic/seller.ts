import { refused } from '../../domain/failure';
import type { Http } from '../connector';

export const deliveryTypes = ['automatic', 'dropship', 'pickup', 'send_to_warehouse'] as const;
/** How parcels get to the customer: as each item says, or always in one way. */
export type DeliveryType = (typeof deliveryTypes)[number];

export const afterReadyToShipWays = ['ship', 'leave'] as const;
/** Whether what left is set to shipped where the channel offers it, or stays for a scan of the carrier. */
export type AfterReadyToShip = (typeof afterReadyToShipWays)[number];

/** What the credential says beside its secrets. */
export interface Seller {
	readonly deliveryType: DeliveryType;
	readonly afterReadyToShip: AfterReadyToShip;
}

/** Throws where the credential says what nobody knows: a guess would tell parcels in a wrong way. */
export function sellerOf({ seller = {} }: Http): Seller {
	const deliveryType = deliveryTypes.find((one) => one === (seller.deliveryType || 'automatic'));
	const afterReadyToShip = afterReadyToShipWays.find(
		(one) => one === (seller.afterReadyToShip || 'ship'),
	);
	if (deliveryType === undefined) throw incomplete('delivery type');
	if (afterReadyToShip === undefined) throw incomplete('choice of what follows ready to ship');
	return { deliveryType, afterReadyToShip };
}

const incomplete = (what: string) =>
	refused(`theIconic: the credential has no usable ${what}. Correct it.`);
