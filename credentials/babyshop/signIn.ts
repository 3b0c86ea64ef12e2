import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isFields } from '../../channels/fields';
import type { Fields } from '../../channels/fields';
import { refused } from '../../domain/failure';
import { loginOf, loginRequest } from './login';
import type { Send } from './login';
import { codeIn, envelopeIn, failureOf, said } from './said';
import { signedInAs } from './signedInAs';

/** The key of the user and whose it is, to be kept: the key lasts ten years and is asked for once (reference/babyshop-vinculum.md 4). */
export async function signIn(send: Send, credentials: ICredentialDataDecryptedObject) {
	const { username, password } = loginOf(credentials);
	if (username === '' || password === '') {
		throw refused('babyshop: the credential lacks the username or the password. Fill in both.');
	}
	const answer = envelopeIn(await send(loginRequest(credentials)));
	if (answer.status !== 'SUCCESS') throw failureOf(codeIn(answer));
	return {
		accessToken: textIn(answer, 'apiKey'),
		apiOwner: textIn(answer, 'apiOwner'),
		signInSecret: signedInAs(credentials),
	};
}

function textIn(answer: Fields, name: 'apiKey' | 'apiOwner'): string {
	const value = answer[name];
	const text = isFields(value) || value === undefined ? '' : String(value ?? '').trim();
	if (text !== '') return text;
	throw said('malformed', `the seller panel gave no ${name} for this user.`);
}
