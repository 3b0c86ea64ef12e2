import { uuid } from '../random';
import { reply } from './answers';
import { getListing, patchListing } from './listings';
import type { Asked, Operation } from './operations';
import { forbidden } from './refused';
import type { World } from './world';

const path = '/listings/2021-08-01/items/{sellerId}/{sku}';

const checkSeller = ({ credential }: World, { params }: Asked) => {
	if (params.sellerId !== credential.sellerId) throw forbidden('The seller is another one.');
};

/** Whether the seller sells there, and the listings with their prices. */
export const listingOperations: readonly Operation[] = [
	{
		name: 'getMarketplaceParticipations',
		at: 'GET /sellers/v1/marketplaceParticipations',
		roles: [],
		isListed: false,
		answer({ marketplace, settings }) {
			const { id, country, currency, domain } = marketplace;
			const participation = {
				marketplace: {
					id,
					countryCode: country,
					name: domain.replace('www.amazon', 'Amazon'),
					defaultCurrencyCode: currency,
					defaultLanguageCode: `en_${country}`,
					domainName: domain,
				},
				participation: {
					isParticipating: settings.grants.participating,
					hasSuspendedListings: false,
				},
				storeName: 'Palm Trading',
			};
			return reply(200, { payload: [participation] });
		},
	},
	{
		name: 'getListingsItem',
		at: `GET ${path}`,
		roles: ['Product Listing'],
		isListed: false,
		answer(world, asked) {
			checkSeller(world, asked);
			const { params, query } = asked;
			return reply(200, getListing(world.listings, { sku: params.sku ?? '', query }));
		},
	},
	{
		name: 'patchListingsItem',
		at: `PATCH ${path}`,
		roles: ['Product Listing'],
		isListed: false,
		answer(world, asked) {
			checkSeller(world, asked);
			const { params, query, body } = asked;
			const { answer, isChanged } = patchListing(world.listings, {
				sku: params.sku ?? '',
				query,
				submissionId: uuid(world.random),
				body,
			});
			return reply(200, answer, isChanged ? 'price_changed' : null);
		},
	},
];
