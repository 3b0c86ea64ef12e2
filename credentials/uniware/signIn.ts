import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { formRequest, loginOf, queryRequest } from './login';
import type { Answer, Send } from './login';
import { tokenIn } from './said';
import { signedInAs } from './signedInAs';

/** A token, to be kept: it lasts ten hours or more (reference/uniware-oker.md 1.2). */
export async function signIn(send: Send, credentials: ICredentialDataDecryptedObject) {
	const { username, password } = loginOf(credentials);
	if (username === '' || password === '') {
		throw refused('uniware: the credential lacks the username or the password. Fill in both.');
	}
	const accessToken = tokenIn(await answered(send, credentials));
	return { accessToken, signInSecret: signedInAs(credentials) };
}

/** Not every tenant may take a form; the documented way is the query. */
async function answered(send: Send, credentials: ICredentialDataDecryptedObject): Promise<Answer> {
	const byForm = await send(formRequest(credentials));
	const isUnknown = byForm.statusCode === 404 || byForm.statusCode === 405;
	return isUnknown ? await send(queryRequest(credentials)) : byForm;
}
