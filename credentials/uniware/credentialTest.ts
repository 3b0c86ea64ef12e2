import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { facilityWithCode } from '../../channels/uniware/requests';
import { calling } from '../calling';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './baseUrl';
import type { Send } from './login';
import { checkSuccess } from './said';
import { signed } from './signed';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/**
 * Uniware refuses inside answers of status 200, and n8n's rules for the answer to a test know no "anything but". So the answer is
 * judged here, and what is left for n8n to ask is the same once more.
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const question = defaultFacility(credentials);
	checkSuccess(await send({ ...signed(question, credentials), ...calling }));
	return question;
}

function defaultFacility(credentials: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const { method, path, headers, body } = facilityWithCode(typedIn(credentials, 'facility'));
	return {
		method,
		baseURL: undefined,
		url: `${baseUrlOf(credentials)}${path}`,
		headers: { ...headers, Accept: 'application/json', 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	};
}
