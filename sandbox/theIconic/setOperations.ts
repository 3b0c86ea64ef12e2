import { z } from 'zod';
import { rowsReply } from './answers';
import type { Catalog, Product } from './catalog';
import { uuidOf } from './itemAnswer';
import type { Operation } from './operations';
import { countedPage } from './pages';
import { parsed } from './parsed';
import { flag, paging, texts, wholes } from './query';
import { notFound, notPlayed } from './refused';
import { dayEnd, dayStart, isWithin, micros, stamp } from './stamps';
import type { World } from './world';

/** The parent of some variations (reference/the-iconic-sellercenter.md 5). */
interface ProductSet {
	readonly id: number;
	readonly first: Product;
	readonly products: readonly Product[];
	readonly status: Product['status'];
	readonly createdAt: number;
	readonly updatedAt: number;
}

/** Of no variation: known by name, but what they leave out is not played. */
const unplayed = {
	'brandIds[]': wholes.optional(),
	'tags[]': texts.optional(),
	'categoryIds[]': wholes.optional(),
	'productSetUuids[]': texts.optional(),
	visibility: z.literal('Syncing').optional(),
	inStock: flag.optional(),
	reserved: flag.optional(),
	onlyWithTags: flag.optional(),
	group: z.string().optional(),
} as const;

/** Starts of words of three signs or more, five at most (reference/the-iconic-sellercenter.md 5). */
const keyword = z.array(z.string().min(3)).max(5).readonly().optional();

/** What leaves no set out, unless the status does. */
const ordering = {
	...paging,
	status: z
		.enum(['all', 'active', 'inactive-all', 'deleted-all', 'image-missing', 'pending'])
		.or(z.enum(['rejected', 'disapproved', 'sold-out', 'not-authorized']))
		.default('all'),
	orderBy: z.literal('createdAt').optional(),
	orderDirection: z.enum(['ASC', 'DESC']).default('ASC'),
} as const;

const setQuery = z.strictObject({
	...ordering,
	...unplayed,
	keyword,
	createDateStart: dayStart.optional(),
	createDateEnd: dayEnd.optional(),
	updateDateStart: dayStart.optional(),
	updateDateEnd: dayEnd.optional(),
	parentSku: z.string().optional(),
	'productSetIds[]': wholes.optional(),
});

type SetQuery = z.infer<typeof setQuery>;

/** A set is as alive as the liveliest of its variations: a guess. */
const statusOf = (products: readonly Product[]): Product['status'] =>
	(['active', 'inactive'] as const).find((status) =>
		products.some((one) => one.status === status),
	) ?? 'deleted';

const setOf = (catalog: Catalog, id: number): ProductSet | null => {
	const products = catalog.ofSet(id);
	const [first] = products;
	return first
		? {
				id,
				first,
				products,
				status: statusOf(products),
				createdAt: Math.min(...products.map(({ createdAt }) => createdAt)),
				updatedAt: Math.max(...products.map(({ updatedAt }) => updatedAt)),
			}
		: null;
};

/** What each of them holds is a guess. */
const isOfStatus: Readonly<Record<SetQuery['status'], (set: ProductSet, world: World) => boolean>> =
	{
		all: () => true,
		active: ({ status }) => status === 'active',
		'inactive-all': ({ status }) => status === 'inactive',
		'deleted-all': ({ status }) => status === 'deleted',
		pending: ({ products }) => products.some((one) => one.approvalStatus === 'pending'),
		rejected: ({ products }) => products.some((one) => one.approvalStatus === 'rejected'),
		'sold-out': ({ products }, { stock }) =>
			products.every((product) => stock.figuresOf(product).available <= 0),
		disapproved: () => false,
		'image-missing': () => false,
		'not-authorized': () => false,
	};

const isDated = ({ id, createdAt, updatedAt }: ProductSet, asked: SetQuery) =>
	isWithin(micros(createdAt, id), asked.createDateStart, asked.createDateEnd) &&
	isWithin(micros(updatedAt, id), asked.updateDateStart, asked.updateDateEnd);

const isNamed = ({ products }: ProductSet, keywords: SetQuery['keyword']) =>
	keywords?.some((word) =>
		products.some(({ name, sku }) =>
			[name, sku].some((text) => text.toLowerCase().startsWith(word.toLowerCase())),
		),
	) ?? true;

const isWanted = (set: ProductSet, asked: SetQuery, world: World) =>
	isOfStatus[asked.status](set, world) &&
	isDated(set, asked) &&
	isNamed(set, asked.keyword) &&
	(asked['productSetIds[]']?.includes(set.id) ?? true) &&
	(asked.parentSku === undefined || asked.parentSku === set.first.draft.set);

/** A catalog of many thousands is not looked through for every page of it. */
const wantedSets = (world: World, asked: SetQuery): readonly number[] => {
	const ids = world.catalog.sets();
	if (asked.status === 'all' && Object.keys(asked).every((name) => name in ordering)) return ids;
	return ids.filter((id) => {
		const set = setOf(world.catalog, id);
		return set !== null && isWanted(set, asked, world);
	});
};

const setAnswer = ({ catalog, settings }: World, id: number) => {
	const set = setOf(catalog, id);
	return (
		set && {
			id,
			uuid: uuidOf(`set ${id}`),
			srcId: null,
			name: set.first.name,
			parentSku: set.first.draft.set ?? null,
			createdAt: stamp(set.createdAt, id),
			updatedAt: stamp(set.updatedAt, id),
			description: null,
			brandId: 1,
			primaryCategoryId: 1,
			attributeSetId: 1,
			sellerId: settings.seller.id,
			categories: [1],
			attributes: {},
			sizeSystem: 1,
			browseNodes: [],
			sellerSku: set.first.sku,
			status: set.status,
			sin: `SIN${id}`,
		}
	);
};

/** A set that there is. */
export const productsOfSet = ({ catalog }: World, id: string): readonly Product[] => {
	const products = /^\d+$/.test(id) ? catalog.ofSet(Number(id)) : [];
	if (products.length === 0) throw notFound(`product set ${id}`);
	return products;
};

export const setOperations: readonly Operation[] = [
	{
		name: 'getProductSets',
		at: 'GET /v2/product-sets',
		/** The oldest first, which is a guess. */
		answer(world, { query }) {
			const asked = parsed(setQuery, query);
			const name = Object.keys(unplayed).find((one) => one in asked);
			if (name) throw notPlayed(name);
			const ids = wantedSets(world, asked);
			return countedPage({
				rows: asked.orderDirection === 'ASC' ? ids : ids.toReversed(),
				paging: asked,
				answer: (id) => setAnswer(world, id),
			});
		},
	},
	{
		name: 'getProductsOfSet',
		at: 'GET /v2/product-set/{productSetId}/products',
		answer: (world, { params }) =>
			rowsReply(productsOfSet(world, params.productSetId ?? '').map(world.catalog.answer)),
	},
];
