import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { redirectOf } from '../../channels/amazonSellerFlex/authorisation';
import { marketplaceOf, marketplaceWith } from '../../channels/amazonSellerFlex/marketplaces';
import { refused } from '../../domain/failure';
import { typedIn } from '../typedIn';

/** Whose account this is: what the credential says beside its secrets. With a redirect URL, Amazon itself told the seller. */
export function sellerOf(
	credentials: ICredentialDataDecryptedObject,
): Readonly<Record<'sellerId' | 'marketplaceId', string>> {
	const { id: marketplaceId } = marketplaceOf(typedIn(credentials, 'marketplace'));
	const typed = typedIn(credentials, 'sellerId');
	if (credentials.authorisation !== 'redirectUrl') {
		return { sellerId: checked(typed), marketplaceId };
	}
	const { sellerId } = redirectOf(typedIn(credentials, 'redirectUrl'));
	if (typed === '' || typed === sellerId) return { sellerId: checked(sellerId), marketplaceId };
	throw refused(
		`amazonSellerFlex: the redirect URL is of the seller ${checked(sellerId)}, the credential names another Seller ID. Correct one of them.`,
	);
}

function checked(sellerId: string): string {
	if (marketplaceWith(sellerId) !== null)
		throw wrong('is the ID of a marketplace, not of a seller');
	if (!/^[A-Z0-9]{6,30}$/.test(sellerId)) throw wrong('is not like A1SELLER0EXAMPLE');
	return sellerId;
}

const wrong = (why: string) =>
	refused(
		`amazonSellerFlex: the Seller ID in the credential ${why}. Copy the Merchant Token from Seller Central > Settings > Account Info.`,
	);
