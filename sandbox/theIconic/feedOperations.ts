import { z } from 'zod';
import { type Reply, reply } from './answers';
import type { Feed } from './feeds';
import { uuidOf } from './itemAnswer';
import type { Operation } from './operations';
import { countedPage } from './pages';
import { parsed } from './parsed';
import { paging, whole } from './query';
import { badRequest, notFound } from './refused';
import { stamp } from './stamps';
import { fileRows, xmlRows } from './stockImport';
import type { World } from './world';

const action = 'ProductStockUpdate';

/** 1 to 20 (reference/the-iconic-sellercenter.md 4). */
const feedPage = z.strictObject({
	limit: whole.refine((rows) => rows >= 1 && rows <= 20, 'must be 1 to 20'),
	offset: paging.offset,
});

const xmlReply = (name: string, content: string, effect: string | null = null): Reply => ({
	...reply(200, `<?xml version="1.0" encoding="UTF-8"?><${name}>${content}</${name}>`, effect),
	headers: { 'content-type': 'text/xml; charset=utf-8' },
});

/** Faults come with 200 as well (reference/the-iconic-sellercenter.md 6). */
const xmlFault = (code: number, message: string): Reply => ({
	...xmlReply(
		'ErrorResponse',
		`<Head><RequestAction>${action}</RequestAction><ErrorType>Sender</ErrorType><ErrorCode>${code}</ErrorCode><ErrorMessage>${message}</ErrorMessage></Head><Body/>`,
	),
	code: `E${String(code).padStart(3, '0')}`,
});

const feedAnswer = (world: World, feed: Feed) => ({
	id: feed.id,
	userId: 1,
	sellerId: world.settings.seller.id,
	status: world.feeds.statusOf(feed),
	action,
	createdAt: stamp(feed.createdAt, feed.id),
	updatedAt: stamp(feed.endedAt ?? feed.createdAt, feed.id),
	source: feed.source,
	requestedFormats: [],
	downloadLinks: [],
	totalRecords: feed.rows.length,
	processedRecords: feed.endedAt === null ? 0 : feed.rows.length,
	failedRecords: feed.errors.length,
	failureReportExportItemid: null,
});

/** The number of an error is made up (reference/the-iconic-sellercenter.md 6). */
const errorAnswer = (feed: Feed) =>
	feed.errors.map(({ sellerSku, fieldName, errorMessage }) => ({
		itemId: uuidOf(`${feed.uuid} ${sellerSku}`),
		errorCode: 1,
		fieldName,
		errorMessage,
		sellerSku,
	}));

export const feedOperations: readonly Operation[] = [
	{
		name: 'importStock',
		at: 'POST /v2/import/stock-update',
		answer(world, { request }) {
			const rows = fileRows(request);
			if (rows.length === 0) throw badRequest('the file is empty');
			const feed = world.feeds.create('import', rows);
			const taken = {
				success: true,
				message: 'The file is queued',
				errorMessages: [],
				warningMessages: [],
				feedId: feed.id,
				feedUuid: feed.uuid,
			};
			return reply(201, taken, 'feed_created');
		},
	},
	{
		name: 'importStockXml',
		at: 'POST /v2/import/product-stock-update-xml',
		/** That the feed's id is in `RequestId`, as in the classic API, is a guess (reference/the-iconic-sellercenter.md 6, 12). */
		answer(world, { request }) {
			if (!request.headers['content-type']?.startsWith('text/xml')) {
				throw badRequest('the content type must be text/xml');
			}
			const rows = xmlRows(request.body);
			if (!rows || rows.length === 0) return xmlFault(30, 'E030: Empty Request');
			const feed = world.feeds.create('api', rows);
			const head = `<RequestId>${feed.uuid}</RequestId><RequestAction>${action}</RequestAction><ResponseType/><Timestamp>${stamp(feed.createdAt, feed.id)}</Timestamp>`;
			return xmlReply('SuccessResponse', `<Head>${head}</Head><Body/>`, 'feed_created');
		},
	},
	{
		name: 'getFeeds',
		at: 'GET /v2/feeds',
		answer: (world, { query }) =>
			countedPage({
				rows: world.feeds.all(),
				paging: parsed(feedPage, query),
				answer: (feed) => feedAnswer(world, feed),
			}),
	},
	{
		name: 'getFeedStatus',
		at: 'GET /v2/feed/{uuid}/status',
		answer(world, { params }) {
			const feed = world.feeds.find(params.uuid ?? '');
			if (!feed) throw notFound(`feed ${params.uuid}`);
			const status = world.feeds.statusOf(feed);
			return reply(200, {
				id: feed.uuid,
				action,
				status,
				errors: errorAnswer(feed),
				warnings: [],
			});
		},
	},
];
