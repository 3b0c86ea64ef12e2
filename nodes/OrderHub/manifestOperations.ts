import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import {
	manifestStates,
	readyStatuses,
	type ManifestDraft,
	type OrdersToLoad,
} from '../../ledger/manifestShapes';
import { flag, listed, oneOf, option, text } from '../shared/parameters';
import { changes, changesMany, gives, hub, limit, lists, store } from './calls';
import { getPrintList } from './getPrintList';

const manifest = (context: IExecuteFunctions, item: number) => text(context, 'manifestCode', item);

const hubFilter = (context: IExecuteFunctions, item: number) =>
	text(context, 'filters.hub', item) || undefined;

export const manifestOperations = {
	'manifest:addOrders': changesMany((ledger, ...at) =>
		ledger.addToManifest(manifest(...at), wanted(...at)),
	),
	'manifest:close': changes((ledger, ...at) =>
		ledger.closeManifest(manifest(...at), text(at[0], 'closedBy', at[1])),
	),
	'manifest:create': changes((ledger, ...at) => ledger.createManifest(draftOf(...at))),
	'manifest:get': gives(async (ledger, ...at) => {
		const { openedAt, ...rest } = await ledger.getManifest(manifest(...at));
		return flag(at[0], 'simple', at[1]) ? rest : { ...rest, openedAt };
	}),
	'manifest:getMany': lists((ledger, context, item) => {
		const state = text(context, 'filters.state', item);
		return ledger.getManifests({
			store: store(context, item),
			hub: hubFilter(context, item),
			state: state === '' ? undefined : oneOf(manifestStates, state, 'state'),
			limit: limit(context, item),
		});
	}),
	'manifest:getPrintList': getPrintList,
	'manifest:getWithoutManifest': lists((ledger, ...at) =>
		ledger.getWithoutManifest(store(...at), limit(...at), hubFilter(...at)),
	),
	'manifest:removeOrders': changesMany((ledger, ...at) =>
		ledger.removeFromManifest(manifest(...at), orders(...at)),
	),
	'manifest:retryFailed': changesMany((ledger, ...at) => ledger.retryManifest(manifest(...at))),
};

const draftOf = (...[context, item]: [IExecuteFunctions, number]): ManifestDraft => ({
	store: store(context, item),
	hub: hub(context, item),
	provider: text(context, 'options.provider', item) || null,
	code: text(context, 'options.code', item) || null,
	reuseOpen: option(context, 'reuseOpen', item) !== false,
});

function wanted(context: IExecuteFunctions, item: number): OrdersToLoad {
	const which = oneOf(['named', 'ready'], text(context, 'which', item) || 'named', 'which');
	if (which === 'named') return orders(context, item);
	return { readyFrom: oneOf(readyStatuses, text(context, 'readyFrom', item), 'readyFrom') };
}

function orders(context: IExecuteFunctions, item: number): readonly string[] {
	const named = listed(context.getNodeParameter('orderIds', item));
	if (named.length > 0) return named;
	throw refused('orderIds: no order was named. Name at least one, by its ID or its number.');
}
