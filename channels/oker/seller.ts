import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';

/** What a store tells Oker of as dispatched: what is in a closed manifest, or whatever the hub says has left. */
const dispatchWays = ['manifest', 'shipped'] as const;

/** What the credential says beside username and password. No number of it is published. */
export interface Seller {
	readonly callsPerMinute: number;
	/** How many days back orders are looked at again where the gateway cannot say what has changed. */
	readonly statusDays: number;
	readonly dispatchBy: (typeof dispatchWays)[number];
}

/** Throws where an entry is unusable; what is not filled in is as usual. */
export function sellerOf({ seller = {} }: Http): Seller {
	const { callsPerMinute = '300', statusDays = '30', dispatchBy = 'shipped' } = seller;
	const way = dispatchWays.find((one) => one === dispatchBy);
	if (way === undefined) throw unusable('way to dispatch');
	return {
		callsPerMinute: whole(callsPerMinute, 'number of calls'),
		statusDays: whole(statusDays, 'number of days'),
		dispatchBy: way,
	};
}

function whole(text: string, what: string): number {
	const found = Number(text);
	if (Number.isSafeInteger(found) && found > 0) return found;
	throw unusable(what);
}

const unusable = (what: string) =>
	refused(`oker: the credential has no usable ${what}. Correct it.`);

/** Username and host: the one name that a gateway of any level has for the seller. Null before the first sign-in. */
export const accountIdIn = ({ seller = {} }: Http): string | null => seller.account || null;

/** The same after a call, which would have signed in. */
export function accountOf(http: Http): string {
	const account = accountIdIn(http);
	if (account !== null) return account;
	throw new Failure(
		'unauthorised',
		'oker: the credential does not say whose it is. Open it and save it again.',
	);
}

/** The account without the host. */
export const userIn = (account: string): string => account.slice(0, account.lastIndexOf('@'));
