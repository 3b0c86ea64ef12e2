import type { z } from 'zod';
import { numberIn } from './ids';
import type { setQuantitiesInput } from './inputs';
import { quantityOf } from './inventory';
import { type UserError, userError } from './refusal';
import {
	type StockStep,
	type Written,
	applied,
	documentFaults,
	isRepeated,
	isStale,
	levelOf,
	stale,
} from './stockRows';
import type { World } from './world';

const mostUnits = 1_000_000_000;

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

/** `inventorySetQuantities`: absolute figures, compared with what is expected (reference/shopify.md 8). */
export const setQuantities = (
	world: World,
	input: z.infer<typeof setQuantitiesInput>,
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
	const steps = quantities.flatMap((row, at): readonly StockStep[] => {
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
