import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { bodyOf, failureOf } from '../bodyOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { flaw, isFields, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { contentOf, isPdf } from './content';
import { isLoginCode, loginAdvice } from './loginCodes';
import { said } from './said';
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

/** What Babyshop does not do, in its own words: errors come inside answers of status 200. */
export interface Refusal {
	readonly code: number;
	/** Such as `9: Generic Error`. */
	readonly words: string;
	/** What was asked, such as `the cancel of order 70000000001-1`. */
	readonly what: string;
	/** All that was answered. */
	readonly body: Fields;
}

export interface Refused {
	readonly refusal: Refusal;
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

/** With a fresh login when Babyshop wants one, once. */
async function sent(http: Http, request: HttpRequest): Promise<HttpResponse> {
	const { callsPerFiveMinutes: calls } = sellerOf(http);
	const quota = { name: request.path.slice(1), calls, perMs: quotaMs };
	const isFile = request.isFile === true;
	const first = await contentOf(await http({ ...request, quota }), isFile);
	if (!isLoginWanted(first)) return first;
	return await contentOf(await http({ ...request, quota, freshLogin: true }), isFile);
}

/** No number is published: this is the sibling API's (reference/babyshop-vinculum.md 3). */
export const quotaMs = 300_000;

const isLoginWanted = (response: HttpResponse): boolean => {
	const code = codeIn(response);
	return code === null ? response.status === 401 : isLoginCode(code);
};

const quotaExceeded = 13;

function answerOf(response: HttpResponse, what: string): Answer | Refused {
	const code = codeIn(response);
	const words = wordsOf(response);
	const envelope = envelopeOf(response);
	if (code === quotaExceeded) throw tooMany(words);
	if (code !== null && isLoginCode(code)) throw unauthorised(code, words);
	if (code && envelope !== null) return { refusal: { code, words, what, body: envelope } };
	const failure = failureOf('babyshop', response);
	if (failure !== null) throw failure;
	const body = envelope ?? bodyOf('babyshop', response);
	const from = reading<{ readonly responseCode: number }>(body);
	if (code === null) flaw(from, 'responseCode', 'a whole number');
	sound('babyshop', from);
	return { body, clock: clockOf(response) };
}

/** Some answers are written as a list of one (reference/babyshop-vinculum.md 3). */
function envelopeOf({ body }: HttpResponse): Fields | null {
	const only: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
	return isFields(only) ? only : null;
}

/** Null where the answer has none. It is a number, or the text of one. */
function codeIn(response: HttpResponse): number | null {
	const code = envelopeOf(response)?.responseCode;
	const isCode = typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code));
	return isCode && Number.isSafeInteger(Number(code)) ? Number(code) : null;
}

function wordsOf(response: HttpResponse): string {
	const { responseCode, responseMessage } = envelopeOf(response) ?? {};
	const message = typeof responseMessage === 'string' ? said(responseMessage) : '';
	return [String(responseCode), message].filter(Boolean).join(': ');
}

const unauthorised = (code: number, words: string) =>
	new Failure('unauthorised', `babyshop: refused the login (${words}). ${loginAdvice(code)}.`);

const tooMany = (words: string) =>
	new Failure(
		'rateLimited',
		`babyshop: too many calls (${words}). Wait ${quotaMs / 1_000} s.`,
		quotaMs,
	);

/** Asked again at once, it would be refused again, and calls are scarce. */
const laterMs = 60_000;

/** It may have worked, or may work later (reference/babyshop-vinculum.md 6). */
const passing: readonly number[] = [9, 309, 324];

const advice: Readonly<Record<number, string>> = {
	101: 'Look for the order in the seller panel',
	304: 'List the product there, or correct its code',
	310: 'The order belongs to another seller: check whose credential it is',
	1012: 'Its tax code is missing there: have Babyshop complete it',
};

/** Nobody sends it again unchanged, except where it may work later. */
export const refusalOf = ({ code, words, what }: Omit<Refusal, 'body'>): Failure =>
	passing.includes(code)
		? new Failure(
				'unavailable',
				`babyshop: refused ${what} for now (${words}). Try again later.`,
				laterMs,
			)
		: new Failure(
				'rejected',
				`babyshop: refused ${what} (${words}). ${advice[code] ?? 'Look in the seller panel'}.`,
			);

function clockOf({ headers }: HttpResponse): Instant | null {
	const clock = Date.parse(headers.date ?? '');
	return Number.isNaN(clock) ? null : instant(clock);
}
