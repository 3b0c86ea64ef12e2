import { count, option } from '../shared/parameters';
import { gives, limit, lists, store } from './calls';
import { restoreStore } from './restoreStore';

export const storeOperations = {
	'parkedOrder:getMany': lists((ledger, ...at) => ledger.getParked(store(...at), limit(...at))),
	'store:get': gives((ledger, ...at) => {
		const version = option(at[0], 'version', at[1]);
		return ledger.getStore(store(...at), version === null ? undefined : count(version, 'version'));
	}),
	'store:getConfigurationLog': lists((ledger, ...at) =>
		ledger.getConfigurationLog(store(...at), limit(...at)),
	),
	'store:getMany': lists((ledger) => ledger.getStores()),
	'store:restore': restoreStore,
};
