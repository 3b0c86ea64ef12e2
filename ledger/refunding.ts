import { refused } from '../domain/failure';
import { decimalOf } from '../domain/money';
import { amountOf } from './decidingReturn';
import { tell } from './events';
import { returnInTurn, type ReturnRow } from './returnRows';
import type { LedgerReturn } from './returnShapes';
import { getReturn } from './returns';
import { run, type Work } from './statement';

/** Somebody has paid it back, all that was due unless another amount is given. The hub moves no money: it only knows of it. */
export function* markRefunded(
	code: string,
	amount: string | null,
	by: string | null = null,
): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	const minor = amount === null ? (row.refunded ?? row.refundable) : amountOf(amount, row);
	if (row.refunded !== null && row.refunded === minor) return yield* getReturn(code);
	const fault = faultOf(row, minor);
	if (fault !== null) throw refused(`Return ${code} was not marked: ${fault}`);
	yield* run('UPDATE returns SET refunded = ?, refunded_at = {now} WHERE id = ?', minor, row.id);
	yield* tell(row.store, [{ type: 'return_refunded', order: order.id, detail: code, by }]);
	return yield* getReturn(code);
}

function faultOf({ state, refunded, currency }: ReturnRow, minor: number | null): string | null {
	if (refunded !== null) {
		const before = decimalOf({ minor: refunded, currency });
		return `${before} ${currency} were refunded already. Look at what was paid.`;
	}
	if (state === 'requested') return 'it waits for a decision. Approve it first.';
	if (state === 'rejected') return 'it was rejected. Create another request.';
	return (minor ?? 0) > 0 ? null : 'no amount is due. Enter what was paid back.';
}
