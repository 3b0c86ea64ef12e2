import { Failure, refused } from '../../domain/failure';
import { bodyOf } from '../bodyOf';
import { clockOf } from '../clockOf';
import type { Http, HttpRequest, HttpResponse } from '../connector';
import { isFields, reading } from '../fields';
import type { Reading } from '../fields';
import { checkReason } from '../wholeReason';
import { refusalIn, refusalOf } from './refusal';
import type { Refusal } from './refusal';
import type { UniwareAnswer } from './types';

export interface Answer {
	readonly from: Reading<UniwareAnswer>;
	/** Uniware's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

/** Asks; `what` is asked for is named where it is refused. */
export async function ask(http: Http, request: HttpRequest, what: string): Promise<Answer> {
	const answer = await attempt(http, request, what);
	if ('name' in answer) throw refusalOf(answer, what);
	return answer;
}

/** Like `ask`, where the caller knows what to do when it is refused. With a fresh login when the token is not taken, once. */
export async function attempt(
	http: Http,
	request: HttpRequest,
	what: string,
): Promise<Answer | Refusal> {
	const first = await http(request);
	const response = first.status === 401 ? await http({ ...request, freshLogin: true }) : first;
	if (response.status === 403) throw forbidden(what);
	if (response.status === 400) checkReason('uniware', response);
	if (response.status === 400 && isFields(response.body)) {
		return refusalIn(reading<UniwareAnswer>(response.body));
	}
	return envelopeOf(response);
}

/** A failure comes inside an answer of status 200 (reference/uniware-oker.md 1.3). */
function envelopeOf(response: HttpResponse): Answer | Refusal {
	const from = reading<UniwareAnswer>(bodyOf('uniware', response));
	const { successful } = from.fields;
	if (successful === true) return { from, clock: clockOf(response) };
	if (successful === false) return refusalIn(from);
	throw new Failure(
		'malformed',
		'uniware: the answer does not say whether it was successful. Check the base URL in the credential.',
	);
}

/** A web page, not a reason: the token is good (reference/uniware-oker.md 1.2). */
const forbidden = (what: string) =>
	new Failure(
		'unauthorised',
		`uniware: may not have ${what} (status 403). Give the user the right in Uniware, or allow the address of this server there.`,
	);

/** A file that is handed out as it is. */
export function fileOf({ status, headers, body }: HttpResponse, what: string): string {
	const isFile = status === 200 && /pdf|octet-stream/.test(headers['content-type'] ?? '');
	if (isFile && typeof body === 'string') return body;
	throw refused(`uniware: gave no file of ${what} (status ${status}). Look at it in Uniware.`);
}
