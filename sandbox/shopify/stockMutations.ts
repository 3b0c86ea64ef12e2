import type { GraphQLError } from 'graphql';
import { adjustQuantities } from './adjustQuantities';
import { levelView } from './catalogView';
import { numberIn } from './ids';
import { activateInput, adjustQuantitiesInput, inputOf, setQuantitiesInput } from './inputs';
import { type UserError, refusal, userError } from './refusal';
import type { RootCall, RootField } from './resolve';
import { setQuantities } from './setQuantities';
import type { Written } from './stockRows';

/** The argument "must be present", null or not (reference/shopify.md 8); the words are as others have seen them. */
const missingExpectation = (type: string): GraphQLError =>
	refusal(
		`${type} must include the following argument: changeFromQuantity.`,
		'INVALID_FIELD_ARGUMENTS',
	);

const checkExpectations = (rows: readonly object[], type: string) => {
	if (rows.some((row) => !('changeFromQuantity' in row))) throw missingExpectation(type);
};

const payloadOf = ({ errors, group }: Written) => ({
	inventoryAdjustmentGroup: group,
	userErrors: errors,
});

const once = (
	{ world, key }: RootCall,
	by: { readonly mutation: string; readonly variables: unknown },
	work: () => Written,
) =>
	world.idempotency.once(
		{ ...by, key },
		() => {
			const written = work();
			return { payload: payloadOf(written), isRefused: written.errors.length > 0 };
		},
		(error) => payloadOf({ errors: [error], group: null }),
	);

const set: RootField = (root, args) => {
	const input = inputOf(setQuantitiesInput, args.input);
	checkExpectations(input.quantities, 'InventoryQuantityInput');
	const by = { key: root.key ?? '', version: root.api.version };
	return once(root, { mutation: 'set', variables: input }, () =>
		setQuantities(root.world, input, by),
	);
};

const adjust: RootField = (root, args) => {
	const input = inputOf(adjustQuantitiesInput, args.input);
	checkExpectations(input.changes, 'InventoryChangeInput');
	const by = { key: root.key ?? '' };
	return once(root, { mutation: 'adjust', variables: input }, () =>
		adjustQuantities(root.world, input, by),
	);
};

/** What an item is stocked with where it is stocked already stays: a guess (reference/shopify.md 8). */
const activate: RootField = ({ world, key }, args) => {
	const input = inputOf(activateInput, args);
	const refused = (error: UserError) => ({ inventoryLevel: null, userErrors: [error] });
	const work = () => {
		const itemId = numberIn('InventoryItem', input.inventoryItemId) ?? '';
		const locationId = numberIn('Location', input.locationId) ?? '';
		if (!world.catalog.ofItem(itemId)) {
			return refused(userError(['inventoryItemId'], 'The inventory item could not be found.'));
		}
		if (!world.places.find(locationId)?.isActive) {
			return refused(userError(['locationId'], 'The location could not be found.'));
		}
		const known = world.inventory.find(itemId, locationId);
		if (known && typeof input.available === 'number') {
			const message = 'Not allowed to set available quantity when the item is already active.';
			return refused(userError(['available'], message));
		}
		const cause = { what: 'activated', byApi: true, ...(key !== null && { key }) } as const;
		const available = input.available ?? 0;
		const level = known ?? world.inventory.stock(itemId, locationId, { available, cause });
		return { inventoryLevel: levelView(world, level), userErrors: [] };
	};
	return world.idempotency.once(
		{ key, mutation: 'activate', variables: input },
		() => {
			const payload = work();
			return { payload, isRefused: payload.userErrors.length > 0 };
		},
		refused,
	);
};

export const stockMutations: Readonly<Record<string, RootField>> = {
	inventorySetQuantities: set,
	inventoryAdjustQuantities: adjust,
	inventoryActivate: activate,
};
