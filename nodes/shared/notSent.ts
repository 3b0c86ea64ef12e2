import type { HttpRequest } from '../../channels/connector';

/** A request as it would be sent. What signs it in is left out: it is a secret. */
export interface RequestNotSent extends Pick<HttpRequest, 'method' | 'query' | 'headers' | 'body'> {
	readonly url: string;
}

/** Ends the work of a dry run before its first request that would change something. */
export class NotSent extends Error {
	constructor(readonly request: RequestNotSent) {
		super(`A dry run does not send ${request.method} ${request.url}.`);
		this.name = 'NotSent';
	}
}

/** What the work answered without a change, or the first request by which it would have changed something. */
export type Rehearsed<T> =
	| { readonly dryRun: true; readonly request: null; readonly answer: T }
	| { readonly dryRun: true; readonly request: RequestNotSent };

export async function rehearsed<T>(work: Promise<T>): Promise<Rehearsed<T>> {
	const [outcome] = await Promise.allSettled([work]);
	if (outcome.status === 'fulfilled') return { dryRun: true, request: null, answer: outcome.value };
	const reason: unknown = outcome.reason;
	if (reason instanceof NotSent) return { dryRun: true, request: reason.request };
	throw reason;
}
