import type { IExecuteFunctions } from 'n8n-workflow';
import { exceptionStates } from '../../ledger/exceptionShapes';
import { count, oneOf, text } from '../shared/parameters';
import { changes, limit, lists, store } from './calls';

const exceptionId = (context: IExecuteFunctions, item: number) =>
	count(text(context, 'exceptionId', item), 'exceptionId');

export const exceptionOperations = {
	'exception:dismiss': changes((ledger, ...at) =>
		ledger.dismissException(exceptionId(...at), text(at[0], 'reason', at[1])),
	),
	'exception:getMany': lists((ledger, context, item) => {
		const state = text(context, 'filters.state', item) || 'open';
		return ledger.getExceptions(store(context, item), limit(context, item), {
			state: oneOf(exceptionStates, state, 'state'),
			kind: text(context, 'filters.kind', item) || undefined,
			reference: text(context, 'filters.reference', item) || undefined,
		});
	}),
	'exception:retry': changes((ledger, ...at) => ledger.retryException(exceptionId(...at))),
};
