import { itemView, locationView } from './catalogView';
import { gid, numberIn } from './ids';
import { instantOf } from './instants';
import { type Counted, type Deltas, type Level, isCounted, onHand, quantityOf } from './inventory';
import { type UserError, userError } from './refusal';
import type { World } from './world';

/** Those that are known; the full list is not (reference/shopify.md 8, 13). */
const reasons = [
	'correction',
	'cycle_count_available',
	'received',
	'restock',
	'damaged',
	'shrinkage',
	'promotion',
	'other',
];

/** One row of a write: where, and by how much which count moves. */
export interface StockStep {
	readonly itemId: string;
	readonly locationId: string;
	readonly name: string;
	readonly delta: number;
	/** Stocks the item there first. */
	readonly isNew: boolean;
}

export interface Written {
	readonly errors: readonly UserError[];
	readonly group: unknown;
}

export interface StockRow {
	readonly inventoryItemId: string;
	readonly locationId: string;
	readonly changeFromQuantity?: number | null;
}

export const documentFaults = (input: { reason: string; referenceDocumentUri: string | null }) => {
	const { reason, referenceDocumentUri: uri } = input;
	const isUri = uri === null || /^[a-z][\w+.-]*:\S+$/i.test(uri);
	return [
		...(reasons.includes(reason)
			? []
			: [userError(['input', 'reason'], 'The specified reason is invalid.', 'INVALID_REASON')]),
		...(isUri
			? []
			: [
					userError(
						['input', 'referenceDocumentUri'],
						'The specified reference document is invalid.',
						'INVALID_REFERENCE_DOCUMENT',
					),
				]),
	];
};

/** The stock that a row means, or why there is none. */
export const levelOf = (
	world: World,
	row: StockRow,
	at: { readonly path: readonly (string | number)[]; readonly stocksFirst: boolean },
): { readonly level: Level | null; readonly error: UserError | null } => {
	const itemId = numberIn('InventoryItem', row.inventoryItemId) ?? '';
	const locationId = numberIn('Location', row.locationId) ?? '';
	const fault = (field: string, message: string, code: string) => ({
		level: null,
		error: userError([...at.path, field], message, code),
	});
	const variant = world.catalog.ofItem(itemId);
	if (!variant) {
		const message = 'The specified inventory item could not be found.';
		return fault('inventoryItemId', message, 'INVALID_INVENTORY_ITEM');
	}
	if (variant.isBundle) {
		const message = 'The specified inventory item is not allowed to be adjusted via API.';
		return fault('inventoryItemId', message, 'NON_MUTABLE_INVENTORY_ITEM');
	}
	if (!world.places.find(locationId)) {
		return fault('locationId', 'The specified location could not be found.', 'INVALID_LOCATION');
	}
	const level = world.inventory.find(itemId, locationId);
	if (level || at.stocksFirst) return { level, error: null };
	const message = 'The specified inventory item is not stocked at the location.';
	return fault('locationId', message, 'ITEM_NOT_STOCKED_AT_LOCATION');
};

export const stale = (path: readonly (string | number)[]) =>
	userError(
		[...path, 'changeFromQuantity'],
		'The changeFromQuantity argument no longer matches the persisted quantity.',
		'CHANGE_FROM_QUANTITY_STALE',
	);

export const isStale = (
	level: Level | null,
	name: string,
	{ changeFromQuantity: expected }: StockRow,
) => typeof expected === 'number' && expected !== (level ? quantityOf(level, name) : 0);

export const isRepeated = (rows: readonly StockRow[], at: number) =>
	rows.findIndex(
		(row) =>
			row.inventoryItemId === rows[at]?.inventoryItemId && row.locationId === rows[at].locationId,
	) < at;

/** All or nothing: that one bad row refuses the whole call is a guess (reference/shopify.md 8). */
export const applied = (
	world: World,
	steps: readonly StockStep[],
	by: {
		readonly reason: string;
		readonly uri: string | null;
		readonly key: string;
		what: 'set' | 'adjusted';
	},
): unknown => {
	const at = world.now();
	const cause = { what: by.what, byApi: true, reason: by.reason, key: by.key } as const;
	const moved = steps.filter(({ delta, isNew }) => delta !== 0 || isNew);
	// That nothing has no group is a guess (reference/shopify.md 8).
	if (moved.length === 0) return null;
	const changes = moved.flatMap((step) => {
		const { itemId, locationId, name, delta } = step;
		if (step.isNew) world.inventory.stock(itemId, locationId, { available: 0, cause });
		const counted: Counted = isCounted(name) ? name : 'available';
		const deltas: Deltas = { [counted]: delta };
		const level = world.inventory.move(itemId, locationId, { deltas, cause });
		if (!level) return [];
		const place = world.places.find(locationId);
		const names = [...new Set([counted, name, 'on_hand'])];
		return names.map((one) => ({
			__typename: 'InventoryChange',
			name: one,
			delta,
			quantityAfterChange: one === 'on_hand' ? onHand(level.quantities) : quantityOf(level, one),
			ledgerDocumentUri: null,
			item: () => itemView(world, itemId),
			location: () => place && locationView(place),
		}));
	});
	return {
		__typename: 'InventoryAdjustmentGroup',
		id: gid('InventoryAdjustmentGroup', world.newId()),
		createdAt: instantOf(at),
		reason: by.reason,
		referenceDocumentUri: by.uri,
		changes,
	};
};
