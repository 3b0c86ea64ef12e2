import { Failure } from '../../domain/failure';
import { reading, rowsOrNone, sound } from '../fields';
import { fieldsOf } from './answer';
import type { Answer } from './answer';
import type { Refusal, Refused } from './refusals';
import { said } from './said';
import type { OkerAck } from './types';
import { code, codeOrNull, word, wordOrNull } from './values';

interface FailedItem {
	readonly id: string;
	readonly code: string | null;
	readonly words: string;
}

/** What became of items that were judged one by one: an answer of status 200 alone is no success. */
export function judged(answer: Answer, what: string): Answer | Refused {
	const from = reading<OkerAck>(fieldsOf(answer));
	const status = word(from, 'status');
	const failed = rowsOrNone(from, 'orderItems').map(
		(row): FailedItem => ({
			id: code(row, 'orderItemId'),
			code: codeOrNull(row, 'code'),
			words: said(wordOrNull(row, 'errorMessage') ?? 'no reason given'),
		}),
	);
	sound('oker', from);
	if (status === 'SUCCESS' && failed.length === 0) return answer;
	if (!['SUCCESS', 'PARTIAL_SUCCESS', 'FAILED'].includes(status)) throw unknownStatus(status, what);
	return { refusal: refusalOfItems(failed, wordOrNull(from, 'message'), what) };
}

function refusalOfItems(
	failed: readonly FailedItem[],
	message: string | null,
	what: string,
): Refusal {
	const each = failed.map(({ id, words }) => `item ${said(id)}: ${words}`).join('; ');
	const words = each === '' ? said(message ?? 'no reason given') : each;
	const [first] = failed;
	return { status: 200, code: first?.code ?? null, words, what, isRetryable: false, waitMs: null };
}

export const unknownStatus = (status: string, what: string) =>
	new Failure(
		'malformed',
		`oker: answered ${what} with the status "${said(status)}", which is none. Try again later.`,
	);
