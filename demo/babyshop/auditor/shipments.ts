import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../sandbox/babyshop/types';
import type { Shipment } from '../../auditor/findParcels';
import type { LedgerRows } from '../../auditor/ledger';

/** The orders of which the hub had a shipment made. */
export function shipmentsOf({ orders }: BabyshopState, ledger: LedgerRows): readonly Shipment[] {
	const made = new Map(orders.map((order) => [order.id, awbsOf(order)]));
	return ledger.orders
		.map((order) => ({ order, awbs: made.get(order.channel_id) ?? [] }))
		.filter(({ awbs }) => awbs.length > 0);
}

const awbsOf = ({ invoices }: BabyshopOrderState) =>
	invoices.filter(({ by }) => by === 'api').flatMap(({ awb }) => awb ?? []);
