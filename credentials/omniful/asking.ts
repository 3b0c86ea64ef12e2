import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { integrations, sellers } from '../../channels/omniful/requests';
import { calling } from '../calling';
import type { FamilyName } from './families';
import { baseUrlOf } from './hosts';
import type { Answer, Send } from './login';
import { noteRefused } from './renewedOnce';
import { signed } from './signed';

/** The cheapest question of each family that wants a token (reference/omniful.md 1.2). */
const questions = { seller: integrations(), tenant: sellers(1) } as const;
const tokenFields = { seller: 'accessToken', tenant: 'tenantAccessToken' } as const;

export function questionOf(
	family: FamilyName,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const { method, path, query } = questions[family];
	return {
		method,
		baseURL: undefined,
		url: `${baseUrlOf(credentials)}${path}`,
		qs: query,
		headers: { Accept: 'application/json' },
	};
}

/** Asks with the token that is there, and remembers it where Omniful refuses it. */
export async function askedAs(
	family: FamilyName,
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<Answer> {
	const request = { ...signed(questionOf(family, credentials), credentials), ...calling };
	const answer = await send(request);
	if (answer.statusCode === 401) noteRefused(String(credentials[tokenFields[family]]));
	return answer;
}
