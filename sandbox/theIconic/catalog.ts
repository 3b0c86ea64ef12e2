import { merge } from '../merge';
import { SandboxRefusal } from '../wire';
import { uuidOf } from './itemAnswer';
import { cents } from './money';
import type { ShipmentType } from './order';
import type { Goods } from './placing';
import { stamp } from './stamps';
import type { IconicFigureChange } from './stateTypes';
import type { IconicProductDraft } from './types';

/** One variation: what is sold and has stock (reference/the-iconic-sellercenter.md 5). */
export interface Product extends Goods {
	readonly set: number;
	readonly sku: string;
	readonly status: NonNullable<IconicProductDraft['status']>;
	readonly approvalStatus: NonNullable<IconicProductDraft['approvalStatus']>;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly draft: IconicProductDraft;
	readonly quantity: number;
	readonly history: readonly IconicFigureChange[];
}

export interface CatalogContext {
	readonly sellerId: number;
	now(): number;
}

/** When no price is told. */
const usualPrice = 100;

const shipmentTypeIds: Readonly<Record<ShipmentType, number>> = {
	warehouse: 1,
	dropshipping: 2,
	crossdocking: 3,
};

const firstIds = { set: 40_001, product: 81_001 } as const;

const productAnswer = (product: Product, sellerId: number): unknown =>
	merge(
		{
			id: product.id,
			uuid: uuidOf(`product ${product.id}`),
			srcId: product.shopSku === null ? null : String(product.id + 6_000_000),
			shopSku: product.shopSku,
			sellerSku: product.sku,
			sin: `SIN${product.id}`,
			sellerId,
			productSetId: product.set,
			approvalStatus: product.approvalStatus,
			updatedByUserId: 1,
			status: product.status,
			variation: product.variation,
			taxClassId: 1,
			shipmentTypeId: shipmentTypeIds[product.shipmentType],
			productIdentifier: product.draft.productIdentifier ?? null,
			duplicateGroupId: 0,
			srcUpdatedAt: null,
			createdAt: stamp(product.createdAt, product.id),
			updatedAt: stamp(product.updatedAt, product.id),
			name: product.name,
		},
		product.draft.overrides ?? {},
	);

export const catalog = ({ sellerId, now }: CatalogContext) => {
	const products = new Map<number, Product>();
	const bySku = new Map<string, number>();
	const sets = new Map<string, number>();
	const ofSets = new Map<number, Set<number>>();

	const setOf = ({ set, sku }: IconicProductDraft): number => {
		const key = JSON.stringify(set === undefined ? ['own', sku] : ['named', set]);
		const id = sets.get(key) ?? firstIds.set + sets.size;
		sets.set(key, id);
		return id;
	};

	const keep = (product: Product): Product => {
		const known = products.get(product.id);
		if (known) ofSets.get(known.set)?.delete(product.id);
		products.set(product.id, product);
		bySku.set(product.sku, product.id);
		ofSets.set(product.set, (ofSets.get(product.set) ?? new Set()).add(product.id));
		return product;
	};

	const find = (id: number): Product | null => products.get(id) ?? null;
	const withSku = (sku: string): Product | null => find(bySku.get(sku) ?? 0);

	/** Nothing is noted of what stays as it is, unless somebody wrote it. */
	const put = (id: number, quantity: number, what: IconicFigureChange['what']) => {
		const product = find(id);
		if (!product || (what === 'sold' && product.quantity === quantity)) return;
		const change = { what, at: now(), quantity };
		products.set(id, { ...product, quantity, history: [...product.history, change] });
	};

	return {
		seed(draft: IconicProductDraft): Product {
			const { sku, name = `Product ${sku}`, variation = null, quantity } = draft;
			const known = withSku(sku);
			const id = known?.id ?? firstIds.product + products.size;
			const product = keep({
				id,
				set: setOf(draft),
				sku,
				shopSku: draft.shopSku === undefined ? `IC${id}AU` : draft.shopSku,
				name,
				variation,
				shipmentType: draft.shipmentType ?? 'dropshipping',
				status: draft.status ?? 'active',
				approvalStatus: draft.approvalStatus ?? 'approved',
				price: cents(draft.price ?? usualPrice),
				createdAt: known?.createdAt ?? draft.updatedAt ?? now(),
				updatedAt: draft.updatedAt ?? now(),
				draft,
				quantity: known?.quantity ?? 0,
				history: known?.history ?? [],
			});
			if (quantity !== undefined) put(id, quantity, 'seeded');
			return find(id) ?? product;
		},
		find,
		withSku,
		ofSet: (set: number): readonly Product[] =>
			[...(ofSets.get(set) ?? [])].flatMap((id) => find(id) ?? []),
		sets: (): readonly number[] => [...ofSets].filter(([, ids]) => ids.size > 0).map(([id]) => id),
		all: (): readonly Product[] => [...products.values()],
		put,
		set(sku: string, quantity: number) {
			const product = withSku(sku);
			if (!product) throw new SandboxRefusal(`there is no product ${sku}`);
			put(product.id, quantity, 'set');
		},
		answer: (product: Product) => productAnswer(product, sellerId),
	};
};

export type Catalog = ReturnType<typeof catalog>;
