import { Failure } from '../domain/failure';

/** Looks as if the channel had refused the token: n8n then signs in anew and asks again, and nothing has been sent. */
export const signInFirst = (channel: string) =>
	Object.assign(
		new Failure(
			'unauthorised',
			`${channel}: the credential has changed since it signed in. Test it once.`,
		),
		{ response: { status: 401 } },
	);
