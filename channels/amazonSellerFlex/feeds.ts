import { Failure } from '../../domain/failure';
import type { FeedKind, FeedReport, FeedSeen } from '../../domain/feed';
import type { Instant } from '../../domain/instant';
import type { ChannelConnector, FeedSubmitted, Http, HttpResponse } from '../connector';
import { flaw, reading, rows, sound, text, textOrNull } from '../fields';
import { ask } from './answer';
import * as requests from './feedRequests';
import { invoiceReport } from './invoiceFeed';
import { priceReport } from './priceFeed';
import { sellerOf } from './seller';
import type { AmazonFeed, AmazonFeedCreated, AmazonFeedDocument, AmazonFeeds } from './types';

/** What a feed is made of. */
export interface FeedFile {
	readonly contentType: string;
	readonly base64: string;
	readonly options?: Readonly<Record<string, string>>;
}

const typeOf = {
	prices: 'JSON_LISTINGS_FEED',
	invoice: 'UPLOAD_VAT_INVOICE',
} as const satisfies Record<FeedKind, string>;

/** Uploads the document and creates the feed, each once: Amazon makes another feed of every call. */
export async function submitFeed(
	http: Http,
	kind: FeedKind,
	{ contentType, base64, options }: FeedFile,
): Promise<FeedSubmitted> {
	const { marketplaceId } = sellerOf(http);
	const inputFeedDocumentId = await uploaded(http, contentType, base64);
	const [asked] = await Promise.allSettled([
		ask(
			http,
			requests.createFeed({
				feedType: typeOf[kind],
				marketplaceIds: [marketplaceId],
				inputFeedDocumentId,
				...(options !== undefined && { feedOptions: options }),
			}),
			`a feed of the type ${typeOf[kind]}`,
		),
	]);
	if (asked.status === 'rejected') {
		if (isUnclear(asked.reason)) return { feed: null };
		throw asked.reason;
	}
	const from = reading<AmazonFeedCreated>(asked.value.body);
	const feed = text(from, 'feedId');
	return { feed: from.flaws.length > 0 ? null : feed };
}

/** Whether Amazon may have it although it did not say so. */
const isUnclear = (reason: unknown) =>
	reason instanceof Failure && (reason.kind === 'unavailable' || reason.kind === 'malformed');

async function uploaded(http: Http, contentType: string, base64: string): Promise<string> {
	const { body } = await ask(http, requests.createDocument(contentType), 'a document for a feed');
	const from = reading<AmazonFeedDocument>(body);
	const id = text(from, 'feedDocumentId');
	const address = text(from, 'url');
	sound('amazonSellerFlex', from);
	const response = await http(requests.upload(address, contentType, base64));
	if (response.status !== 200) throw notKept(response, 'did not take the document of a feed');
	return id;
}

/** Amazon's storage answers in XML, and its words may hold the address. */
const notKept = ({ status }: HttpResponse, what: string) =>
	new Failure(
		'unavailable',
		`amazonSellerFlex: Amazon's storage ${what} (status ${status}). Try again later.`,
	);

/** All of them that Amazon has, page by page. */
async function since(http: Http, kind: FeedKind, from: Instant): Promise<readonly FeedSeen[]> {
	const { marketplaceId } = sellerOf(http);
	const feedType = typeOf[kind];
	const seen: FeedSeen[] = [];
	let request = requests.feeds({ feedType, marketplaceId, createdSince: from });
	for (;;) {
		const { body } = await ask(http, request, 'the list of feeds');
		const page = reading<AmazonFeeds>(body);
		seen.push(...rows(page, 'feeds').map(toSeen));
		const token = textOrNull(page, 'nextToken');
		sound('amazonSellerFlex', page);
		if (token === null || token === '') return seen;
		request = requests.moreFeeds(token);
	}
}

function toSeen(feed: ReturnType<typeof rows<AmazonFeeds, 'feeds'>>[number]): FeedSeen {
	const createdAt = Date.parse(text(feed, 'createdTime'));
	if (Number.isNaN(createdAt)) flaw(feed, 'createdTime', 'a time');
	return {
		id: text(feed, 'feedId'),
		createdAt: new Date(Number.isNaN(createdAt) ? 0 : createdAt).toISOString(),
	};
}

const cancelled: FeedReport = {
	refused: [],
	refusedWhole: 'Amazon says that the feed was cancelled before it began.',
};

const stopped =
	'Amazon stopped in the middle of the feed, so what it named no fault of may have been taken or not. Look in Seller Central.';

async function report(http: Http, kind: FeedKind, id: string): Promise<FeedReport | null> {
	const { body } = await ask(http, requests.feed(id), `feed ${id}`);
	const from = reading<AmazonFeed>(body);
	const status = text(from, 'processingStatus');
	const result = textOrNull(from, 'resultFeedDocumentId');
	sound('amazonSellerFlex', from);
	if (status === 'CANCELLED') return cancelled;
	const isFatal = status === 'FATAL';
	if (status !== 'DONE' && !isFatal) return null;
	const read = result === null ? null : readers[kind](await textOf(http, result));
	const { refused, refusedWhole } = read ?? { refused: [], refusedWhole: null };
	if (read === null && result !== null && !isFatal) throw unreadable(id);
	return { refused, refusedWhole: refusedWhole ?? (isFatal ? stopped : null) };
}

const readers = { prices: priceReport, invoice: invoiceReport } as const satisfies Record<
	FeedKind,
	(report: string) => FeedReport | null
>;

const unreadable = (id: string) =>
	new Failure(
		'malformed',
		`amazonSellerFlex: the report of feed ${id} cannot be read. Try again later.`,
	);

async function textOf(http: Http, documentId: string): Promise<string> {
	const { body } = await ask(http, requests.feedDocument(documentId), 'the report of a feed');
	const from = reading<AmazonFeedDocument>(body);
	const address = text(from, 'url');
	const packing = textOrNull(from, 'compressionAlgorithm');
	sound('amazonSellerFlex', from);
	const response = await http(requests.download(address));
	if (response.status !== 200) throw notKept(response, 'did not give the report of a feed');
	const bytes = Buffer.from(String(response.body), 'base64');
	return packing === 'GZIP' ? await unpacked(bytes) : bytes.toString('utf8');
}

/** Some ways to fetch it unpack it already. */
async function unpacked(bytes: Buffer): Promise<string> {
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
	const stream = new Blob([new Uint8Array(bytes)])
		.stream()
		.pipeThrough(new DecompressionStream('gzip'));
	const [read] = await Promise.allSettled([new Response(stream).text()]);
	if (read.status === 'fulfilled') return read.value;
	throw new Failure(
		'malformed',
		'amazonSellerFlex: the report of a feed was cut off. Try again later.',
	);
}

export const feeds = { since, report } satisfies ChannelConnector['feeds'];
