import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import type { IkasFault } from './types';

type Fault = Pick<IkasFault, 'code' | 'message'>;

/** What a refusal means, by part of its code or its message (reference/ikas.md 4). */
const meanings: readonly (readonly [RegExp, string])[] = [
	[
		/refund_order_payment_error/i,
		'ikas cannot give the money back by itself, as with a bank transfer or cash. Cancel the order in the ikas panel and pay it back by hand',
	],
	[
		/not_eligible_for_cancel/i,
		'ikas does not allow cancelling it any more, because it was shipped, cancelled or refunded. Look at the order in the ikas panel',
	],
	[
		/not_eligible_for_update/i,
		'ikas does not allow it in the state that the order is in. Look at the order in the ikas panel',
	],
];

/** The refusal in ikas' own word. */
export const wordOf = ({ code, message }: Fault): string =>
	code === null || message.includes(code) ? message : `${code}: ${message}`;

export const isAbout = (fault: Fault, key: string): boolean =>
	wordOf(fault).toLowerCase().includes(key);

/** `what` was refused, such as `the cancel of order 1001`. Nobody sends it again unchanged. */
export function refusalOf(fault: Fault, what: string): Failure {
	const word = wordOf(fault);
	const meaning =
		meanings.find(([key]) => key.test(word))?.[1] ??
		'ikas gives no reason that is known. Look at the order in the ikas panel';
	return refused(`ikas: refused ${what}: ${meaning} (${word}).`);
}
