import { boxOf } from './boxOf';
import { hubStatuses } from '../../domain/hubStatus';
import type { HubParcel } from '../../ledger/orderShapes';
import { flag, oneOf, text } from '../shared/parameters';
import { changesOrder, hub, limit, lists, orderId, store } from './calls';
import { getLabel } from './getLabel';
import { parcelOf, statusDetail, statusOf, trackingOf } from './statusDetail';

/** What somebody needs to pick and pack it. */
const simple = (whole: HubParcel) => {
	const { code, store: of, order, parcel, hub: at, status, placedAt, tracking, lines } = whole;
	return {
		...{ code, store: of, order, parcel, hub: at, status, placedAt },
		...{ tracking, lines, parentOrder: whole.parentOrder },
	};
};

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
		return flag(context, 'simple', item) ? parcels.map(simple) : parcels;
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
