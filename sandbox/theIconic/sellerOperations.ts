import { z } from 'zod';
import { reply, rowsReply } from './answers';
import { uuidOf } from './itemAnswer';
import type { Operation } from './operations';
import { parsed } from './parsed';
import { providerAnswer } from './providers';
import { flag, texts } from './query';
import { reasonAnswer } from './reasons';
import { stamp } from './stamps';

/** Long ago. */
const joinedAt = Date.parse('2024-01-15T00:00:00Z');

const providerQuery = z.strictObject({ status: flag.optional() });

export const sellerOperations: readonly Operation[] = [
	{
		name: 'getSeller',
		at: 'GET /v2/seller',
		answer({ settings: { seller } }) {
			return reply(200, {
				id: seller.id,
				uuid: uuidOf(`seller ${seller.id}`),
				srcId: `AU${seller.id}`,
				shortCode: `AU${seller.id}`,
				status: 'active',
				name: seller.name,
				companyName: seller.name,
				email: 'seller@example.com',
				taxClass: 'default',
				createdAt: stamp(joinedAt, seller.id),
				updatedAt: stamp(joinedAt, seller.id),
				verified: true,
				listed: true,
				delistReasons: [],
				profileFields: [],
			});
		},
	},
	{
		name: 'getCountries',
		at: 'GET /v2/countries/enabled',
		/** Whether they are codes or names is not said: codes, as a guess. */
		answer: () => reply(200, { items: ['AU', 'NZ'] }),
	},
	{
		name: 'getProviders',
		at: 'GET /v2/orders-shipment-providers',
		answer({ settings }, { query }) {
			const { status } = parsed(providerQuery, query);
			const rows = settings.providers.map(providerAnswer);
			return rowsReply(rows.filter((row) => status === undefined || row.status === status));
		},
	},
	{
		name: 'getFailureReasons',
		at: 'GET /v2/orders-failure-reasons',
		answer: ({ settings }) => rowsReply(settings.reasons.map(reasonAnswer)),
	},
	{
		name: 'getWebhooks',
		at: 'GET /v2/webhooks',
		/** None: the sandbox calls nobody (reference/the-iconic-sellercenter.md 10). */
		answer(_, { query }) {
			parsed(z.strictObject({ 'publicIds[]': texts.optional() }), query);
			return reply(200, { items: [], pagination: { limit: 0, offset: 0, totalCount: 0 } });
		},
	},
];
