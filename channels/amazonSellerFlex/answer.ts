import { Failure } from '../../domain/failure';
import { bodyOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';
import { checkReason } from '../wholeReason';
import { said } from './said';

export interface Answer {
	readonly body: Fields;
	/** Amazon's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

/** What Amazon does not take or does not have, in its own words. */
export interface Refusal {
	readonly status: number;
	/** Such as `InvalidInput: Invalid input`, with the number to name to Amazon's support. */
	readonly words: string;
	/** What was asked, such as `the packages of order 407-1`. */
	readonly what: string;
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

/** Like `ask`, where the caller knows what to do when Amazon does not take it. */
export async function attempt(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer | Refused> {
	const first = await http(request);
	const response = isLoginWanted(first) ? await http({ ...request, freshLogin: true }) : first;
	return answerOf(response, request, what);
}

/** Nobody sends it again unchanged, except where Amazon is only busy with the same. */
export function refusalOf({ status, words, what }: Refusal): Failure {
	if (status === 409) {
		return new Failure(
			'unavailable',
			`amazonSellerFlex: Amazon is busy with ${what}, or has had it before (${words}). Try again later.`,
		);
	}
	const advice =
		status === 404 ? 'Look whether it belongs to this seller and country' : 'Look in Seller Flex';
	return new Failure('rejected', `amazonSellerFlex: refused ${what} (${words}). ${advice}.`);
}

/** The status comes first, the code in the body second: the numeric codes may be missing (reference/amazon-seller-flex.md 4). */
function answerOf(response: HttpResponse, request: HttpRequest, what: string): Answer | Refused {
	const { status } = response;
	if (status === 429) throw tooMany(response);
	if (status === 401 || status === 403) throw forbidden(response, request, what);
	if (status >= 500) {
		throw new Failure(
			'unavailable',
			`amazonSellerFlex: Amazon could not answer ${what} (${wordsOf(response)}). Try again later.`,
		);
	}
	if (status < 400) return { body: fieldsOf(response), clock: clockOf(response) };
	checkReason('amazonSellerFlex', response);
	return { refusal: { status, words: wordsOf(response), what } };
}

/** Most changes are answered with nothing at all. */
function fieldsOf(response: HttpResponse): Fields {
	const { status, body } = response;
	const isEmpty = body === undefined || body === null || body === '';
	return isEmpty && status === 204 ? {} : bodyOf('amazonSellerFlex', response);
}

interface Said {
	readonly code: string;
	readonly message: string;
	readonly details: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function errorIn({ body }: HttpResponse): Said {
	const errors: unknown = isFields(body) ? body.errors : null;
	const first: unknown = Array.isArray(errors) ? errors[0] : null;
	const { code, message, details } = isFields(first) ? first : {};
	return { code: text(code), message: text(message), details: text(details) };
}

/** How an access token is refused in the field (reference/amazon-seller-flex.md 4, 21). */
function isLoginRefused(response: HttpResponse): boolean {
	if (response.status === 401) return true;
	const { message, details } = errorIn(response);
	return (
		response.status === 403 &&
		/access token|expired|revoked|malformed/i.test(`${message} ${details}`)
	);
}

/** Also where a 403 came without Amazon's words, cut off on its way: it may be about the login. */
const isLoginWanted = (response: HttpResponse): boolean =>
	isLoginRefused(response) || (response.status === 403 && errorIn(response).code === '');

function wordsOf(response: HttpResponse): string {
	const { code, message, details } = errorIn(response);
	const told = said(
		[[code, message].filter(Boolean).join(': '), details].filter(Boolean).join(' '),
	);
	const request = response.headers['x-amzn-requestid'];
	return [`status ${response.status}`, told, request && `request ID ${said(request)}`]
		.filter(Boolean)
		.join(', ');
}

const forbidden = (response: HttpResponse, { path }: HttpRequest, what: string) =>
	new Failure(
		'unauthorised',
		isLoginRefused(response)
			? `amazonSellerFlex: Amazon refused the login (${wordsOf(response)}). Authorise the app in Seller Central again.`
			: `amazonSellerFlex: Amazon does not let the app have ${what} (${wordsOf(response)}). Check that the app has ${neededFor(path)}, and that the credential names the country that was authorised.`,
	);

/** Prices and invoices need other roles than shipments (reference/amazon-seller-flex.md 1). */
const neededFor = (path: string) =>
	/^\/(feeds|listings)\//.test(path)
		? 'the role Product Listing for prices, and Tax Invoicing for invoices'
		: `the roles ${roles}, that Amazon has allow-listed the seller for External Fulfillment`;

/** All that Amazon's pages name for External Fulfillment (reference/amazon-seller-flex.md 1). */
export const roles =
	'Direct to Consumer Shipping (Restricted), Inventory and Order Tracking, and Amazon Fulfillment';

const unknownWaitMs = 10_000;

/** Amazon says no time to wait, but how many calls it lets pass. */
function tooMany(response: HttpResponse): Failure {
	const pace = paceOf(response);
	const waitMs = pace === null ? unknownWaitMs : Math.max(1_000, Math.ceil(1_000 / pace));
	return new Failure(
		'rateLimited',
		`amazonSellerFlex: too many calls (${wordsOf(response)}). Wait ${Math.ceil(waitMs / 1_000)} s.`,
		waitMs,
	);
}

/** Calls per second. */
export function paceOf({ headers }: HttpResponse): number | null {
	const pace = Number(headers['x-amzn-ratelimit-limit'] ?? NaN);
	return Number.isFinite(pace) && pace > 0 ? pace : null;
}
