import { invoiceStates } from '../../ledger/invoiceShapes';
import { oneOf, text } from '../shared/parameters';
import { changes, limit, lists, orderId, store } from './calls';

export const invoiceOperations = {
	'invoice:getMany': lists((ledger, ...at) => {
		const state = text(at[0], 'filters.state', at[1]);
		return ledger.getInvoices({
			store: store(...at),
			state: state === '' ? undefined : oneOf(invoiceStates, state, 'state'),
			limit: limit(...at),
		});
	}),
	'invoice:markUploaded': changes((ledger, ...at) =>
		ledger.invoiceDone(store(...at), orderId(...at)),
	),
};
