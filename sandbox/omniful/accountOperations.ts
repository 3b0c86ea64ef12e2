import { z } from 'zod';
import { done, listed } from './answers';
import { parsed } from './body';
import type { Operation } from './operation';
import { checkNames, cursorPageOf, pageOf, several } from './query';
import { Refused } from './refused';
import { type Hook, topicNames } from './webhooks';
import type { Sku } from './catalog';

const integrations = [
	{
		integration_token: 'integration-1',
		name: 'Order Hub',
		sales_channel_name: 'Custom',
		sales_channel_tag: 'custom',
		is_active: true,
	},
];

const reserved = ['x-omniful-request-id', 'x-omniful-channel-name', 'webhook-secret-key'];

const hooksBody = z.array(
	z.strictObject({
		topic: z.string().refine((topic) => topicNames.includes(topic), 'is no topic'),
		webhook_url: z.string().url(),
		is_enable: z.boolean(),
		custom_headers: z
			.array(z.strictObject({ key: z.string().max(50), value: z.string().max(4_500) }))
			.max(2)
			.default([]),
	}),
);

const hookAnswer = ({ topic, url, isEnabled, headers }: Hook) => ({
	topic,
	webhook_url: url,
	is_enable: isEnabled,
	custom_headers: headers,
});

const skuAnswer = ({ sku, name, status, price }: Sku) => ({
	id: `sku-${sku}`,
	sku_code: sku,
	name,
	type: 'simple',
	status,
	retail_price: price,
	selling_price: price,
	currency: 'SAR',
});

export const accountOperations: readonly Operation[] = [
	{
		name: 'integrations/list',
		method: 'GET',
		path: '/v1/channels/integrations',
		family: 'seller',
		answer(_, { query }) {
			const { rows, meta } = pageOf(integrations, query);
			return listed(rows, meta);
		},
	},
	{
		name: 'skus/list',
		method: 'GET',
		path: '/v2/seller/master/skus',
		family: 'seller',
		answer(world, { query }) {
			checkNames(query, ['sku_code', 'sku_codes', 'per_page', 'search_after', 'search_before']);
			const wanted = several(query, 'sku_code', 'sku_codes');
			const all = world.catalog.all().filter(({ sku }) => wanted?.includes(sku) ?? true);
			const { rows, meta } = cursorPageOf(all, query, ({ sku }) => sku);
			return listed(rows.map(skuAnswer), meta);
		},
	},
	{
		name: 'webhooks/get',
		method: 'GET',
		path: '/v1/webhooks',
		family: 'seller',
		answer: (world) => done(world.webhooks.hooks().map(hookAnswer)),
	},
	{
		name: 'webhooks/put',
		method: 'PUT',
		path: '/v1/webhooks',
		family: 'seller',
		answer(world, { body }) {
			const given = parsed(hooksBody, body);
			const names = given.flatMap(({ custom_headers: headers }) => headers.map(({ key }) => key));
			if (names.some((name) => reserved.includes(name.toLowerCase()))) {
				throw new Refused('header name is reserved');
			}
			world.webhooks.put(
				given.map(({ topic, webhook_url: url, is_enable: isEnabled, custom_headers: headers }) => ({
					...{ topic, url, isEnabled, headers },
				})),
			);
			return done('Webhooks updated successfully', 'webhooks');
		},
	},
	{
		name: 'hubs/list',
		method: 'GET',
		path: '/v1/tenants/hubs',
		family: 'tenant',
		answer(world, { query }) {
			checkNames(query, ['include_address', 'code', 'name', 'page', 'per_page']);
			const { rows, meta } = pageOf(world.hubs.all(), query, 10);
			return listed(
				rows.map(({ code, name, active, locationInventory }) => ({
					...{ name, code, type: 'warehouse', is_active: active, timezone: 'Asia/Riyadh' },
					is_location_inventory_enabled: locationInventory,
				})),
				meta,
			);
		},
	},
	{
		name: 'sellers/list',
		method: 'GET',
		path: '/v1/tenants/sellers',
		family: 'tenant',
		answer(_, { query }) {
			const sellers = [
				{ code: 'seller', name: 'Seller', email: 'seller@example.com', is_active: true },
			];
			const { rows, meta } = pageOf(sellers, query);
			return listed(rows, meta);
		},
	},
];
