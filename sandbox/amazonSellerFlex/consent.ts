import type { SandboxRequest } from '../wire';
import { type Reply, reply, webPage } from './answers';
import type { Lwa } from './lwa';
import type { AmazonCredential } from './types';

export interface ConsentContext {
	readonly credential: AmazonCredential;
	readonly redirectUris: readonly [string, ...string[]];
	readonly isDraft: boolean;
	readonly lwa: Lwa;
}

/** Where the browser goes once the seller has agreed. */
export const consentUrl = (
	{ credential, lwa }: ConsentContext,
	state: string,
	redirectUri: string,
): string => {
	const url = new URL(redirectUri);
	url.searchParams.set('state', state);
	url.searchParams.set('selling_partner_id', credential.sellerId);
	url.searchParams.set('spapi_oauth_code', lwa.consent(redirectUri));
	return url.toString();
};

/** The seller agrees at once. Page errors are those of reference/amazon-seller-flex.md 3.1. */
export const consentPage = (context: ConsentContext, { query }: SandboxRequest): Reply => {
	const { credential, redirectUris, isDraft } = context;
	const { application_id, state, redirect_uri = redirectUris[0], version } = query;
	if (application_id !== credential.applicationId || !state) {
		return webPage(400, 'application_id and state are required');
	}
	if (isDraft && version !== 'beta') return webPage(400, 'MD1000');
	if (!redirectUris.includes(redirect_uri)) return webPage(400, 'MD5101');
	const location = consentUrl(context, state, redirect_uri);
	return { ...reply(302, undefined, 'authorised'), headers: { location } };
};
