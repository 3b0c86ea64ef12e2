import { givesOrder, orderId, store } from './calls';
import { parcelOf, statusDetail, statusOf, trackingOf } from './statusDetail';

export const parcelOperations = {
	'parcel:changeStatus': givesOrder((ledger, ...at) =>
		ledger.changeStatus(
			store(...at),
			orderId(...at),
			statusOf(...at),
			statusDetail(...at, 'parcelId'),
		),
	),
	'parcel:setTracking': givesOrder((ledger, ...at) =>
		ledger.setTracking(
			store(...at),
			orderId(...at),
			trackingOf(...at, 'trackingNumber'),
			parcelOf(...at, 'parcelId'),
		),
	),
};
