import { each, elements, rows, type Work } from './statement';

/** Adds SKUs to the seller's catalog; answers those that it did not have. */
export function* addToCatalog(seller: string, skus: readonly string[]): Work<readonly string[]> {
	const found = yield* rows<{ sku: string }>(
		'SELECT sku FROM skus WHERE seller = ? AND sku IN {elements}',
		seller,
		elements(skus),
	);
	const known = new Set(found.map(({ sku }) => sku));
	const fresh = skus.filter((sku) => !known.has(sku));
	yield* each(
		'INSERT INTO skus (seller, sku) VALUES (?, ?) ON CONFLICT DO NOTHING',
		fresh.map((sku) => [seller, sku]),
	);
	return fresh;
}
