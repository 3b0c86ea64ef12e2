import { z } from 'zod';
import { done } from './answers';
import { parsed } from './body';
import { type ItemType, isSku } from './catalog';
import type { Operation } from './operation';
import { pageOf, searchOptions } from './paging';
import { Refused, invalid } from './refused';
import type { World } from './world';

/** What a category and an item must have; the rest is kept as it comes (reference/uniware-oker.md 2.2). */
const itemBody = z
	.object({
		skuCode: z.string().refine(isSku, 'is no SKU'),
		categoryCode: z.string(),
		name: z.string().min(1),
		enabled: z.boolean().optional(),
		basePrice: z.number().min(0).optional(),
	})
	.passthrough();

/** The tenant knows one category. */
const categories = ['DEFAULT'];

const itemAnswer = ({ date }: World, item: ItemType) => ({
	...item.details,
	id: item.id,
	skuCode: item.sku,
	categoryCode: item.category,
	name: item.name,
	basePrice: item.price,
	type: 'SIMPLE',
	enabled: item.isEnabled,
	created: date(item.changedAt),
	updated: date(item.changedAt),
});

const put = (world: World, given: z.infer<typeof itemBody>): ItemType => {
	const { skuCode, categoryCode, name, enabled = true, basePrice = 0, ...details } = given;
	if (!categories.includes(categoryCode)) {
		throw new Refused('INVALID_CATEGORY_CODE', `There is no category ${categoryCode}`);
	}
	return world.catalog.put({
		sku: skuCode,
		category: categoryCode,
		name,
		isEnabled: enabled,
		price: basePrice,
		details,
	});
};

const itemWith = ({ catalog }: World, code: string): ItemType => {
	const item = catalog.find(code);
	if (item) return item;
	throw new Refused('INVALID_ITEM_TYPE', `There is no item ${code}`, 'skuCode');
};

const searchBody = z.strictObject({
	keyword: z.string().optional(),
	productCode: z.string().optional(),
	categoryCode: z.string().optional(),
	skuType: z.string().optional(),
	updatedSinceInHour: z.number().min(0).optional(),
	getInventorySnapshot: z.boolean().optional(),
	searchOptions: searchOptions.optional(),
});

const isWanted = (item: ItemType, asked: z.infer<typeof searchBody>, now: number) => {
	const { keyword, productCode, categoryCode, updatedSinceInHour: hours } = asked;
	const words = `${item.sku} ${item.name}`.toLowerCase();
	return [
		keyword === undefined || words.includes(keyword.toLowerCase()),
		productCode === undefined || item.sku === productCode,
		categoryCode === undefined || item.category === categoryCode,
		hours === undefined || item.changedAt >= now - hours * 3_600_000,
	].every(Boolean);
};

const listingBody = z.strictObject({
	channelItemType: z.strictObject({
		channelCode: z.string(),
		channelProductId: z.string().min(1),
		sellerSkuCode: z.string().min(1),
		skuCode: z.string(),
		blockedInventory: z.number().int().min(0).optional(),
		live: z.boolean().optional(),
		verified: z.boolean().default(false),
		disabled: z.boolean().optional(),
	}),
});

export const itemOperations: readonly Operation[] = [
	{
		name: 'itemType/get',
		path: '/catalog/itemType/get',
		answer(world, { body }) {
			const shape = z.strictObject({ skuCode: z.string().min(1) });
			const { skuCode } = parsed(shape, body);
			return done({ itemTypeDTO: itemAnswer(world, itemWith(world, skuCode)) });
		},
	},
	{
		name: 'itemType/createOrEdit',
		path: '/catalog/itemType/createOrEdit',
		answer(world, { body }) {
			const { itemType } = parsed(z.strictObject({ itemType: itemBody }), body);
			// In spite of its name it edits nothing (reference/uniware-oker.md 2.2).
			if (world.catalog.find(itemType.skuCode)) throw invalid('exists already', 'skuCode');
			put(world, itemType);
			return done({}, 'item_created');
		},
	},
	{
		name: 'itemType/edit',
		path: '/catalog/itemType/edit',
		answer(world, { body }) {
			const { itemType } = parsed(z.strictObject({ itemType: itemBody }), body);
			itemWith(world, itemType.skuCode);
			put(world, itemType);
			return done({}, 'item_edited');
		},
	},
	{
		name: 'itemType/search',
		path: '/product/itemType/search',
		answer(world, { body }) {
			const asked = parsed(searchBody, body);
			const rows = world.catalog.all().filter((item) => isWanted(item, asked, world.now()));
			return pageOf(rows, asked.searchOptions, (item) => itemAnswer(world, item));
		},
	},
	{
		name: 'channel/createChannelItemType',
		path: '/channel/createChannelItemType',
		answer(world, { body }) {
			const { channelItemType: given } = parsed(listingBody, body);
			if (!world.settings.channels.includes(given.channelCode)) {
				throw new Refused('INVALID_CHANNEL_CODE', `There is no channel ${given.channelCode}`);
			}
			itemWith(world, given.skuCode);
			world.catalog.list({
				channel: given.channelCode,
				product: given.channelProductId,
				sku: given.skuCode,
				isVerified: given.verified,
			});
			return done({}, 'listing_created');
		},
	},
];
