import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { Http, HttpRequest } from '../../channels/connector';
import type { Price } from '../../domain/price';
import { hasModels, pairsIn, type Pair } from './amazonPairs';

const { prices, feeds } = amazonSellerFlex;

const pairs = hasModels
	? [
			...pairsIn('listings-items-api-model/listingsItems_2021-08-01.json'),
			...pairsIn('feeds-api-model/feeds_2021-06-30.json'),
		]
	: [];

/** The answer that Amazon's static sandbox has for the operation. */
function pairOf(operation: string, status: number, at = 0): Pair {
	const found = pairs.filter((pair) => pair.operation === operation && pair.status === status)[at];
	if (found === undefined) throw new Error(`no pair of ${operation} with ${status}`);
	return found;
}

interface Asked {
	readonly method: string;
	readonly path: string;
	readonly operation: string;
}

const document = { status: 200, headers: {}, body: '' };

/** Answers each operation with its pair, and notes what it was asked. */
function amazon(...answers: readonly Pair[]) {
	const asked: Asked[] = [];
	const send = async ({ method, path, quota, document: address }: HttpRequest) => {
		if (address !== undefined) return document;
		const operation = quota?.name ?? '';
		const pair = answers.find((one) => one.operation === operation);
		if (pair === undefined) throw new Error(`nobody expected ${operation}`);
		asked.push({ method, path, operation });
		return { status: pair.status, headers: {}, body: pair.response };
	};
	const seller = { sellerId: 'ABCDEFGH', marketplaceId: 'ATVPDKIKX0DER' };
	const http: Http = Object.assign(send, { seller });
	return { http, asked };
}

/** Whether every request has the method and the path that the model gives its operation. */
function areInModel(asked: readonly Asked[]): void {
	expect(asked.length).toBeGreaterThan(0);
	for (const { operation, method, path } of asked) {
		const [pair] = pairs.filter((one) => one.operation === operation);
		const shape = new RegExp(`^${pair?.path.replace(/\{\w+\}/g, '[^/]+')}$`);
		expect([operation, method]).toEqual([operation, pair?.method]);
		expect(path).toMatch(shape);
	}
}

const row: Price = { listing: 'GM-ZDPI-9B4E', price: { minor: 9950, currency: 'USD' } };

describe('the static sandbox of Amazon, prices and feeds', () => {
	if (!hasModels) {
		it.skip('says nothing here: ../shared/contracts/amazon is not beside this repository', () => {});
		return;
	}

	it.each([
		['getListingsItem', 200, 'patchListingsItem', 200, 0, 'accepted', null],
		['getListingsItem', 200, 'patchListingsItem', 200, 1, 'refused', /VALID/],
		['getListingsItem', 200, 'patchListingsItem', 200, 2, 'refused', /are invalid\. \(90000900\)/],
		['getListingsItem', 200, 'patchListingsItem', 400, 0, 'refused', /BAD_REQUEST/],
		['getListingsItem', 400, 'patchListingsItem', 200, 0, 'refused', /BAD_REQUEST/],
	] as const)(
		'a price that %s answers with %d and %s with %d (pair %d) is %s',
		async (look, found, patch, status, at, outcome, why) => {
			const { http, asked } = amazon(pairOf(look, found), pairOf(patch, status, at));
			const reason = why === null ? null : expect.stringMatching(why);
			expect(await prices.push(http, [row])).toEqual([{ ...row, outcome, reason }]);
			areInModel(asked);
		},
	);

	it('a feed is created', async () => {
		const { http, asked } = amazon(pairOf('createFeedDocument', 201), pairOf('createFeed', 202));
		expect(await prices.submit(http, [row])).toEqual({ feed: '3485934' });
		areInModel(asked);
	});

	it.each([
		['createFeedDocument', 400, 'createFeed', 202],
		['createFeedDocument', 201, 'createFeed', 400],
	] as const)('a feed is not created where %s answers %d', async (one, first, other, second) => {
		const { http } = amazon(pairOf(one, first), pairOf(other, second));
		await expect(prices.submit(http, [row])).rejects.toMatchObject({ kind: 'rejected' });
	});

	it('a feed that was cancelled says so, and an unknown one is refused', async () => {
		const { http, asked } = amazon(pairOf('getFeed', 200));
		expect(await feeds.report(http, 'prices', 'feedId1')).toMatchObject({
			refusedWhole: expect.stringMatching(/cancelled/),
		});
		areInModel(asked);
		const unknown = amazon(pairOf('getFeed', 400)).http;
		await expect(feeds.report(unknown, 'prices', 'badFeedId1')).rejects.toMatchObject({
			kind: 'rejected',
		});
	});

	it('a list of feeds is read to its end', async () => {
		const page = pairOf('getFeeds', 200);
		const { nextToken, ...last } = page.response;
		const seen: HttpRequest[] = [];
		const http: Http = Object.assign(
			async (request: HttpRequest) => {
				seen.push(request);
				const body = seen.length === 1 ? page.response : last;
				return { status: 200, headers: {}, body };
			},
			{ seller: { sellerId: 'ABCDEFGH', marketplaceId: 'ATVPDKIKX0DER' } },
		);
		const found = await feeds.since(http, 'prices', '2024-03-11T13:00:00.000Z');
		const one = { id: 'FeedId1', createdAt: '2024-03-11T13:16:24.630Z' };
		expect(found).toEqual([one, one]);
		expect(seen[1]?.query).toEqual({ nextToken });
	});
});
