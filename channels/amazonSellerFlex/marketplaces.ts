import { refused } from '../../domain/failure';

/** An authorisation counts in one of them (reference/amazon-seller-flex.md 3.1). */
export type Region = 'NA' | 'EU' | 'FE';

export interface Marketplace {
	/** Amazon's, as its calls name it. */
	readonly id: string;
	/** Of the country, two letters. */
	readonly code: string;
	readonly country: string;
	readonly region: Region;
	/** Host of Seller Central, where a seller consents. */
	readonly sellerCentral: string;
	/** The usual one there; what a seller has is in its orders. */
	readonly currency: string;
}

const europe = 'sellercentral-europe.amazon.com';

/** reference/amazon-seller-flex.md 2, by country. */
const table: readonly (readonly [string, string, string, Region, string, string])[] = [
	['AU', 'A39IBJ37TRP1C6', 'Australia', 'FE', 'sellercentral.amazon.com.au', 'AUD'],
	['BE', 'AMEN7PMS3EDWL', 'Belgium', 'EU', 'sellercentral.amazon.com.be', 'EUR'],
	['BR', 'A2Q3Y263D00KWC', 'Brazil', 'NA', 'sellercentral.amazon.com.br', 'BRL'],
	['CA', 'A2EUQ1WTGCTBG2', 'Canada', 'NA', 'sellercentral.amazon.ca', 'CAD'],
	['EG', 'ARBP9OOSHTCHU', 'Egypt', 'EU', 'sellercentral.amazon.eg', 'EGP'],
	['FR', 'A13V1IB3VIYZZH', 'France', 'EU', europe, 'EUR'],
	['DE', 'A1PA6795UKMFR9', 'Germany', 'EU', europe, 'EUR'],
	['IN', 'A21TJRUUN4KGV', 'India', 'EU', 'sellercentral.amazon.in', 'INR'],
	['IE', 'A28R8C7NBKEWEA', 'Ireland', 'EU', 'sellercentral.amazon.ie', 'EUR'],
	['IT', 'APJ6JRA9NG5V4', 'Italy', 'EU', europe, 'EUR'],
	['JP', 'A1VC38T7YXB528', 'Japan', 'FE', 'sellercentral.amazon.co.jp', 'JPY'],
	['MX', 'A1AM78C64UM0Y8', 'Mexico', 'NA', 'sellercentral.amazon.com.mx', 'MXN'],
	['NL', 'A1805IZSGTT6HS', 'Netherlands', 'EU', 'sellercentral.amazon.nl', 'EUR'],
	['PL', 'A1C3SOZRARQ6R3', 'Poland', 'EU', 'sellercentral.amazon.pl', 'PLN'],
	// Public code also has sellercentral.amazon.com.sa; one source says that such a host does not exist.
	['SA', 'A17E79C6D8DWNP', 'Saudi Arabia', 'EU', 'sellercentral.amazon.sa', 'SAR'],
	['SG', 'A19VAU5U5O7RUS', 'Singapore', 'FE', 'sellercentral.amazon.sg', 'SGD'],
	['ZA', 'AE08WJ6YKNBMC', 'South Africa', 'EU', 'sellercentral.amazon.co.za', 'ZAR'],
	['ES', 'A1RKKUPIHCS9HS', 'Spain', 'EU', europe, 'EUR'],
	['SE', 'A2NODRKZP88ZB9', 'Sweden', 'EU', 'sellercentral.amazon.se', 'SEK'],
	['TR', 'A33AVAJ2PDY3EV', 'Türkiye', 'EU', 'sellercentral.amazon.com.tr', 'TRY'],
	['AE', 'A2VIGQ35RCS4UG', 'United Arab Emirates', 'EU', 'sellercentral.amazon.ae', 'AED'],
	['GB', 'A1F83G8C2ARO7P', 'United Kingdom', 'EU', europe, 'GBP'],
	['US', 'ATVPDKIKX0DER', 'United States', 'NA', 'sellercentral.amazon.com', 'USD'],
];

export const marketplaces: readonly Marketplace[] = table.map(
	([code, id, country, region, sellerCentral, currency]) => ({
		id,
		code,
		country,
		region,
		sellerCentral,
		currency,
	}),
);

/** Null for an ID that Amazon's list does not have. */
export const marketplaceWith = (id: string): Marketplace | null =>
	marketplaces.find((one) => one.id === id) ?? null;

export function marketplaceOf(id: string): Marketplace {
	const found = marketplaceWith(id);
	if (found !== null) return found;
	throw refused(
		`amazonSellerFlex: ${id === '' ? 'no marketplace is chosen' : `no marketplace has the ID ${id}`}. Choose the country in the credential.`,
	);
}

/** Where the API answers; `isSandbox` is Amazon's own. */
export const endpointOf = ({ region }: Marketplace, isSandbox = false): string =>
	`https://${isSandbox ? 'sandbox.' : ''}sellingpartnerapi-${region.toLowerCase()}.amazon.com`;
