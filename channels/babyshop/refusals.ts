import { Failure } from '../../domain/failure';
import type { Fields } from '../fields';

/** What Babyshop does not do, in its own words. */
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

/** It may have worked, or may work later (reference/babyshop-vinculum.md 6). */
const passing: readonly number[] = [9, 309, 324];

/** Asked again at once, it would be refused again, and calls are scarce. */
const laterMs = 60_000;

const advice: Readonly<Record<number, string>> = {
	16: 'The key may only read: have Babyshop let the user change orders',
	101: 'Look for the order in the seller panel',
	304: 'List the product there, or correct its code',
	310: 'The order belongs to another seller: check whose credential it is',
	326: 'The order is on hold there: have it released',
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
