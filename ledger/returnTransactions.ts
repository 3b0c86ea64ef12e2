import { checkReturn } from './checkingReturn';
import { approveReturn, rejectReturn } from './decidingReturn';
import { orderReturn, receiveReturn } from './orderingReturn';
import { markRefunded } from './refunding';
import { requestReturn } from './requestingReturn';
import { returnQueue } from './returnQueue';
import { getReturn, getReturnHeads, getReturns } from './returns';
import type { Engine } from './statement';
import { transactionsOf } from './transactions';

/** What people change of returns: each can be tried, too. */
export function returnWritesOn(run: Engine['run']) {
	const transaction = transactionsOf(run);
	return {
		requestReturn: transaction(requestReturn),
		approveReturn: transaction(approveReturn),
		rejectReturn: transaction(rejectReturn),
		orderReturn: transaction(orderReturn),
		receiveReturn: transaction(receiveReturn),
		checkReturn: transaction(checkReturn),
		markRefunded: transaction(markRefunded),
	};
}

export function returnReadsOn(run: Engine['run']) {
	const transaction = transactionsOf(run);
	return {
		getReturn: transaction(getReturn),
		getReturns: transaction(getReturns),
		getReturnHeads: transaction(getReturnHeads),
		getReturnQueue: transaction(returnQueue),
	};
}
