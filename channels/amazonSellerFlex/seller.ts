import { refused } from '../../domain/failure';
import type { Http } from '../connector';

/** Whose orders and stock are asked for, as the credential says it. */
export interface Seller {
	readonly sellerId: string;
	readonly marketplaceId: string;
}

export function sellerOf({ seller = {} }: Http): Seller {
	const { sellerId = '', marketplaceId = '' } = seller;
	if (sellerId !== '' && marketplaceId !== '') return { sellerId, marketplaceId };
	throw refused(
		'amazonSellerFlex: the credential names no seller ID or no marketplace. Complete it.',
	);
}

/** A seller has one account in each marketplace: other orders, other stock. */
/** The other way round. */
export const marketplaceIdIn = (account: string): string => account.slice(account.indexOf('/') + 1);

export const accountIdOf = ({ sellerId, marketplaceId }: Seller) => `${sellerId}/${marketplaceId}`;
