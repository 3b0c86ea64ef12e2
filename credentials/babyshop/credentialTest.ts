import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { ordersIn } from '../../channels/babyshop/requests';
import { calling } from '../calling';
import { baseUrlOf } from './baseUrl';
import type { Send } from './login';
import { codeIn, envelopeIn, failureOf } from './said';
import { signed } from './signed';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/**
 * The panel refuses inside answers of status 200, and n8n's rules for the answer to a test know no "anything but 0". So the
 * answer is judged here, and what is left for n8n to ask is the same once more.
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const question = oneOrder(credentials);
	const code = codeIn(envelopeIn(await send({ ...signed(question, credentials), ...calling })));
	if (code !== 0) throw failureOf(code);
	return question;
}

/** The cheapest question that the key is needed for. */
function oneOrder(credentials: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const { method, path, headers, body } = ordersIn(['5'], 1, 1);
	const url = `${baseUrlOf(credentials)}${path}`;
	return { method, baseURL: undefined, url, headers: { ...headers }, body: String(body) };
}
