import { Failure } from '../../domain/failure';
import { bodyOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { isFields, reading } from '../fields';
import type { Reading } from '../fields';
import { halfReason } from '../wholeReason';
import { refusalIn, refusalOf } from './refusal';
import type { Refusal } from './refusal';
import type { OmnifulAnswer } from './types';

export interface Answer<Data> {
	readonly from: Reading<OmnifulAnswer<Data>>;
	/** Omniful's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

/** Asks; `what` is asked for is named where it is refused. */
export async function ask<Data>(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer<Data>> {
	const answer = await attempt<Data>(http, request);
	if ('words' in answer) throw refusalOf(answer, what);
	return answer;
}

/** Like `ask`, where the caller knows what to do when it is refused. With a fresh login when the token is not taken, once. */
export async function attempt<Data>(
	http: Http,
	request: HttpRequest,
): Promise<Answer<Data> | Refusal> {
	const first = await http(request);
	const response = first.status === 401 ? await http({ ...request, freshLogin: true }) : first;
	const { status, body } = response;
	if (status !== 400 && status !== 403 && status !== 404) return envelopeOf(response);
	if (isFields(body)) return refusalIn(response, body);
	if (isCutOff(body)) throw halfReason('omniful', status);
	return envelopeOf(response);
}

/** Not a web page of somebody else: Omniful itself says all in JSON, and without its words nobody knows whether it was done before. */
const isCutOff = (body: unknown): boolean => typeof body === 'string' && !/^\s*</.test(body);

function envelopeOf<Data>(response: HttpResponse): Answer<Data> | Refusal {
	const body = bodyOf('omniful', response);
	if (body.is_success === true) {
		return { from: reading<OmnifulAnswer<Data>>(body), clock: clockOf(response) };
	}
	if (body.is_success === false) return refusalIn(response, body);
	throw new Failure(
		'malformed',
		'omniful: the answer does not say whether it was successful. Check the environment in the credential.',
	);
}
