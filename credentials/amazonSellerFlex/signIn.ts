import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { consentUrl, redirectOf } from '../../channels/amazonSellerFlex/authorisation';
import type { Redirect } from '../../channels/amazonSellerFlex/authorisation';
import { marketplaceOf } from '../../channels/amazonSellerFlex/marketplaces';
import { refused } from '../../domain/failure';
import { exchangedOnce } from './exchangedOnce';
import { loginUrlOf } from './hosts';
import { renewed } from './login';
import type { App, Send } from './login';
import { sellerOf } from './sellerOf';
import { signedInAs } from './signedInAs';
import { typedIn } from '../typedIn';

/**
 * An access token, and with it all that n8n has to keep. A redirect URL is worth something once: the refresh token that was
 * got for its code is kept in two places of the credential. A save in the editor never touches `oauthTokenData`, but the editor
 * has nothing of it when it tests; it does have the hidden field `exchangedToken`, which a form opened before the exchange saves away.
 */
export async function signIn(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const app = appOf(credentials);
	if (credentials.authorisation !== 'redirectUrl') {
		sellerOf(credentials);
		const { accessToken } = await renewed(send, app, typedRefreshToken(credentials));
		return { accessToken, signedInAs: signedInAs(credentials) };
	}
	const redirect = pasted(credentials);
	const before = keptFor(redirect, credentials);
	const { accessToken, refreshToken } =
		before === null
			? await exchangedOnce(send, app, fresh(redirect, credentials))
			: await renewed(send, app, before);
	const exchangedToken = `${redirect.code} ${refreshToken}`;
	const kept = { exchangedToken, oauthTokenData: { exchangedToken } };
	return { accessToken, signedInAs: signedInAs(credentials), ...kept };
}

const appOf = (credentials: ICredentialDataDecryptedObject): App => ({
	loginUrl: loginUrlOf(credentials),
	clientId: typedIn(credentials, 'clientId'),
	clientSecret: typedIn(credentials, 'clientSecret'),
});

function typedRefreshToken(credentials: ICredentialDataDecryptedObject): string {
	const typed = typedIn(credentials, 'refreshToken');
	if (typed !== '') return typed;
	throw refused('amazonSellerFlex: the credential has no refresh token. Paste it there.');
}

function pasted(credentials: ICredentialDataDecryptedObject): Redirect {
	const typed = typedIn(credentials, 'redirectUrl');
	if (typed === '')
		throw refused(`amazonSellerFlex: no redirect URL yet. ${invitation(credentials)}`);
	sellerOf(credentials);
	return redirectOf(typed);
}

/** The refresh token, if it was got for this code: another address pasted since is a new authorisation. */
function keptFor(
	{ code }: Redirect,
	{ oauthTokenData, exchangedToken }: ICredentialDataDecryptedObject,
): string | null {
	const safe: ICredentialDataDecryptedObject = Object(oauthTokenData);
	const places = [safe.exchangedToken, exchangedToken].map(String);
	const found = places.find((place) => place.startsWith(`${code} `));
	return found?.slice(code.length + 1) ?? null;
}

/** What may be exchanged: by the redirect URI as registered, and not smuggled in by somebody else. */
function fresh(redirect: Redirect, credentials: ICredentialDataDecryptedObject): Redirect {
	const redirectUri = typedIn(credentials, 'redirectUri') || redirect.redirectUri;
	const isOfLink = redirect.state === stateOf(credentials);
	if (isOfLink || typedIn(credentials, 'applicationId') === '') return { ...redirect, redirectUri };
	throw refused(
		`amazonSellerFlex: the redirect URL does not come from the link of this credential. ${invitation(credentials)}`,
	);
}

function invitation(credentials: ICredentialDataDecryptedObject): string {
	const applicationId = typedIn(credentials, 'applicationId');
	if (applicationId === '') {
		return 'Fill in Application ID and test again for the link to authorise by, or paste the address that you were sent back to.';
	}
	const link = consentUrl(marketplaceOf(typedIn(credentials, 'marketplace')), {
		applicationId,
		state: stateOf(credentials),
		redirectUri: typedIn(credentials, 'redirectUri') || null,
	});
	return `Open ${link} , confirm, and paste the address that the browser ends on as Redirect URL within five minutes.`;
}

/** Amazon asks for a state that nobody else can know. This one need not be remembered. */
const stateOf = (credentials: ICredentialDataDecryptedObject): string =>
	createHmac('sha256', typedIn(credentials, 'clientSecret'))
		.update(typedIn(credentials, 'applicationId'))
		.digest('hex')
		.slice(0, 32);
