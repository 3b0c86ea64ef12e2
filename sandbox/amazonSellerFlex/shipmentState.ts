import type { Currency } from './charges';
import { gramsOf } from './packageShape';
import { type KeptPackage, type Shipment, isInvoiced } from './shipment';
import type { AmazonPackageState } from './stateTypes';
import type { AmazonShipmentState } from './types';

const packageState = ({ sent, stage, label }: KeptPackage): AmazonPackageState => ({
	id: sent.id,
	status: stage,
	lines: Object.fromEntries(
		sent.packageLineItems.map(({ packageLineItemId, quantity }) => [packageLineItemId, quantity]),
	),
	weightG: gramsOf(sent),
	label,
});

export const shipmentState = (shipment: Shipment, { digits }: Currency): AmazonShipmentState => ({
	id: shipment.id,
	buyerOrderId: shipment.buyerOrderId,
	location: shipment.location,
	channelName: shipment.draft.channelName ?? 'FBA',
	placedAt: shipment.placedAt,
	updatedAt: shipment.updatedAt,
	status: shipment.status,
	subStatus: shipment.subStatus,
	isSpoiled: shipment.overrides !== null,
	lines: shipment.lines.map(({ id, unitPrice, draft: { sku, quantity } }) => ({
		id,
		sku,
		quantity,
		price: unitPrice / 10 ** digits,
	})),
	packages: shipment.packages.map(packageState),
	invoice: { isRequired: isInvoiced(shipment), number: shipment.invoice?.number ?? null },
	cancellation: shipment.cancelled,
	history: shipment.history,
});
