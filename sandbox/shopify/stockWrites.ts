import type { z } from 'zod';
import { itemView, locationView } from './catalogView';
import { gid, numberIn } from './ids';
import type { adjustQuantitiesInput, setQuantitiesInput } from './inputs';
import { instantOf } from './instants';
import { type Counted, type Deltas, type Level, isCounted, onHand, quantityOf } from './inventory';
import { type UserError, userError } from './refusal';
import type { World } from './world';

export type SetInput = z.infer<typeof setQuantitiesInput>;
export type AdjustInput = z.infer<typeof adjustQuantitiesInput>;

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

const mostUnits = 1_000_000_000;

/** One row of a write: where, and by how much which count moves. */
interface Step {
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

interface Row {
	readonly inventoryItemId: string;
	readonly locationId: string;
	readonly changeFromQuantity?: number | null;
}

const documentFaults = (input: { reason: string; referenceDocumentUri: string | null }) => {
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
const levelOf = (
	world: World,
	row: Row,
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

const stale = (path: readonly (string | number)[]) =>
	userError(
		[...path, 'changeFromQuantity'],
		'The changeFromQuantity argument no longer matches the persisted quantity.',
		'CHANGE_FROM_QUANTITY_STALE',
	);

const isStale = (level: Level | null, name: string, { changeFromQuantity: expected }: Row) =>
	typeof expected === 'number' && expected !== (level ? quantityOf(level, name) : 0);

const isRepeated = (rows: readonly Row[], at: number) =>
	rows.findIndex(
		(row) =>
			row.inventoryItemId === rows[at]?.inventoryItemId && row.locationId === rows[at].locationId,
	) < at;

const setFaults = (quantity: number, path: readonly (string | number)[]) => {
	const at = [...path, 'quantity'];
	if (quantity < 0) {
		return [userError(at, "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE')];
	}
	return quantity > mostUnits
		? [
				userError(
					at,
					"The total quantity can't be higher than 1,000,000,000.",
					'INVALID_QUANTITY_TOO_HIGH',
				),
			]
		: [];
};

/** All or nothing: that one bad row refuses the whole call is a guess (reference/shopify.md 8). */
const applied = (
	world: World,
	steps: readonly Step[],
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

/** `inventorySetQuantities`: absolute figures, compared with what is expected (reference/shopify.md 8). */
export const setQuantities = (
	world: World,
	input: SetInput,
	by: { readonly key: string; readonly version: string },
): Written => {
	const { name, quantities } = input;
	// Where the code was dropped a figure is thought to stock the item first: a guess (reference/shopify.md 1).
	const stocksFirst = by.version >= '2026-10';
	const isNamed = name === 'available' || name === 'on_hand';
	const errors: UserError[] = [...documentFaults(input)];
	if (!isNamed) {
		const message = "The quantity name must be either 'available' or 'on_hand'.";
		return { group: null, errors: [userError(['input', 'name'], message, 'INVALID_NAME')] };
	}
	const steps = quantities.flatMap((row, at): readonly Step[] => {
		const path = ['input', 'quantities', at];
		const { level, error } = levelOf(world, row, { path, stocksFirst });
		const message = 'The combination of inventoryItemId and locationId must be unique.';
		const twice = userError(path, message, 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR');
		const faults = [
			...(error ? [error] : []),
			...(isRepeated(quantities, at) ? [twice] : []),
			...setFaults(row.quantity, path),
			...(!error && isStale(level, name, row) ? [stale(path)] : []),
		];
		errors.push(...faults);
		const itemId = numberIn('InventoryItem', row.inventoryItemId) ?? '';
		const locationId = numberIn('Location', row.locationId) ?? '';
		const delta = row.quantity - (level ? quantityOf(level, name) : 0);
		return [{ itemId, locationId, name, delta, isNew: level === null }];
	});
	if (errors.length > 0) return { group: null, errors };
	const { reason, referenceDocumentUri: uri } = input;
	return { errors, group: applied(world, steps, { reason, uri, key: by.key, what: 'set' }) };
};

const adjustable = [
	'available',
	'damaged',
	'incoming',
	'quality_control',
	'reserved',
	'safety_stock',
];

const ledgerFaults = (name: string, uri: string | null, path: readonly (string | number)[]) => {
	const at = [...path, 'ledgerDocumentUri'];
	if (name === 'available') {
		const message = 'A ledger document URI is not allowed when adjusting available.';
		return uri === null ? [] : [userError(at, message, 'INVALID_AVAILABLE_DOCUMENT')];
	}
	if (uri === null) {
		const message = 'A ledger document URI is required except when adjusting available.';
		return [userError(at, message, 'INVALID_QUANTITY_DOCUMENT')];
	}
	const message =
		'Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.';
	return uri.startsWith('gid://shopify/')
		? [userError(at, message, 'INTERNAL_LEDGER_DOCUMENT')]
		: [];
};

/** `inventoryAdjustQuantities`: the same with deltas. */
export const adjustQuantities = (
	world: World,
	input: AdjustInput,
	by: { readonly key: string },
): Written => {
	const { name, changes } = input;
	const errors: UserError[] = [...documentFaults(input)];
	if (!adjustable.includes(name)) {
		const message = 'The specified quantity name is invalid.';
		return {
			group: null,
			errors: [userError(['input', 'name'], message, 'INVALID_QUANTITY_NAME')],
		};
	}
	const steps = changes.flatMap((row, at): readonly Step[] => {
		const path = ['input', 'changes', at];
		const { level, error } = levelOf(world, row, { path, stocksFirst: false });
		errors.push(
			...(error ? [error] : []),
			...ledgerFaults(name, row.ledgerDocumentUri, path),
			...(!error && isStale(level, name, row) ? [stale(path)] : []),
		);
		const itemId = numberIn('InventoryItem', row.inventoryItemId) ?? '';
		const locationId = numberIn('Location', row.locationId) ?? '';
		return [{ itemId, locationId, name, delta: row.delta, isNew: false }];
	});
	if (errors.length > 0) return { group: null, errors };
	const { reason, referenceDocumentUri: uri } = input;
	return { errors, group: applied(world, steps, { reason, uri, key: by.key, what: 'adjusted' }) };
};
