import { Failure, refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import type { ChannelConnector, Http } from '../connector';
import { ask } from './answer';
import { answersIn } from './inventories';
import type { AnswerTo, RowAnswer } from './inventories';
import { batch, push } from './pushing';
import { accountIdOf, sellerOf } from './seller';
import { fetchInventory } from './stockRequests';
import { stockWrite } from './stockWrite';

export const stock = {
	batch,
	push,

	faultOf(row: StockFigure) {
		const write = stockWrite(row);
		return typeof write === 'string' ? write : null;
	},

	/** Amazon has no list of them: the locations are those that are named. */
	async get(http: Http, listing: string, locations: readonly string[] = []) {
		if (listing.trim() === '' || locations.length === 0) {
			throw refused('amazonSellerFlex: name a seller SKU and at least one Seller Flex Hub ID.');
		}
		const seller = sellerOf(http);
		const levels: StockFigure[] = [];
		for (let start = 0; start < locations.length; start += batch) {
			const some = locations.slice(start, start + batch);
			const places = some.map((location) => ({ sku: listing, location }));
			const request = fetchInventory(seller.marketplaceId, places);
			const { body } = await ask(http, request, `the stock of SKU ${listing}`);
			levels.push(...levelsOf(listing, some, answersIn(body)));
		}
		return { account: accountIdOf(seller), levels };
	},
} satisfies NonNullable<ChannelConnector['stock']>;

const levelsOf = (
	listing: string,
	locations: readonly string[],
	answerTo: AnswerTo,
): readonly StockFigure[] =>
	locations.flatMap((location) => {
		const answer = answerTo({ sku: listing, location });
		if (isUnknown(answer)) return [];
		if (answer?.sellable != null) return [{ listing, location, quantity: answer.sellable }];
		throw new Failure(
			'unavailable',
			`amazonSellerFlex: Amazon does not say how much there is of SKU ${listing} at ${location}${answer === null ? '' : ` (${answer.words})`}. Try again later.`,
		);
	});

/** A SKU, or a location, that Amazon does not have of the seller. */
const isUnknown = (answer: RowAnswer | null): boolean =>
	answer !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
