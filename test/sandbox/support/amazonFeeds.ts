import type { Seller } from './amazonSeller';

const feeds = '/feeds/2021-06-30';

/** The steps of a feed: document, upload, hand-in, report. */
export const feedClient = (seller: Seller) => {
	const document = async (contentType: string) =>
		(await seller.ask('POST', `${feeds}/documents`, { contentType })).body;
	const upload = async (url: string, contentType: string, body: string) =>
		await seller.fetched(url, { method: 'PUT', headers: { 'content-type': contentType }, body });
	const create = async (feedType: string, inputFeedDocumentId: unknown, over: object = {}) =>
		await seller.ask('POST', `${feeds}/feeds`, {
			feedType,
			marketplaceIds: [seller.sandbox.credential.marketplace],
			inputFeedDocumentId,
			...over,
		});
	const get = async (feedId: unknown) => (await seller.ask('GET', `${feeds}/feeds/${feedId}`)).body;
	const find = async (query: Readonly<Record<string, string>>) =>
		await seller.ask('GET', `${feeds}/feeds?${new URLSearchParams(query)}`);
	const reportDocument = async (feedId: unknown, query = '') => {
		const { resultFeedDocumentId } = await get(feedId);
		return (await seller.ask('GET', `${feeds}/documents/${resultFeedDocumentId}${query}`)).body;
	};
	return {
		document,
		upload,
		create,
		get,
		find,
		reportDocument,
		/** Hands a document in; the id of the feed. */
		async submit(feedType: string, contentType: string, content: string, over: object = {}) {
			const { feedDocumentId, url } = await document(contentType);
			await upload(url, contentType, content);
			return (await create(feedType, feedDocumentId, over)).body.feedId;
		},
		finish: async () => await seller.control('clock', { advanceMs: 3000 }),
		report: async (feedId: unknown) =>
			(await seller.fetched((await reportDocument(feedId)).url)).text,
	};
};
