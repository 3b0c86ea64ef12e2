import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { bodyOf, failureOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { flaw, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { contentOf, isPdf } from './content';
import { envelopeIn } from './envelope';
import { isLoginCode, loginAdvice } from './loginCodes';
import { refusalOf } from './refusals';
import type { Refused } from './refusals';
import { sellerOf } from './seller';

export interface Answer {
	readonly body: Fields;
	/** Babyshop's clock, or null where it did not say. */
	readonly clock: Instant | null;
}

/** The bytes of a PDF. */
export interface FileAnswer {
	readonly base64: string;
}

/** Asks; `what` is asked for is named where it is refused. */
export async function ask(http: Http, request: HttpRequest, what: string): Promise<Answer> {
	const answer = await attempt(http, request, what);
	if ('refusal' in answer) throw refusalOf(answer.refusal);
	return answer;
}

/** Like `ask`, where the caller knows what to do when Babyshop refuses it. */
export const attempt = async (
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer | Refused> => answerOf(await sent(http, request), what);

/** Like `attempt`, for what is answered as a file. */
export async function attemptFile(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<FileAnswer | Refused> {
	const response = await sent(http, request);
	const { body } = response;
	if (isPdf(body) && failureOf('babyshop', response) === null) return { base64: body };
	const answer = answerOf(response, what);
	if ('refusal' in answer) return answer;
	throw new Failure(
		'malformed',
		`babyshop: answered ${what} with neither a PDF nor a reason. Try again later.`,
	);
}

/** No number is published: this is the sibling API's (reference/babyshop-vinculum.md 3). */
export const quotaMs = 300_000;

/** With a fresh login when Babyshop wants one, once. */
async function sent(http: Http, request: HttpRequest): Promise<HttpResponse> {
	const { callsPerFiveMinutes: calls } = sellerOf(http);
	const quota = { name: request.path.slice(1), calls, perMs: quotaMs };
	const isFile = request.isFile === true;
	const first = await contentOf(await http({ ...request, quota }), isFile);
	if (!isLoginWanted(first)) return first;
	return await contentOf(await http({ ...request, quota, freshLogin: true }), isFile);
}

function isLoginWanted(response: HttpResponse): boolean {
	const code = envelopeIn(response)?.code ?? null;
	return code === null ? response.status === 401 : isLoginCode(code);
}

const quotaExceeded = 13;

/** What Babyshop says comes first, the status second: a live account may use statuses for some of it. */
function answerOf(response: HttpResponse, what: string): Answer | Refused {
	const { fields = bodyIn(response), code = null, words = '' } = envelopeIn(response) ?? {};
	if (code === quotaExceeded) throw tooMany(words);
	if (code !== null && isLoginCode(code)) throw unauthorised(code, words);
	const failure = failureOf('babyshop', response);
	const isRefusal = code !== null && code !== 0 && !/^(429|5\d\d)$/.test(String(response.status));
	if (isRefusal) return { refusal: { code, words, what, body: fields } };
	if (failure !== null) throw failure;
	const from = reading<{ readonly responseCode: number }>(fields);
	if (code === null) flaw(from, 'responseCode', 'a whole number');
	sound('babyshop', from);
	const clock = clockOf(response);
	return { body: fields, clock: clock === null ? null : instant(clock) };
}

/** Throws, since there is no envelope. */
const bodyIn = (response: HttpResponse): Fields => bodyOf('babyshop', response);

const unauthorised = (code: number, words: string) =>
	new Failure('unauthorised', `babyshop: refused the login (${words}). ${loginAdvice(code)}.`);

const tooMany = (words: string) =>
	new Failure(
		'rateLimited',
		`babyshop: too many calls (${words}). Wait ${quotaMs / 1_000} s.`,
		quotaMs,
	);
