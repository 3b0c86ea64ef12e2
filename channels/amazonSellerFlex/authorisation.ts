import { refused } from '../../domain/failure';
import type { Marketplace } from './marketplaces';

/** What Seller Central sends the browser back with, once the seller has consented. */
export interface Redirect {
	/** Serves once, within five minutes. */
	readonly code: string;
	readonly sellerId: string;
	readonly state: string | null;
	/** The address that was registered for the app: what was pasted, without that which Amazon added. */
	readonly redirectUri: string;
}

export interface Consent {
	readonly applicationId: string;
	/** Comes back unchanged. */
	readonly state: string;
	/** One of those registered for the app; null for the first of them. */
	readonly redirectUri: string | null;
}

const consentPath = '/apps/authorize/consent';

/** The page in Seller Central on which a seller lets the app in (reference/amazon-seller-flex.md 3.1). */
export function consentUrl(
	{ sellerCentral }: Marketplace,
	{ applicationId, state, redirectUri }: Consent,
): string {
	const url = new URL(`https://${sellerCentral}${consentPath}`);
	url.searchParams.set('application_id', applicationId);
	url.searchParams.set('state', state);
	if (redirectUri !== null) url.searchParams.set('redirect_uri', redirectUri);
	return url.href;
}

const added = ['state', 'selling_partner_id', 'spapi_oauth_code', 'mws_auth_token'];

/** Reads the address that a person copied from the browser after consenting. What is refused is not repeated: it may hold a code. */
export function redirectOf(pasted: string): Redirect {
	const url = URL.parse(pasted.trim());
	if (url === null || !/^https?:$/.test(url.protocol)) throw unusable(misreadPage(pasted));
	const { searchParams, pathname } = url;
	const code = searchParams.get('spapi_oauth_code') ?? '';
	const sellerId = searchParams.get('selling_partner_id') ?? '';
	if (code === '') throw unusable(pathname.endsWith(consentPath) ? notYet : misreadPage(pasted));
	if (sellerId === '') throw unusable('has no selling_partner_id. Copy all of the address bar');
	return { code, sellerId, state: searchParams.get('state'), redirectUri: registered(url) };
}

/** What Seller Central shows where it does not get as far as the consent. */
const pageErrors = [
	[
		'MD1000',
		'is of Amazon’s page MD1000: the app is still a draft. Add &version=beta to the address of the consent page',
	],
	[
		'MD5101',
		'is of Amazon’s page MD5101: the redirect URI is none of those registered for the app. Correct it in the credential or in the app',
	],
] as const;

const misreadPage = (pasted: string): string =>
	pageErrors.find(([code]) => pasted.includes(code))?.[1] ??
	'has no spapi_oauth_code. Copy all of the address that the browser ends on after you confirm in Seller Central, beginning with https://';

const notYet =
	'is the page that asks for consent. Confirm there, and copy the address that the browser ends on';

function registered(url: URL): string {
	const bare = new URL(url);
	for (const name of added) bare.searchParams.delete(name);
	bare.hash = '';
	return bare.href;
}

const unusable = (why: string) =>
	refused(`amazonSellerFlex: what is pasted as Redirect URL ${why}.`);
