import type { Redirect } from '../../channels/amazonSellerFlex/authorisation';
import { Failure } from '../../domain/failure';
import { exchanged, renewed } from './login';
import type { App, Send, Tokens } from './login';

/** What came of the codes that this process has handed in. */
const spent = new Map<string, Promise<Tokens>>();

/**
 * The tokens for a code, which is never handed in twice: of a code seen twice, OAuth may take back what it gave the first time
 * (RFC 6749, 4.1.2). Executions that start together share the answer, and so does a form that was opened before it.
 */
export async function exchangedOnce(send: Send, app: App, redirect: Redirect): Promise<Tokens> {
	const key = JSON.stringify([app, redirect.code]);
	const before = spent.get(key);
	if (before !== undefined) return await renewed(send, app, (await before).refreshToken);
	const now = exchanged(send, app, redirect);
	spent.set(key, now);
	const [outcome] = await Promise.allSettled([now]);
	if (outcome.status === 'rejected' && !isFinal(outcome.reason)) spent.delete(key);
	return await now;
}

/** Refused, and not only put off. */
const isFinal = (reason: unknown) => reason instanceof Failure && reason.kind === 'unauthorised';
