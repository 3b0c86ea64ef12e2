import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { baseUrlOf } from './baseUrl';
import { calling } from './login';
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
const oneOrder = (credentials: ICredentialDataDecryptedObject): IHttpRequestOptions => ({
	method: 'POST',
	baseURL: undefined,
	url: `${baseUrlOf(credentials)}/orderList`,
	headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams({
		RequestBody: JSON.stringify({ filterStatusList: '5', pageNumber: 1, limit: 1 }),
	}).toString(),
});
