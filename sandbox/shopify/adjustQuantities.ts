import type { z } from 'zod';
import { numberIn } from './ids';
import type { adjustQuantitiesInput } from './inputs';
import { type UserError, userError } from './refusal';
import {
	type StockStep,
	type Written,
	applied,
	documentFaults,
	isStale,
	levelOf,
	stale,
} from './stockRows';
import type { World } from './world';

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
	input: z.infer<typeof adjustQuantitiesInput>,
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
	const steps = changes.flatMap((row, at): readonly StockStep[] => {
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
