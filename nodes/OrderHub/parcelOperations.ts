import { boxOf } from './boxOf';
import { changesOrder, orderId, store } from './calls';
import { getLabel } from './getLabel';
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
	'parcel:getLabel': getLabel,
	'parcel:setBox': changesOrder((ledger, ...at) =>
		ledger.setParcelBox(store(...at), orderId(...at), boxOf(...at), parcelOf(...at, 'parcelId')),
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
