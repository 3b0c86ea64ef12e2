import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { bodyOf, failureOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import type { Fields } from '../fields';
import { fileIn } from './content';
import { refusalIn, refusalOf } from './refusals';
import type { Refused } from './refusals';
import { retryAfterMs } from './retryAfter';
import { sellerOf } from './seller';

/** A good answer. */
export interface Answer {
	readonly response: HttpResponse;
	/** The gateway's clock, or null where it did not say. */
	readonly clock: Instant | null;
}

/** Asks; `what` is asked for is named where it is refused. */
export async function ask(http: Http, request: HttpRequest, what: string): Promise<Answer> {
	const answer = await attempt(http, request, what);
	if ('refusal' in answer) throw refusalOf(answer.refusal);
	return answer;
}

/** Like `ask`, where the caller knows what to do when it is refused. */
export const attempt = async (
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer | Refused> => answerOf(await sent(http, request), what);

/** Like `attempt`, for a PDF: its bytes in base64. */
export async function attemptFile(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<{ readonly base64: string } | Refused> {
	const response = await fileIn(await sent(http, { ...request, isFile: true }));
	const answer = 'base64' in response ? response : answerOf(response, what);
	if ('base64' in answer || 'refusal' in answer) return answer;
	throw new Failure(
		'malformed',
		`oker: answered ${what} with neither a PDF nor a reason. Try again later.`,
	);
}

/** The object that was answered. */
export const fieldsOf = ({ response }: Answer): Fields => bodyOf('oker', response);

/** With a fresh login when the token is not taken, once. */
async function sent(http: Http, request: HttpRequest): Promise<HttpResponse> {
	const quota = { name: 'all', calls: sellerOf(http).callsPerMinute, perMs: 60_000 };
	const first = await http({ ...request, quota });
	return first.status === 401 ? await http({ ...request, quota, freshLogin: true }) : first;
}

function answerOf(response: HttpResponse, what: string): Answer | Refused {
	const refusal = refusalIn(response, what);
	if (refusal !== null) return { refusal };
	const failure = faultOf(response, what);
	if (failure !== null) throw failure;
	const clock = clockOf(response);
	return { response, clock: clock === null ? null : instant(clock) };
}

function faultOf(response: HttpResponse, what: string): Failure | null {
	if (response.status === 403) return forbidden(what);
	const waitMs = response.status >= 500 ? retryAfterMs(response) : null;
	return waitMs === null ? failureOf('oker', response) : down(response.status, waitMs);
}

const down = (status: number, waitMs: number) =>
	new Failure(
		'unavailable',
		`oker: answered with status ${status}. Try again in ${Math.ceil(waitMs / 1_000)} s.`,
		waitMs,
	);

const forbidden = (what: string) =>
	new Failure(
		'unauthorised',
		`oker: the seller may not have ${what} (status 403). A new password does not help: ask Oker.`,
	);
