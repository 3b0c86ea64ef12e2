import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { baseUrlOf } from './baseUrl';
import { loginOf, loginRequest, olderLoginRequest } from './login';
import type { Send } from './login';
import { bodyIn, refusedUser, said } from './said';
import { signedInAs } from './signedInAs';

/** What a gateway answers that has only the older form. */
const hasOlderForm: readonly number[] = [404, 405];

/** A token, to be kept until the gateway refuses it. Older gateways refuse inside of a good answer. */
export async function signIn(send: Send, credentials: ICredentialDataDecryptedObject) {
	const { username, password } = loginOf(credentials);
	if (username === '' || password === '' || baseUrlOf(credentials) === '') {
		throw refused(
			'oker: the credential lacks the username, the password or the base URL. Fill in all three.',
		);
	}
	const first = await send(loginRequest(credentials));
	const isOlder = hasOlderForm.includes(first.statusCode);
	const { status, accessToken } = bodyIn(
		isOlder ? await send(olderLoginRequest(credentials)) : first,
	);
	if (status === 'FAILED' || status === 'INVALID_CREDENTIALS') throw refusedUser();
	if (status !== 'SUCCESS' || typeof accessToken !== 'string' || accessToken === '') {
		throw said('malformed', 'the gateway gave no accessToken. Ask who runs it.');
	}
	return { accessToken, signInSecret: signedInAs(credentials) };
}
