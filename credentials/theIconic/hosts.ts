import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

export const liveUrl = 'https://sellercenter-api.theiconic.com.au';

/** Scheme and host of the API that the credential is for (reference/the-iconic-sellercenter.md 2). */
export function originOf(credentials: ICredentialDataDecryptedObject): string {
	const { environment } = credentials;
	if (environment === 'own') return address(credentials, 'apiUrl');
	return environment === 'preproduction'
		? 'https://sellercenter-api-preprod.theiconic.com.au'
		: liveUrl;
}

export const hostOf = (credentials: ICredentialDataDecryptedObject): string =>
	URL.parse(originOf(credentials))?.host ?? '';

/**
 * Where tokens may be given out, to be tried in this order: the API host, then the one without "-api". Both forms are in use
 * (reference/the-iconic-sellercenter.md 2 and its addendum). What worked before comes first.
 */
export function loginUrlsOf(credentials: ICredentialDataDecryptedObject): readonly string[] {
	const origin = originOf(credentials);
	const other =
		credentials.environment === 'own'
			? address(credentials, 'loginUrl')
			: origin.replace('//sellercenter-api', '//sellercenter');
	const urls = [origin, other]
		.filter((one) => one !== '')
		.map((one) => `${one}/oauth/client-credentials`);
	const worked = urls.filter((url) => url === credentials.signedInAt);
	return [...new Set([...worked, ...urls])];
}

const address = (credentials: ICredentialDataDecryptedObject, field: string) =>
	typedIn(credentials, field).replace(/\/+$/, '');
