import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { isTimeZone } from './timeZones';

export const inventoryKeys = ['sku', 'vendorSkuCode'] as const;
/** By which code stock is told: the marketplace's, or the seller's own. */
export type InventoryKey = (typeof inventoryKeys)[number];

/** What the credential says beside username and password. */
export interface Seller {
	readonly timeZone: string;
	readonly inventoryKey: InventoryKey;
	/** Of one operation. */
	readonly callsPerFiveMinutes: number;
}

/** Throws where the credential lacks something: a guess would read wrong times, or tell the wrong code. */
export function sellerOf({ seller = {} }: Http): Seller {
	const { timeZone = '', callsPerFiveMinutes = '' } = seller;
	const inventoryKey = inventoryKeys.find((key) => key === seller.inventoryKey);
	const calls = Number(callsPerFiveMinutes);
	if (!isTimeZone(timeZone)) throw incomplete('time zone');
	if (inventoryKey === undefined) throw incomplete('inventory key');
	if (!Number.isSafeInteger(calls) || calls < 1) throw incomplete('number of calls');
	return { timeZone, inventoryKey, callsPerFiveMinutes: calls };
}

const incomplete = (what: string) =>
	refused(`babyshop: the credential has no usable ${what}. Correct it.`);

/** Whose orders and stock it is, as of the last sign-in; null before the first one. */
export const accountIdIn = ({ seller = {} }: Http): string | null => seller.account || null;

/** The same after a call, which would have signed in. */
export function accountOf(http: Http): string {
	const account = accountIdIn(http);
	if (account !== null) return account;
	throw new Failure(
		'unauthorised',
		'babyshop: the credential does not say whose it is. Open it and save it again.',
	);
}

/** The account without the host: the marketplace's own name of the seller. */
export const ownerIn = (account: string): string => account.slice(0, account.lastIndexOf('@'));
