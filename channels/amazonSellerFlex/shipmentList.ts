import { Failure } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import { isFields, partOrNull, reading, sound, textOrNull } from '../fields';
import type { Fields } from '../fields';
import { toOrder } from './mapper';
import type { Seller } from './seller';
import type { AmazonShipmentsPage } from './types';

/** A page of shipments as it came. */
export interface ShipmentList {
	readonly raws: readonly unknown[];
	/** Names the next page; a page may be empty and still name one (reference/amazon-seller-flex.md 6.1). */
	readonly token: string | null;
}

export function shipmentList(body: Fields, seller: Seller): ShipmentList {
	const from = reading<AmazonShipmentsPage>(body);
	const pagination = partOrNull(from, 'pagination');
	const token = pagination && textOrNull(pagination, 'nextToken');
	const { shipments } = body;
	if (!Array.isArray(shipments)) from.flaws.push('shipments is not a list');
	sound('amazonSellerFlex', from);
	const raws: readonly unknown[] = Array.isArray(shipments) ? shipments : [];
	raws.forEach((raw) => checkOwner(raw, seller));
	return { raws, token: token || null };
}

/** A credential that was changed must not mix the orders of two accounts. */
export function checkOwner(raw: unknown, { sellerId, marketplaceId }: Seller): void {
	const attributes = isFields(raw) ? raw.marketplaceAttributes : null;
	if (!isFields(attributes)) return;
	const owner = attributes.merchantId ?? sellerId;
	const marketplace = attributes.marketplaceId ?? marketplaceId;
	if (owner === sellerId && marketplace === marketplaceId) return;
	throw new Failure(
		'unauthorised',
		`amazonSellerFlex: Amazon answers with orders of seller ${String(owner)} in marketplace ${String(marketplace)}, and the credential names seller ${sellerId} in ${marketplaceId}. Correct the seller ID and the country in the credential.`,
	);
}

export function ordersIn(raws: readonly unknown[]): {
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
} {
	const read = raws.map(toOrder);
	return {
		orders: read.flatMap((one) => ('raw' in one ? [] : [one])),
		unreadable: read.flatMap((one) => ('raw' in one ? [one] : [])),
	};
}
