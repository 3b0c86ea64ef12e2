import type { Finding } from './facts';
import type { LedgerRows, OrderRow } from './ledger';

/** An order that the channel's courier carries, with the courier's numbers. */
export interface Shipment {
	readonly order: OrderRow;
	readonly awbs: readonly string[];
}

/** Whether the text is a PDF that names one of the numbers. */
const isLabelOf = (label: string, awbs: readonly string[]): boolean => {
	const { base64 }: { base64?: string } = JSON.parse(label);
	const file = Buffer.from(base64 ?? '', 'base64').toString('latin1');
	return file.startsWith('%PDF-') && awbs.some((awb) => file.includes(awb));
};

const numbersOf = ({ id }: OrderRow, { parcels }: LedgerRows) =>
	parcels.filter(({ order_id }) => order_id === id).flatMap((row) => row.tracking_number ?? []);

const labelsOf = ({ id }: OrderRow, { labels }: LedgerRows) =>
	labels.filter(({ order_id }) => order_id === id).map(({ label }) => label);

const hasAwb = (ledger: LedgerRows) => (shipment: Shipment) =>
	numbersOf(shipment.order, ledger).some((number) => shipment.awbs.includes(number));

const hasLabel = (ledger: LedgerRows) => (shipment: Shipment) =>
	labelsOf(shipment.order, ledger).some((label) => isLabelOf(label, shipment.awbs));

/** Orders whose parcel has the courier's number, and orders whose label is the one of that number. */
export const countParcels = (shipments: readonly Shipment[], ledger: LedgerRows) => ({
	awbs: shipments.filter(hasAwb(ledger)).length,
	labels: shipments.filter(hasLabel(ledger)).length,
});

/** What the channel made for the hub, and the hub has not, or has as something else. */
export const findParcels = (
	shipments: readonly Shipment[],
	ledger: LedgerRows,
): readonly Finding[] =>
	shipments.flatMap((shipment) => {
		const { order, awbs } = shipment;
		const named = `order ${order.number} with AWB ${awbs.join(' and ')}`;
		const foreign = labelsOf(order, ledger).filter((label) => !isLabelOf(label, awbs));
		return [
			...(hasAwb(ledger)(shipment) ? [] : [lost(`${named} has it on no parcel in the hub`)]),
			...(hasLabel(ledger)(shipment) ? [] : [lost(`${named} has no label in the hub`)]),
			...foreign.map(() => lost(`${named} has a label that is not its own`)),
		];
	});

const lost = (what: string): Finding => ({ kind: 'lost', what });
