import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { isFields } from '../../channels/fields';
import { calling } from '../calling';
import { hostOf, originOf } from './hosts';
import { said, unanswered } from './login';
import type { Answer, Send } from './login';
import { signed } from './signed';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/**
 * n8n's rules for the answer to a test look either at the status or at the body. So it is judged here, and what is left for n8n
 * to ask is the same once more.
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const question: IHttpRequestOptions = {
		method: 'GET',
		baseURL: undefined,
		url: `${originOf(credentials)}/v2/seller`,
		headers: { Accept: 'application/json' },
	};
	const asked = { ...signed(question, credentials), ...calling };
	judge(await send(asked).then(undefined, unanswered(question.url)), hostOf(credentials));
	return question;
}

/** Nothing that was answered stands in a message: it may repeat what was sent. */
function judge({ statusCode, body }: Answer, host: string): void {
	if (statusCode === 401) {
		throw said(
			'unauthorised',
			'The Iconic gave a token and refused it. See in Seller Center that the application still exists.',
		);
	}
	if (statusCode === 403) {
		throw said(
			'unauthorised',
			'The Iconic knows the application, but its user may not see the seller. Give the user more rights in Seller Center.',
		);
	}
	if (statusCode === 429) {
		throw said('rateLimited', 'The Iconic counts the calls. Test again in a minute.', 60_000);
	}
	if (statusCode === 503) {
		throw said('unavailable', 'The Iconic is under maintenance. Test again later.');
	}
	if (statusCode >= 500) {
		throw said('unavailable', `${host} answered with status ${statusCode}. Test again later.`);
	}
	if (statusCode === 200 && isFields(body) && body.id !== undefined && body.id !== null) return;
	throw said(
		'malformed',
		`what answers at ${host} is not SellerCenter, or it names no seller. Check the environment in the credential.`,
	);
}
