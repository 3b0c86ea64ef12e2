import { merge } from '../merge';
import { type Currency, charge, minorUnits } from './charges';
import {
	type KeptPackage,
	type Line,
	type Shipment,
	defaultRejectable,
	isInvoiced,
	lineTotal,
	wholePackage,
} from './shipment';

export interface AnswerContext {
	readonly currency: Currency;
	readonly marketplace: string;
	readonly sellerId: string;
}

/** To the second, as in the samples: two changes within one cannot be told apart by it. */
export const instant = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const level = (line: Line, what: NonNullable<Line['draft']['requires']>[number]) =>
	line.draft.requires?.includes(what) ? 'REQUIRED' : 'DISALLOWED';

const cancellations = ({ cancelled }: Shipment, { draft }: Line) =>
	cancelled && {
		cancellations: [
			{
				cancelledQuantity: draft.quantity,
				cancelledTimestamp: instant(cancelled.at),
				cancellationType: cancelled.type,
				...(cancelled.reason && { cancellationReason: cancelled.reason }),
			},
		],
	};

const lineItem = (shipment: Shipment, line: Line, currency: Currency) => ({
	shipmentLineItemId: line.id,
	merchantSku: line.draft.sku,
	numberOfUnits: line.draft.quantity,
	...(line.draft.pieceType && { pieceType: line.draft.pieceType }),
	complianceAttributes: {
		serialNumberRequirement: level(line, 'serialNumbers'),
		hazmatLabelsRequirement: level(line, 'hazmatLabels'),
		countryOfOriginRequirement: level(line, 'countryOfOrigin'),
		itemValueRequirement: level(line, 'itemValue'),
	},
	giftAttributes: { giftWrapRequirement: 'DISALLOWED', giftMessagePresence: 'ABSENT' },
	// Per line, as the samples read (reference/amazon-seller-flex.md 6.2).
	charges: [charge('PRODUCT', lineTotal(line), currency)],
	...cancellations(shipment, line),
});

/** In minor units, with tax: what an invoice has to say. */
export const totalOf = ({ lines, draft }: Shipment, currency: Currency) =>
	lines.reduce((sum, line) => sum + lineTotal(line), 0) +
	minorUnits(draft.shippingFee ?? 0, currency);

const charges = (shipment: Shipment, currency: Currency) => {
	const fee = minorUnits(shipment.draft.shippingFee ?? 0, currency);
	const total = charge('TOTAL', totalOf(shipment, currency), currency);
	return fee > 0 ? [total, charge('SHIPPING', fee, currency)] : [total];
};

const packageAnswer = ({ sent, stage }: KeptPackage, { cancelled }: Shipment) => ({
	...sent,
	status: cancelled ? 'CANCELLED' : stage === 'PACKAGE_CREATED' ? 'CREATED' : stage,
});

const requirements = (shipment: Shipment) => ({
	pSlip: { requirement: 'NOT_REQUIRED', status: 'NOT_GENERATED' },
	invoice: isInvoiced(shipment)
		? { requirement: 'REQUIRED', status: shipment.invoice ? 'AVAILABLE' : 'PENDING' }
		: { requirement: 'NOT_REQUIRED', status: 'NOT_AVAILABLE' },
});

const shipmentInfo = ({ lines, draft, buyerOrderId, placedAt }: Shipment) => ({
	numberOfUnits: lines.reduce((sum, line) => sum + line.draft.quantity, 0),
	priority: draft.priority ?? 'LOW',
	shipmentType: 'NEW',
	buyerOrderId,
	orderStatesEligibleForRejection: draft.rejectableIn ?? defaultRejectable,
	orderPlacedTimestamp: String(placedAt),
	processingSource: 'INTERNAL_PLATFORM',
	paymentMethod: draft.paymentMethod ?? 'PREPAID',
});

const recommended = (shipment: Shipment) => {
	const { dimensions, weight } = wholePackage('', shipment);
	const lineItems = shipment.lines.map(({ id }) => ({ lineItemId: id }));
	return { recommendedPackages: [{ dimensions, weight, lineItems }] };
};

/** No name, no street: of a Seller Flex customer only the postal code is told (reference/amazon-seller-flex.md 6.2). */
const shippingInfo = (shipment: Shipment) => ({
	recommendedShipMethod: 'ATS_STANDARD',
	expectedShippingDateTimeInUTC: instant(shipment.shipBy),
	shipToAddress: { postalCode: shipment.postalCode },
	...(shipment.draft.recommendedPackage && recommended(shipment)),
});

/** The shipment as it is answered. Filters and the state machine still go by what Amazon really has. */
export const shipmentAnswer = (shipment: Shipment, context: AnswerContext): unknown => {
	const { draft, packages, invoice, subStatus, reason } = shipment;
	const answered = {
		id: shipment.id,
		locationId: shipment.location,
		marketplaceAttributes: {
			channelName: draft.channelName ?? 'FBA',
			marketplaceId: context.marketplace,
			merchantId: context.sellerId,
			...(draft.attributes && { customAttributes: draft.attributes }),
		},
		status: shipment.status,
		...(subStatus && { subStatus }),
		...(reason && { reason }),
		charges: charges(shipment, context.currency),
		creationDateTime: instant(shipment.createdAt),
		lastUpdatedDateTime: instant(shipment.updatedAt),
		...(draft.earliestPackDateTime && { earliestPackDateTime: draft.earliestPackDateTime }),
		lineItems: shipment.lines.map((line) => lineItem(shipment, line, context.currency)),
		...(packages.length > 0 && {
			packages: packages.map((kept) => packageAnswer(kept, shipment)),
		}),
		shipmentInfo: shipmentInfo(shipment),
		...(invoice && {
			invoiceInfo: { invoiceId: invoice.number, creationDateTime: instant(invoice.at) },
		}),
		shipmentRequirements: requirements(shipment),
		shippingInfo: shippingInfo(shipment),
	};
	return shipment.overrides ? merge(answered, shipment.overrides) : answered;
};
