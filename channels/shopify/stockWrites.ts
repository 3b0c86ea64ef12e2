import { createHash } from 'node:crypto';
import { mutation } from './graphql';
import type { Level } from './levels';

/** A row in the ids of Shopify, and what is there now: null where it is not stocked. */
export interface StockWrite {
	readonly item: string;
	readonly location: string;
	readonly quantity: number;
	readonly level: Level | null;
	/** Of the figure: what is told again later is told under another key. */
	readonly sequence: number | null;
}

const SET_STOCK = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
	inventorySetQuantities(input: $input) @idempotent(key: $key) {
		userErrors { code field message }
	}
}`;

/** At most 250. `turn` counts the calls of one push, as Shopify takes no key again that it once refused. */
export function setStock(writes: readonly StockWrite[], turn: number) {
	const key = keyOf(writes, turn);
	const quantities = writes.map(({ item, location, quantity, level }) => ({
		inventoryItemId: item,
		locationId: location,
		quantity,
		changeFromQuantity: level?.available ?? null,
	}));
	const referenceDocumentUri = `gid://order-hub/StockPush/${key}`;
	const input = { name: 'available', reason: 'correction', referenceDocumentUri, quantities };
	return mutation(SET_STOCK, { input, key });
}

/** Ten points each (reference/shopify.md 4). */
export const mostActivations = 75;

/** Stocks items at locations where they are not, each with its first quantity. At most `mostActivations`. */
export function activateStock(writes: readonly StockWrite[], turn: number) {
	const declared = writes.map(
		(_, at) => `$i${at}: ID!, $l${at}: ID!, $q${at}: Int, $k${at}: String!`,
	);
	const activations = writes.map(
		(_, at) =>
			`a${at}: inventoryActivate(inventoryItemId: $i${at}, locationId: $l${at}, available: $q${at}) @idempotent(key: $k${at}) { userErrors { field message } }`,
	);
	const values = writes.flatMap((write, at) => [
		[`i${at}`, write.item],
		[`l${at}`, write.location],
		[`q${at}`, write.quantity],
		[`k${at}`, keyOf([write], turn)],
	]);
	return mutation(
		`mutation ActivateStock(${declared.join(', ')}) {\n${activations.join('\n')}\n}`,
		Object.fromEntries(values),
	);
}

/** The same rows over the same stock have the same key, so that two senders of them are one. */
function keyOf(writes: readonly StockWrite[], turn: number): string {
	const content = writes.map(({ item, location, quantity, level, sequence }) => [
		...[item, location, quantity, level?.available ?? null, level?.changedAt ?? null, sequence],
	]);
	return createHash('sha256')
		.update(JSON.stringify([turn, content]))
		.digest('hex')
		.slice(0, 32);
}
