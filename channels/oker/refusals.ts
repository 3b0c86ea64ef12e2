import { Failure } from '../../domain/failure';
import type { HttpResponse } from '../connector';
import { isFields } from '../fields';
import { checkReason } from '../wholeReason';
import { retryAfterMs } from './retryAfter';
import { said } from './said';

/** What the gateway does not do, in its own words. */
export interface Refusal {
	/** HTTP; 200 where an older gateway says it inside of a good answer. */
	readonly status: number;
	/** Such as `ALREADY_INVOICED`; null where it says none, as gateways of Core level. */
	readonly code: string | null;
	readonly words: string;
	/** What was asked, such as `the cancel of order 50001`. */
	readonly what: string;
	/** The same may be asked again. */
	readonly isRetryable: boolean;
	/** How long to wait; null where it does not say. */
	readonly waitMs: number | null;
}

export interface Refused {
	readonly refusal: Refusal;
}

const refusing: readonly number[] = [400, 404, 405, 409, 413, 422];

/** Null where the answer is no refusal of what was asked. A fault of the gateway that it does not want repeated is one too. */
export function refusalIn(response: HttpResponse, what: string): Refusal | null {
	const { status, body } = response;
	const { message, code, retryable } = isFields(body) ? body : {};
	const isFinal = status >= 500 && retryable === false;
	if (!refusing.includes(status) && !isFinal) return null;
	checkReason('oker', response);
	const words = typeof message === 'string' && message !== '' ? said(message) : `status ${status}`;
	return {
		status,
		code: typeof code === 'string' ? said(code) : null,
		words,
		what,
		isRetryable: retryable === true,
		waitMs: retryAfterMs(response),
	};
}

/** Asked again at once, it would be refused again. */
const laterMs = 60_000;

const advice: Readonly<Record<string, string>> = {
	UNKNOWN_ORDER: 'Look whether it is in another store',
	UNKNOWN_ORDER_ITEM: 'Read the order again',
	UNKNOWN_LISTING: 'Import the listings anew',
	UNKNOWN_WAREHOUSE: 'Correct Warehouse Location of the store',
	WAREHOUSE_MISMATCH: 'Ship it from the hub of the warehouse that Oker names',
	ORDER_ON_HOLD: 'Have it released on Oker',
	SPLIT_NOT_ALLOWED: 'Oker ships an order only as a whole: pack all of it in one parcel',
	MULTI_BOX_NOT_ALLOWED: 'Pack the order in one box',
	OPERATION_NOT_SUPPORTED: 'The gateway does not offer it: ask who runs it',
};

/** Nobody sends it again unchanged, except where it may work later. */
export function refusalOf({ code, words, what, isRetryable, waitMs }: Refusal): Failure {
	if (isRetryable) {
		const message = `oker: refused ${what} for now (${words}). Try again later.`;
		return new Failure('unavailable', message, waitMs ?? laterMs);
	}
	const said = code === null ? words : `${code}: ${words}`;
	const next = advice[code ?? ''] ?? 'Ask who runs the gateway';
	return new Failure('rejected', `oker: refused ${what} (${said}). ${next}.`);
}
