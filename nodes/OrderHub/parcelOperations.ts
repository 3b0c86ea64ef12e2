import { boxOf } from './boxOf';
import { hubStatuses } from '../../domain/hubStatus';
import type { HubParcel } from '../../ledger/orderShapes';
import { flag, oneOf, text } from '../shared/parameters';
import { changesOrder, hub, limit, lists, orderId, store } from './calls';
import { getLabel } from './getLabel';
import { parcelOf, statusDetail, statusOf, trackingOf } from './statusDetail';

const withoutAddress = (parcel: HubParcel) =>
	Object.fromEntries(Object.entries(parcel).filter(([field]) => field !== 'shipTo'));

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
	'parcel:getMany': lists(async (ledger, ...at) => {
		const [context, item] = at;
		const status = text(context, 'filters.status', item);
		const parcels = await ledger.getParcels({
			hub: hub(...at),
			store: text(context, 'filters.store', item) || undefined,
			status: status === '' ? undefined : oneOf(hubStatuses, status, 'status'),
			limit: limit(...at),
		});
		return flag(context, 'simple', item) ? parcels.map(withoutAddress) : parcels;
	}),
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
