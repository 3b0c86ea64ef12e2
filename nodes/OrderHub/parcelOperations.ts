import { changesOrder, orderId, store } from './calls';
import { parcelOf, statusDetail, statusOf, trackingOf } from './statusDetail';

export const parcelOperations = {
	'parcel:changeStatus': changesOrder((ledger, ...at) =>
		ledger.changeStatus(
			store(...at),
			orderId(...at),
			statusOf(...at),
			statusDetail(...at, 'parcelId'),
		),
	),
	'parcel:setTracking': changesOrder((ledger, ...at) =>
		ledger.setTracking(
			store(...at),
			orderId(...at),
			trackingOf(...at, 'trackingNumber'),
			parcelOf(...at, 'parcelId'),
		),
	),
};
