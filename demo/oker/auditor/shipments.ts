import type { OkerState } from '../../../sandbox/oker/types';
import type { Shipment } from '../../auditor/findParcels';
import type { LedgerRows } from '../../auditor/ledger';
import { isInvoicedByHub } from './findInvoices';

/** The orders that the hub had invoiced, once they have a courier; what a person let go of afterwards has no parcel any more. */
export function shipmentsOf({ orders }: OkerState, ledger: LedgerRows): readonly Shipment[] {
	const carried = new Map(
		orders
			.filter(isInvoicedByHub)
			.flatMap(({ id, awb }) => (awb === null ? [] : [[id, [awb]] as const])),
	);
	return ledger.orders
		.filter(({ status }) => status !== 'cancelled')
		.map((order) => ({ order, awbs: carried.get(order.channel_id) ?? [] }))
		.filter(({ awbs }) => awbs.length > 0);
}
