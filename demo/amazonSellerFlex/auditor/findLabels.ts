import type { AmazonState } from '../../../sandbox/amazonSellerFlex/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

interface Label {
	readonly shipment: string;
	readonly trackingId: string;
}

/** Labels that the hub asked for. */
const labelsOf = ({ shipments }: AmazonState): readonly Label[] =>
	shipments.flatMap(({ id, packages }) =>
		packages.flatMap(({ label }) =>
			label?.by === 'api' ? [{ shipment: id, trackingId: label.trackingId }] : [],
		),
	);

const isKept = ({ shipment, trackingId }: Label, { orders, parcels }: LedgerRows) => {
	const order = orders.find(({ channel_id }) => channel_id === shipment);
	return parcels.some(
		({ order_id, tracking_number }) => order_id === order?.id && tracking_number === trackingId,
	);
};

/** Labels whose tracking number stands on a parcel of their order. */
export const countLabels = (state: AmazonState, ledger: LedgerRows): number =>
	labelsOf(state).filter((label) => isKept(label, ledger)).length;

/** Amazon tells the number of a label once; one that the hub has not kept is gone. */
export const findLabels = (state: AmazonState, ledger: LedgerRows): readonly Finding[] =>
	labelsOf(state)
		.filter((label) => !isKept(label, ledger))
		.map(({ shipment, trackingId }) => ({
			kind: 'lost',
			what: `label ${trackingId} of shipment ${shipment} is on no parcel in the hub`,
		}));
