import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { bodyOf, failureOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import type { Fields } from '../fields';
import { refusalIn, refusalOf } from './refusals';
import type { Refused } from './refusals';

/** A good answer. */
export interface Answer {
	readonly response: HttpResponse;
	/** The channel's clock, or null where it did not say. */
	readonly clock: Instant | null;
}

/** Asks; `what` is asked for is named where it is refused. */
export async function ask(http: Http, request: HttpRequest, what: string): Promise<Answer> {
	const answer = await attempt(http, request, what);
	if ('refusal' in answer) throw refusalOf(answer.refusal);
	return answer;
}

/** Like `ask`, where the caller knows what to do when it is refused. With a fresh login when the token is not taken, once. */
export async function attempt(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer | Refused> {
	const first = await http(request);
	const response = first.status === 401 ? await http({ ...request, freshLogin: true }) : first;
	const refusal = refusalIn(response, what);
	if (refusal !== null) return { refusal };
	const failure = faultOf(response, what);
	if (failure !== null) throw failure;
	const clock = clockOf(response);
	return { response, clock: clock === null ? null : instant(clock) };
}

/** The object that was answered. */
export const fieldsOf = ({ response }: Answer): Fields => bodyOf('theIconic', response);

/** The plain list that was answered. */
export function listOf({ response }: Answer): readonly unknown[] {
	if (Array.isArray(response.body)) return response.body;
	bodyOf('theIconic', response);
	throw new Failure(
		'malformed',
		'theIconic: the answer is not as expected: it is an object, not a list. Try again later.',
	);
}

function faultOf(response: HttpResponse, what: string): Failure | null {
	if (response.status === 403) return forbidden(what);
	const waitMs = response.status === 503 ? retryAfterMs(response) : null;
	return waitMs === null ? failureOf('theIconic', response) : maintenance(waitMs);
}

/** In seconds, or as a time by the channel's own clock; null where it does not say. */
function retryAfterMs(response: HttpResponse): number | null {
	const { 'retry-after': told = '' } = response.headers;
	if (/^\d{1,7}$/.test(told)) return Number(told) * 1_000;
	const ms = Date.parse(told) - (clockOf(response) ?? NaN);
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}

const maintenance = (waitMs: number) =>
	new Failure(
		'unavailable',
		`theIconic: is under maintenance. Try again in ${Math.ceil(waitMs / 1_000)} s.`,
		waitMs,
	);

const forbidden = (what: string) =>
	new Failure(
		'unauthorised',
		`theIconic: the role of the credential's user may not have ${what} (status 403). Give the user more rights in Seller Center.`,
	);
