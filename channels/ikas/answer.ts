import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { bodyOf, failureOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';
import { quoted } from '../quoted';
import type { IkasFault } from './types';

/** `faults` lie inside single records of a list: all else in `data` is good. */
export interface Answer {
	readonly data: Fields;
	readonly faults: readonly IkasFault[];
	/** The row of a list that ikas could not answer and that cost all of `data`, or null. */
	readonly broken: BrokenRow | null;
	/** ikas' clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

export interface BrokenRow {
	readonly index: number;
	readonly message: string;
}

/** What ikas does not allow, in its own words. */
export interface Refused {
	readonly refusal: IkasFault;
}

/** What the codes mean, whatever the status; a code that is not here is a refusal (reference/ikas.md 4). */
const kinds: Readonly<Record<string, FailureKind>> = {
	LOGIN_REQUIRED: 'unauthorised',
	UNAUTHENTICATED: 'unauthorised',
	UNAUTHORIZED: 'unauthorised',
	FORBIDDEN: 'unauthorised',
	INTERNAL_SERVER_ERROR: 'unavailable',
};

/** Refused before ikas looked at what was asked: it says nothing about the order or the row. */
const documentCodes: readonly (string | null)[] = [
	'GRAPHQL_VALIDATION_FAILED',
	'GRAPHQL_PARSE_FAILED',
];

const advice: Readonly<Record<FailureKind, string>> = {
	unauthorised: 'Check the client ID and secret, and that the private app still exists',
	rateLimited: 'Wait before the next call',
	rejected: 'It is not asked again unchanged',
	unavailable: 'Try again later',
	malformed: 'Try again later',
};

/** Asks, with a fresh login when ikas wants one, once. `permission` is what the question needs, for the message. */
export async function ask(http: Http, request: HttpRequest, permission: string): Promise<Answer> {
	const answer = await attempt(http, request, permission);
	if ('refusal' in answer) throw failureIn(answer.refusal, 'rejected');
	return answer;
}

/** Like `ask`, but null where ikas does not let the app know: for what one can do without. */
export async function askIfAllowed(
	http: Http,
	request: HttpRequest,
	permission: string,
): Promise<Answer | null> {
	const [asked] = await Promise.allSettled([ask(http, request, permission)]);
	if (asked.status === 'fulfilled') return asked.value;
	const { reason } = asked;
	const isRefused = reason instanceof Failure && /^(rejected|unauthorised)$/.test(reason.kind);
	if (isRefused) return null;
	throw reason;
}

/** Like `ask`, where the caller knows what to do when ikas does not allow it. Part of an answer is none: it may have changed. */
export async function attempt(
	http: Http,
	request: HttpRequest,
	permission: string,
): Promise<Answer | Refused> {
	const first = await http(request);
	return isLoginWanted(first)
		? answerOf(await http({ ...request, freshLogin: true }), permission)
		: answerOf(first, permission);
}

function answerOf(response: HttpResponse, permission: string): Answer | Refused {
	const faults = faultsIn(response.body);
	const data = isFields(response.body) ? response.body.data : undefined;
	const whole = faults.find((fault) => !isInRecord(fault, data));
	const clock = clockOf(response);
	if (response.status === 429) throw failureOf('ikas', response) ?? noData();
	if (isForbidden(response, faults)) throw forbidden(permission);
	const broken = isFields(data) ? null : brokenRow(faults);
	if (broken !== null) return { data: {}, faults: [], broken, clock };
	if (whole !== undefined) return refusedOr(whole, response);
	const body = bodyOf('ikas', response);
	if (!isFields(body.data)) throw noData();
	return { data: body.data, faults, broken: null, clock };
}

/** The body comes first: ikas refuses with status 200 as well. */
function isLoginWanted({ status, body }: HttpResponse): boolean {
	const codes = faultsIn(body).map(({ code }) => code);
	const isLogin = (code: string | null) =>
		code !== null && code !== 'FORBIDDEN' && kinds[code] === 'unauthorised';
	return codes.some(isLogin) || (status === 401 && !codes.includes('FORBIDDEN'));
}

const isForbidden = ({ status }: HttpResponse, faults: readonly IkasFault[]) =>
	faults.some(({ code }) => code === 'FORBIDDEN') || (status === 403 && faults.length === 0);

function faultsIn(body: unknown): readonly IkasFault[] {
	const errors = isFields(body) && Array.isArray(body.errors) ? body.errors : [];
	return errors.map((error: unknown) => {
		const { message, path, extensions } = isFields(error) ? error : {};
		const code = isFields(extensions) ? extensions.code : undefined;
		return {
			message: typeof message === 'string' ? quoted(message) : 'no reason given',
			code: typeof code === 'string' ? quoted(code) : null,
			path: Array.isArray(path) ? path.filter(isStep) : [],
		};
	});
}

const isStep = (step: unknown): step is string | number =>
	typeof step === 'string' || typeof step === 'number';

/** Such as `["listOrder", "data", 7, "customer"]`, with a list there to be read. */
function isInRecord({ code, path }: IkasFault, data: unknown): boolean {
	const [field, list, index] = path;
	if (kinds[code ?? ''] === 'unauthorised' || typeof index !== 'number') return false;
	const answered = isFields(data) && typeof field === 'string' ? data[field] : undefined;
	return list === 'data' && isFields(answered) && Array.isArray(answered.data);
}

/** Where a field that may not be null was null in a row, GraphQL answers nothing at all but the place. */
function brokenRow(faults: readonly IkasFault[]): BrokenRow | null {
	const fault = faults.find(({ code, path }) => {
		return (
			kinds[code ?? ''] !== 'unauthorised' && path[1] === 'data' && typeof path[2] === 'number'
		);
	});
	return fault === undefined ? null : { index: Number(fault.path[2]), message: fault.message };
}

function refusedOr(fault: IkasFault, { status }: HttpResponse): Refused {
	const kind = kinds[fault.code ?? ''] ?? (status >= 500 ? 'unavailable' : 'rejected');
	if (kind !== 'rejected' || documentCodes.includes(fault.code)) throw failureIn(fault, kind);
	return { refusal: fault };
}

function failureIn({ code, message }: IkasFault, kind: FailureKind): Failure {
	const what = kind === 'unauthorised' ? 'refused the login' : 'refused the call';
	const why = code === null ? message : `${code}: ${message}`;
	return new Failure(kind, `ikas: ${what} (${why}). ${advice[kind]}.`);
}

const forbidden = (permission: string) =>
	new Failure(
		'unauthorised',
		`ikas: the private app lacks a permission, most likely ${permission}, or ikas has blocked it. Look under Apps > My Apps > Private apps.`,
	);

const noData = () =>
	new Failure(
		'malformed',
		'ikas: answered without data. Try again; check the address if it stays so.',
	);
