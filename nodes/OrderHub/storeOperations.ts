import { count, option, text, whole } from '../shared/parameters';
import { changes, gives, limit, lists, store } from './calls';

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
	'store:restore': changes((ledger, ...at) =>
		ledger.restoreStore({
			code: store(...at),
			version: whole(at[0], 'version', at[1]),
			changedBy: text(at[0], 'changedBy', at[1]),
			reason: text(at[0], 'reason', at[1]),
		}),
	),
};
