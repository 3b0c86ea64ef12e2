import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { Failure } from '../../domain/failure';
import type { NodeContext } from './context';
import { failureOf, messageOf } from './failureOf';

export interface Signed {
	/** The token it was sent with, to be named as refused when the channel refuses it. */
	readonly token: string;
	/** The credential as n8n has it now: with all that a sign-in has put there. */
	readonly credential: ICredentialDataDecryptedObject;
	readonly response: IN8nHttpFullResponse;
}

interface Call {
	/** Asked right before it is sent, as a sign-in may have had to wait; refuses when there is no time left. */
	options(): IHttpRequestOptions;
	/** A sign-in is a call of its own in the channel's quota. */
	take(): Promise<() => Promise<void>>;
	/** Of a channel where only one may sign in at a time: how long to wait before asking again, 0 for whose turn it is. */
	ask?(): Promise<number>;
}

/** Sign-ins under way in this process, by credential. */
const underway = new Map<string, Promise<unknown>>();

/**
 * Sends with the stored token. Signs in first when there is none or when the channel refused it: n8n does so, and stores
 * the new token, for a credential handed over with a blank one. Callers that need the same sign-in wait for it.
 */
export async function signedIn(
	context: NodeContext,
	type: string,
	refused: string | null,
	call: Call,
): Promise<Signed> {
	const credential = { ...(await context.getCredentials(type)) };
	if (isUsable(credential, refused)) return await send(context, type, call.options, credential);
	const id = String(context.getNode().credentials?.[type]?.id);
	const other = underway.get(id);
	if (other !== undefined) {
		await other;
		return await signedIn(context, type, refused, call);
	}
	const { ask } = call;
	return ask === undefined
		? await alone(id, signingIn(context, type, credential, call))
		: await alone(id, inTurn(context, type, refused, { ...call, ask }));
}

const isUsable = ({ accessToken }: ICredentialDataDecryptedObject, refused: string | null) =>
	(accessToken ?? '') !== '' && accessToken !== refused;

/** Somebody else's sign-in may take this long to be seen. */
const lookAgainMs = 300;

/**
 * Waits for its turn, among all processes, and reads the credential once more: who was faster has stored a token there, and with it
 * the refresh token that took the place of the one which was read before.
 */
async function inTurn(
	context: NodeContext,
	type: string,
	refused: string | null,
	call: Required<Call>,
): Promise<Signed> {
	for (;;) {
		const waitMs = await call.ask();
		const credential = { ...(await context.getCredentials(type)) };
		if (isUsable(credential, refused)) return await send(context, type, call.options, credential);
		if (waitMs === 0) return await signingIn(context, type, credential, call);
		await sleep(Math.min(waitMs, lookAgainMs));
	}
}

async function signingIn(
	context: NodeContext,
	type: string,
	credential: ICredentialDataDecryptedObject,
	{ options, take }: Call,
): Promise<Signed> {
	const blank = { ...credential, accessToken: '' };
	const ended = await take();
	return await send(context, type, options, blank).finally(ended);
}

/** Others of this process wait for it. */
async function alone(id: string, sent: Promise<Signed>): Promise<Signed> {
	underway.set(id, sent);
	try {
		return await sent;
	} finally {
		underway.delete(id);
	}
}

/** n8n writes what a sign-in gave into the credential it was handed, so the caller sees it there. */
async function send(
	context: NodeContext,
	type: string,
	optionsNow: Call['options'],
	data: ICredentialDataDecryptedObject,
): Promise<Signed> {
	const options = optionsNow();
	const { id, name } = context.getNode().credentials?.[type] ?? { id: null, name: type };
	const response: IN8nHttpFullResponse = await context.helpers.httpRequestWithAuthentication
		.call(context, type, options, {
			credentialsDecrypted: { id: String(id), name, type, data },
		})
		.then(undefined, (thrown: unknown) =>
			Promise.reject(failureOf(thrown) ?? noAnswer(options, thrown)),
		);
	return { token: String(data.accessToken), credential: data, response };
}

/** A query may hold what nobody should read. */
const noAnswer = ({ url }: IHttpRequestOptions, thrown: unknown) =>
	new Failure(
		'unavailable',
		`${new URL(url).host} did not answer: ${messageOf(thrown).replace(/\?[^\s'"]*[=&][^\s'"]*/g, '')}`,
	);
