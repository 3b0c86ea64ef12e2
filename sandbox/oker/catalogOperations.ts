import { reply } from './answers';
import { type Listing, variantAnswer } from './catalog';
import type { Operation } from './operation';
import { pageReply, pagingOf } from './pages';
import type { World } from './world';

const published = ({ catalog }: World): readonly (readonly [string, readonly Listing[]])[] =>
	catalog.products();

const productAnswer = (world: World, id: string, listings: readonly Listing[]) => ({
	id,
	parentTitle: listings[0]?.title ?? id,
	brand: listings[0]?.draft.brand ?? 'Acme',
	variants: listings.map((listing) => variantAnswer(listing, world.catalog.total(listing))),
});

/** Only the variants with these SKUs, where they are named, and their products. */
const chosen = (
	products: ReturnType<typeof published>,
	skus: readonly unknown[] | undefined,
): ReturnType<typeof published> =>
	skus === undefined
		? products
		: products
				.map(([id, listings]) => [id, listings.filter(({ sku }) => skus.includes(sku))] as const)
				.filter(([, listings]) => listings.length > 0);

export const catalogOperations: readonly Operation[] = [
	{
		id: 'getProductsCount',
		answer: (world) =>
			reply(200, { count: published(world).flatMap(([, listings]) => listings).length }),
	},
	{
		id: 'listProducts',
		answer(world, { values }) {
			const skus = Array.isArray(values.skus) ? values.skus : undefined;
			const rows = chosen(published(world), skus).map(([id, listings]) =>
				productAnswer(world, id, listings),
			);
			return pageReply(world, 'products', rows, pagingOf(world, values));
		},
	},
];
