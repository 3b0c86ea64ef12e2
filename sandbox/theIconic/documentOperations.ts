import { z } from 'zod';
import { pdf } from '../pdf';
import { reply } from './answers';
import { itemId } from './chosen';
import { type Export, type ExportStatus, expiresAt } from './exports';
import type { Asked, Operation } from './operations';
import { type Order, packageOf } from './order';
import { notFound, unprocessable } from './refused';
import { jsonBody } from './requestBody';
import { stamp } from './stamps';
import type { World } from './world';

const kinds = [
	'all_documents',
	'invoice',
	'exportInvoice',
	'shippingLabel',
	'shippingParcel',
	'carrierManifest',
	'serialNumber',
	'picklist',
	'checklist',
	'creditNote',
	'manifest',
];

const ids = z.array(itemId).readonly().optional();

/** Several kinds may stand there with commas (reference/the-iconic-sellercenter.md 8). */
const exportBody = z.object({
	orderIds: ids,
	orderItemIds: ids,
	documentType: z
		.string()
		.refine((text) => text.split(',').every((kind) => kinds.includes(kind)), 'is no document type'),
	format: z.enum(['pdf', 'html']).default('pdf'),
});

interface Papers {
	readonly order: Order;
	readonly items: Order['items'];
}

const papersOf = ({ orders }: World, asked: z.infer<typeof exportBody>): readonly Papers[] => {
	const ofOrders = (asked.orderIds ?? []).map((id) => {
		const order = orders.find(id);
		if (!order) throw notFound(`order ${id}`);
		return { order, items: order.items };
	});
	const ofItems = (asked.orderItemIds ?? []).map((id) => {
		const order = orders.ofItem(id);
		if (!order) throw unprocessable(`E020: The order item id ${id} is not valid`);
		return { order, items: order.items.filter((item) => item.id === id) };
	});
	return [...ofOrders, ...ofItems];
};

/** "From pending on" (reference/the-iconic-sellercenter.md 8); that there is none of what is cancelled is a guess. */
const checkPapers = (papers: readonly Papers[]) => {
	if (papers.length === 0) throw unprocessable('orderIds or orderItemIds is needed');
	for (const { order, items } of papers) {
		const live = items.filter(({ status }) => !['payment_pending', 'canceled'].includes(status));
		if (live.length === 0) throw unprocessable(`E073: Order ${order.number} has no documents`);
	}
};

const contentOf = (papers: readonly Papers[], documentType: string) => {
	const trackings = papers.flatMap(({ order, items }) =>
		items.flatMap((item) => packageOf(order, item)?.tracking ?? []),
	);
	const numbers = papers.map(({ order }) => order.number);
	return [documentType, ...new Set([...numbers, ...trackings])].join(' ');
};

const exportAnswer = (world: World, made: Export, { request }: Asked) => {
	const status = world.exports.statusOf(made);
	const host = request.headers.host ?? 'sandbox';
	const link = `http://${host}/filemanager/v1/files/download/${made.uuid}`;
	return {
		id: made.id,
		userId: 1,
		sellerId: world.settings.seller.id,
		status,
		isDeleted: false,
		createdAt: stamp(made.createdAt, made.id),
		updatedAt: stamp(made.createdAt, made.id),
		expiresAt: stamp(expiresAt(made), made.id),
		requestedFormats: [],
		downloadLinks: status === 'Finished' ? [link] : [],
		exportContent: 'document',
		uuid: made.uuid,
		note: '',
	};
};

const fileStatuses: Readonly<Record<ExportStatus, string>> = {
	Queued: 'QUEUED',
	Processing: 'PROCESSING',
	Finished: 'FINISHED',
	Error: 'ERROR',
	Expired: 'EXPIRED',
};

const fileWith = ({ exports: made }: World, { params }: Asked): Export => {
	const found = made.withUuid(params.uuid ?? '');
	if (!found) throw notFound(`file ${params.uuid}`);
	return found;
};

export const documentOperations: readonly Operation[] = [
	{
		name: 'exportDocument',
		at: 'POST /v2/orders/export-document',
		answer(world, asked) {
			const wanted = jsonBody(exportBody, asked.request);
			const papers = papersOf(world, wanted);
			checkPapers(papers);
			const content = contentOf(papers, wanted.documentType);
			const made = world.exports.create({ content, format: wanted.format });
			return reply(201, exportAnswer(world, made, asked), 'export_created');
		},
	},
	{
		name: 'getExport',
		at: 'GET /v2/exports/{exportItemId}',
		answer(world, asked) {
			const made = world.exports.withId(Number(asked.params.exportItemId));
			if (!made) throw notFound(`export ${asked.params.exportItemId}`);
			return reply(200, exportAnswer(world, made, asked));
		},
	},
	{
		name: 'getFileStatus',
		at: 'GET /filemanager/v1/files/{uuid}/status',
		/** At once: the sandbox does not hold the answer back (reference/the-iconic-sellercenter.md 8). */
		answer: (world, asked) =>
			reply(200, { processStatus: fileStatuses[world.exports.statusOf(fileWith(world, asked))] }),
	},
	{
		name: 'downloadFile',
		at: 'GET /filemanager/v1/files/download/{uuid}',
		/** That a file which is not there yet is not found is a guess. */
		answer(world, asked) {
			const made = fileWith(world, asked);
			if (world.exports.statusOf(made) !== 'Finished') throw notFound(`file ${made.uuid}`);
			const page = Buffer.from(`<!DOCTYPE html><html><body>${made.content}</body></html>`);
			return {
				...reply(200, made.format === 'pdf' ? pdf(made.content) : page),
				headers: { 'content-type': 'application/octet-stream' },
			};
		},
	},
];
