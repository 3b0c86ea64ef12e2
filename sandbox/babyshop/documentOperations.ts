import { z } from 'zod';
import { pdf } from '../pdf';
import { bare } from './answers';
import { listReply } from './lists';
import { localText } from './localTime';
import type { Operation } from './operations';
import type { Invoice, Order } from './order';
import { courier } from './orderAnswer';
import { parsed } from './parsed';
import { Refused } from './refused';
import type { World } from './world';

const invoiceNo = z.string().min(1).max(50);

const found = (world: World, seller: string, number: string) => {
	for (const order of world.orders.all()) {
		const invoice = order.invoices.find((one) => one.number === number);
		if (invoice && order.seller === seller) return { order, invoice };
	}
	return null;
};

const itemAnswer = (order: Order, invoice: Invoice, lineNo: string, timeZone: string) => ({
	orderNo: order.number,
	orderDate: localText(order.placedAt, timeZone),
	orderLastUpdateDate: localText(order.updatedAt, timeZone),
	orderStatus: order.status,
	lineNo,
	lineInvoiceNo: invoice.number,
	lineStatus: order.lines.find(({ number }) => number === lineNo)?.status ?? null,
	lineTransporterCode: invoice.awb ? courier.code : null,
	lineTransporterName: invoice.awb ? courier.name : null,
	lineTrackingNo: invoice.awb,
	lineImeiNos: null,
});

const fileName = (world: World, seller: string, { invoiceNo, documentType }: FileAsked) => {
	const made = found(world, seller, invoiceNo);
	if (!made) return null;
	if (documentType === 'Invoice') return `Invoice ${invoiceNo}`;
	const isLabel = world.settings.labelTypes.includes(documentType);
	return isLabel && made.invoice.awb ? `AWB ${made.invoice.awb}` : null;
};

const fetchDocuments = z.strictObject({ invoiceNo, documentType: z.string().min(1).max(200) });

type FileAsked = z.infer<typeof fetchDocuments>;

export const documentOperations: readonly Operation[] = [
	{
		name: 'fetchInvoice',
		/** Of an invoice that there is not: an empty list, which is a guess (reference/babyshop-vinculum.md 6). */
		answer(world, seller, body) {
			const asked = parsed(z.strictObject({ invoiceNo }), body);
			const made = found(world, seller, asked.invoiceNo);
			const rows = made?.invoice.lines.map((line) =>
				itemAnswer(made.order, made.invoice, line, world.settings.timeZone),
			);
			return listReply(world, 'invoiceItems', rows ?? []);
		},
	},
	{
		name: 'fetchDocuments',
		answer(world, seller, body) {
			const name = fileName(world, seller, parsed(fetchDocuments, body));
			if (name === null) throw new Refused(404, 'Document is not found');
			const headers = { 'content-type': world.settings.fileType, 'file-type': 'pdf' };
			return { ...bare(200, pdf(name)), headers };
		},
	},
];
