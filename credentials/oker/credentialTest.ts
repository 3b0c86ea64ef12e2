import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { HttpRequest } from '../../channels/connector';
import { connectorInfo, productsCount } from '../../channels/oker/requests';
import { calling } from '../calling';
import { baseUrlOf } from './baseUrl';
import type { Send } from './login';
import { failureOf } from './said';
import { signed } from './signed';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/**
 * What the gateway can do; one of Core level does not know the question, which is no fault of the credential, and is asked for the
 * number of listings. The answer is judged here, and what is left for n8n to ask is the same once more.
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const ask = async (question: IHttpRequestOptions) =>
		(await send({ ...signed(question, credentials), ...calling })).statusCode;
	const info = questionOf(connectorInfo(), credentials);
	const status = await ask(info);
	const isCore = status === 404;
	const question = isCore ? questionOf(productsCount(), credentials) : info;
	const failure = failureOf(isCore ? await ask(question) : status);
	if (failure !== null) throw failure;
	return question;
}

const questionOf = (
	{ method, path, query }: HttpRequest,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions => ({
	method,
	baseURL: undefined,
	url: `${baseUrlOf(credentials)}${path}`,
	qs: { ...query },
});
