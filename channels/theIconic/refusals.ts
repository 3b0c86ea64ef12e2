import { Failure } from '../../domain/failure';
import type { HttpResponse } from '../connector';
import { isFields } from '../fields';
import { quoted } from '../quoted';
import { checkReason } from '../wholeReason';

/** What SellerCenter does not do, in its own words. */
export interface Refusal {
	readonly status: number;
	/** Such as `E073`; null where it says none. */
	readonly code: string | null;
	/** Such as `E073: All items must have status Pending`. */
	readonly words: string;
	/** What was asked, such as `the cancel of order 210001`. */
	readonly what: string;
}

export interface Refused {
	readonly refusal: Refusal;
}

const refusing: readonly number[] = [400, 404, 409, 422];

/** Null where the answer is no refusal of what was asked: a web page is one of an address that is wrong. */
export function refusalIn(response: HttpResponse, what: string): Refusal | null {
	const { status, body } = response;
	if (!refusing.includes(status)) return null;
	checkReason('theIconic', response);
	const isEmpty = body === null || body === undefined || body === '';
	if (!isFields(body) && !isEmpty) return null;
	const { detail, title, message } = isFields(body) ? body : {};
	const said = [detail, title, message].find((text) => typeof text === 'string' && text !== '');
	const words = typeof said === 'string' ? quoted(said) : `status ${status}`;
	return { status, code: /\bE\d{3}\b/.exec(words)?.[0] ?? null, words, what };
}

/** It may work later (reference/the-iconic-sellercenter.md 4). */
const passing: readonly string[] = ['E021', 'E119'];

/** Asked again at once, it would be refused again. */
const laterMs = 60_000;

const advice: Readonly<Record<string, string>> = {
	E020: 'The item is not known there: read the order again',
	E023: 'The items are not known there: read the order again',
	E025: 'The channel does not know the carrier: complete Carrier Mapping of the store',
	E026: 'The tracking number is not valid: correct it in the parcel',
	E028: 'The channel blocks this status for the carrier: it is set by a scan or a manifest',
	E029: 'The items are of more than one order: read the order again',
	E031: 'The tracking number is not one of this carrier: correct it in the parcel, or the carrier in Carrier Mapping',
	E063: 'The tracking number is used by another parcel already: each parcel needs its own. Correct it',
	E073: 'The items are not in the status that this needs: look at the order in Seller Center',
	E091: 'Carrier and tracking number cannot be set for this delivery type: correct Delivery Type in the credential',
	E450: 'The channel takes no return of it',
};

/** Nobody sends it again unchanged, except where it may work later. */
export function refusalOf({ code, words, what }: Refusal): Failure {
	if (code !== null && passing.includes(code)) {
		const message = `theIconic: refused ${what} for now (${words}). Try again later.`;
		return new Failure('unavailable', message, laterMs);
	}
	const next = advice[code ?? ''] ?? 'Look in Seller Center';
	return new Failure('rejected', `theIconic: refused ${what} (${words}). ${next}.`);
}
