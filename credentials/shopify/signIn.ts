import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { typedIn } from '../typedIn';
import { appOf, isTokenTyped, loginRequest } from './login';
import type { Send } from './login';
import { tokenIn } from './said';
import { shopOf } from './shopDomain';
import { signedInAs } from './signedInAs';

/** A token, to be kept with what it was got by: asked for with the app's secret, or the one that was typed. */
export async function signIn(send: Send, credentials: ICredentialDataDecryptedObject) {
	const shop = shopOf(credentials);
	if (shop === '') {
		throw refused(
			'shopify: the Shop Domain in the credential is not like my-shop.myshopify.com. Copy it from the admin of the store, under Settings > Domains.',
		);
	}
	const accessToken = isTokenTyped(credentials)
		? typedToken(credentials)
		: await askedFor(send, credentials, shop);
	return { accessToken, signInSecret: signedInAs(credentials) };
}

async function askedFor(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
	shop: string,
): Promise<string> {
	const { clientId, clientSecret } = appOf(credentials);
	if (clientId === '' || clientSecret === '') {
		throw refused(
			'shopify: the credential lacks the client ID or the client secret. Fill in both.',
		);
	}
	return tokenIn(await send(loginRequest(credentials)), shop);
}

function typedToken(credentials: ICredentialDataDecryptedObject): string {
	const typed = typedIn(credentials, 'adminToken');
	if (typed !== '') return typed;
	throw refused('shopify: the credential has no Admin API access token. Paste it there.');
}
