import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { Failure } from '../../domain/failure';
import { loginUrlsOf } from './hosts';
import { appOf, tokenFrom } from './login';
import type { App, Send } from './login';
import { signedInAs } from './signedInAs';

/** A token and where it was got, to be kept: the next sign-in asks there first. */
export async function signIn(send: Send, credentials: ICredentialDataDecryptedObject) {
	const app = appOf(credentials);
	const { accessToken, signedInAt } = await firstToken(send, loginUrlsOf(credentials), app);
	return { accessToken, signedInAt, signedInAs: signedInAs(credentials) };
}

/** One after the other: which of the two hosts knows the application is not certain. */
async function firstToken(send: Send, urls: readonly string[], app: App) {
	const failures: unknown[] = [];
	for (const signedInAt of urls) {
		const [outcome] = await Promise.allSettled([tokenFrom(send, signedInAt, app)]);
		if (outcome.status === 'fulfilled') return { accessToken: outcome.value, signedInAt };
		failures.push(outcome.reason);
		if (isOf(outcome.reason, 'rateLimited')) break;
	}
	throw failures.find((one) => isOf(one, 'unauthorised')) ?? failures[0];
}

const isOf = (failure: unknown, kind: Failure['kind']) =>
	failure instanceof Failure && failure.kind === kind;
