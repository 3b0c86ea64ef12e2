import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { updateStates, type ClaimedUpdate } from '../../ledger/updateShapes';
import { jsonOf, oneOf, text } from '../shared/parameters';
import { gives, limit, lists, store } from './calls';
import { failureIn } from '../shared/failureIn';

export const channelUpdateOperations = {
	'channelUpdate:claim': lists((ledger, ...at) => ledger.claimUpdates(store(...at), limit(...at))),
	'channelUpdate:complete': gives((ledger, ...at) => {
		const { detail } = jsonOf(...at);
		return ledger.completeUpdate(claimOf(...at), typeof detail === 'string' ? detail : '');
	}),
	'channelUpdate:fail': gives((ledger, ...at) =>
		ledger.failUpdate(claimOf(...at), failureIn(jsonOf(...at))),
	),
	'channelUpdate:getMany': lists((ledger, context, item) => {
		const state = text(context, 'filters.state', item);
		return ledger.getUpdates({
			store: store(context, item),
			state: state === '' ? undefined : oneOf(updateStates, state, 'state'),
			order: text(context, 'filters.orderId', item) || undefined,
			limit: limit(context, item),
		});
	}),
};

/** The claim on the item, as Claim gave it. */
function claimOf(context: IExecuteFunctions, item: number): Pick<ClaimedUpdate, 'id' | 'fence'> {
	const { id, fence } = jsonOf(context, item);
	if (typeof id === 'number' && typeof fence === 'number') return { id, fence };
	throw refused(
		'The item holds no claimed update: "id" or "fence" is missing. Connect this node behind Channel Update > Claim.',
	);
}
