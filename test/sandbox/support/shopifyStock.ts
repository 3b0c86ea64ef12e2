import { type Store, openStore } from './shopifyStore';

export const setDocument = `mutation($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id changes { name delta quantityAfterChange item { id } location { id } } }
    userErrors { code field message }
  }
}`;
export const seeded = async (options = {}) => {
	const store = await openStore(options);
	const [product] = store.sandbox.seed([
		{
			variants: [
				{ sku: 'A', stocks: { 'Sydney Warehouse': 5, 'Melbourne Store': 2 } },
				{ sku: 'B', stocks: { 'Sydney Warehouse': 3 } },
				{ sku: 'C', isBundle: true, stocks: { 'Sydney Warehouse': 1 } },
			],
		},
	]);
	const [sydney, melbourne] = store.sandbox.state().locations.map(({ id }) => id);
	const [a, b, c] = product?.variants.map(({ item }) => item) ?? [];
	const row = (over: object = {}) => ({
		inventoryItemId: a,
		locationId: sydney,
		quantity: 7,
		changeFromQuantity: 5,
		...over,
	});
	return { store, row, items: { a, b, c }, sydney, melbourne };
};

export const set = async (
	store: Store,
	rows: readonly object[],
	over: { readonly key?: string; readonly [field: string]: unknown } = {},
) => {
	const { key = 'k-1', ...given } = over;
	const input = { name: 'available', reason: 'correction', quantities: rows, ...given };
	return await store.ask(setDocument, { input, key });
};

type Told = { readonly code: string | null; readonly field: readonly string[] | null };

export const errorsIn = (answer: Awaited<ReturnType<typeof set>>): readonly Told[] => {
	const [payload] = Object.values(answer.body.data ?? {});
	return JSON.parse(JSON.stringify(payload?.userErrors ?? []));
};

export const codes = (answer: Awaited<ReturnType<typeof set>>) =>
	errorsIn(answer).map(({ code }) => code);

export const available = ({ sandbox }: Store) => sandbox.stock().map((level) => level.available);
