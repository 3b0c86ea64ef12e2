import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { shopify } from '../../channels/shopify/connector';
import { calling } from '../calling';
import { baseUrlOf } from './baseUrl';
import type { Send } from './login';
import { said } from './said';
import { signed } from './signed';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/**
 * Shopify refuses inside answers of status 200 as well, and which scopes are missing no rule of n8n can say. So the answer is
 * judged here, and what is left for n8n to ask is the same once more.
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const asked: IHttpRequestOptions[] = [];
	const http: Http = async ({ method, path, headers, body }) => {
		const question = { method, url: `${baseUrlOf(credentials)}${path}`, headers: { ...headers } };
		const options = { ...question, body: body as IHttpRequestOptions['body'] };
		asked.push(options);
		const answer = await send({ ...signed(options, credentials), ...calling });
		const named = Object.entries(answer.headers ?? {}).map(([name, value]) => [
			name.toLowerCase(),
			String(value),
		]);
		return { status: answer.statusCode, headers: Object.fromEntries(named), body: answer.body };
	};
	const { missing } = await shopify.account(http);
	if (missing.length > 0) throw lacking(missing);
	return { ...asked[0], baseURL: undefined, url: asked[0]?.url ?? baseUrlOf(credentials) };
}

const lacking = (scopes: readonly string[]) =>
	said(
		'unauthorised',
		`the app lacks ${scopes.length === 1 ? 'the scope' : 'the scopes'} ${scopes.join(', ')}. Tick them in the app, release that version and update it on the store.`,
	);
