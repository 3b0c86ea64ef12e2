import { duplicate, notFound, wrongState } from './refused';
import { type Shipment, isInvoiced, staged } from './shipment';
import type { Change } from './shipments';
import { isBefore } from './statuses';

/** The smallest file that is a PDF. */
export const pdfOf = (text: string): Buffer =>
	Buffer.from(
		`%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
	);

export const invoiced: Change = (shipment, { now }) => {
	const { id, status, location } = shipment;
	// What Amazon says where it makes no invoice is not known (reference/amazon-seller-flex.md 9).
	if (!isInvoiced(shipment)) throw wrongState(`Shipment '${id}' requires no invoice`);
	if (shipment.invoice) throw duplicate(`The invoice of shipment '${id}' is generated already`);
	if (status === 'CANCELLED' || isBefore(status, 'PICKUP_SLOT_RETRIEVED')) {
		throw wrongState(`Shipment '${id}' in status ${status} gets no invoice`);
	}
	const invoice = { number: `IN-${location}-${id}`, at: now };
	const packages = shipment.packages.map((kept) => ({
		...kept,
		stage: isBefore(kept.stage, 'INVOICE_GENERATED') ? ('INVOICE_GENERATED' as const) : kept.stage,
	}));
	return { ...staged(shipment, packages), invoice };
};

export const invoiceDocument = ({ id, invoice }: Shipment) => {
	if (!invoice) throw notFound('invoice', id);
	return { document: { format: 'PDF', content: pdfOf(invoice.number).toString('base64') } };
};
