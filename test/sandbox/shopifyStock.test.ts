import { available, codes, errorsIn, seeded, set } from './support/shopifyStock';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

const adjustDocument = `mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { userErrors { code field } }
}`;

describe('the stock of the Shopify sandbox', () => {
	afterEach(closeStores);

	it('takes absolute figures, and says what they changed', async () => {
		const { store, row } = await seeded();
		const { body } = await set(store, [row()]);
		expect(body.data?.inventorySetQuantities).toMatchObject({
			userErrors: [],
			inventoryAdjustmentGroup: {
				changes: [
					{ name: 'available', delta: 2, quantityAfterChange: 7 },
					{ name: 'on_hand', delta: 2, quantityAfterChange: 7 },
				],
			},
		});
		expect(store.sandbox.stock()[0]).toMatchObject({
			available: 7,
			changes: [{ what: 'seeded' }, { what: 'set', byApi: true, reason: 'correction', key: 'k-1' }],
		});
	});

	it('counts what is committed into what is on hand', async () => {
		const { store, row } = await seeded();
		store.sandbox.place([{ lines: [{ sku: 'A', quantity: 2 }] }]);
		await set(store, [row({ quantity: 10 })], { name: 'on_hand' });
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 8, committed: 2, onHand: 10 });
	});

	it.each([
		['a stale expectation', { changeFromQuantity: 4 }, 'CHANGE_FROM_QUANTITY_STALE'],
		[
			'an unknown item',
			{ inventoryItemId: 'gid://shopify/InventoryItem/1' },
			'INVALID_INVENTORY_ITEM',
		],
		['an unknown location', { locationId: 'gid://shopify/Location/1' }, 'INVALID_LOCATION'],
		['less than nothing', { quantity: -1 }, 'INVALID_QUANTITY_NEGATIVE'],
		['too much', { quantity: 1_000_000_001 }, 'INVALID_QUANTITY_TOO_HIGH'],
	])('refuses a whole call because of %s in one row', async (_, part, code) => {
		const { store, row, items } = await seeded();
		const good = row({ inventoryItemId: items.b, changeFromQuantity: 3 });
		const answer = await set(store, [good, row(part)]);
		expect(codes(answer)).toEqual([code]);
		expect(errorsIn(answer)[0]?.field?.slice(0, 3)).toEqual(['input', 'quantities', '1']);
		expect(available(store)).toEqual([5, 2, 3, 1]);
	});

	it('takes no expectation only when told so', async () => {
		const { store, row } = await seeded();
		const { inventoryItemId, locationId, quantity } = row();
		const answer = await set(store, [{ inventoryItemId, locationId, quantity }]);
		expect(codeOf(answer)).toBe('INVALID_FIELD_ARGUMENTS');
		expect(codes(await set(store, [row({ changeFromQuantity: null })]))).toEqual([]);
		expect(available(store)[0]).toBe(7);
	});

	it.each([
		[{ name: 'committed' }, 'INVALID_NAME'],
		[{ reason: 'because' }, 'INVALID_REASON'],
		[{ referenceDocumentUri: 'no uri' }, 'INVALID_REFERENCE_DOCUMENT'],
	])('refuses %j', async (over, code) => {
		const { store, row } = await seeded();
		expect(codes(await set(store, [row()], over))).toEqual([code]);
	});

	it('refuses a row twice, and a bundle', async () => {
		const { store, row, items } = await seeded();
		const twice = await set(store, [row(), row()]);
		expect(codes(twice)).toEqual(['NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR']);
		const bundle = row({ inventoryItemId: items.c, changeFromQuantity: 1 });
		expect(codes(await set(store, [bundle], { key: 'k-2' }))).toEqual([
			'NON_MUTABLE_INVENTORY_ITEM',
		]);
	});

	it('takes 250 rows and not one more', async () => {
		const store = await openStore();
		const variants = Array.from({ length: 251 }, (_, at) => ({
			sku: `A-${at}`,
			stocks: { 'Sydney Warehouse': 1 },
		}));
		store.sandbox.seed([{ variants }]);
		const rows = store.sandbox.stock().map(({ item, location }) => ({
			inventoryItemId: item,
			locationId: location,
			quantity: 2,
			changeFromQuantity: 1,
		}));
		expect(codeOf(await set(store, rows))).toBe('MAX_INPUT_SIZE_EXCEEDED');
		expect(codes(await set(store, rows.slice(1)))).toEqual([]);
		expect(available(store).filter((units) => units === 2)).toHaveLength(250);
	});

	it('adjusts by deltas', async () => {
		const { store, items, sydney } = await seeded();
		const change = {
			inventoryItemId: items.a,
			locationId: sydney,
			delta: -2,
			changeFromQuantity: 5,
		};
		const adjust = async (key: string, over: object = {}, name = 'available') => {
			const changes = [{ ...change, ...over }];
			return await store.ask(adjustDocument, { key, input: { name, reason: 'damaged', changes } });
		};
		expect(codes(await adjust('1'))).toEqual([]);
		expect(available(store)[0]).toBe(3);
		expect(codes(await adjust('2'))).toEqual(['CHANGE_FROM_QUANTITY_STALE']);
		const damaged = { delta: 2, changeFromQuantity: 0 };
		expect(codes(await adjust('3', damaged, 'damaged'))).toEqual(['INVALID_QUANTITY_DOCUMENT']);
		const ledgerDocumentUri = 'gid://hub/Count/1';
		expect(codes(await adjust('4', { ...damaged, ledgerDocumentUri }, 'damaged'))).toEqual([]);
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 3, onHand: 5 });
		const onAvailable = { changeFromQuantity: 3, ledgerDocumentUri };
		expect(codes(await adjust('5', onAvailable))).toEqual(['INVALID_AVAILABLE_DOCUMENT']);
	});

	it('stocks an item where it was not', async () => {
		const { store, row, items, melbourne } = await seeded();
		const there = { inventoryItemId: items.b, locationId: melbourne };
		const elsewhere = row({ ...there, changeFromQuantity: 0 });
		expect(codes(await set(store, [elsewhere]))).toEqual(['ITEM_NOT_STOCKED_AT_LOCATION']);
		const { inventoryLevel, userErrors } = await store.tell(
			`mutation($inventoryItemId: ID!, $locationId: ID!) {
				inventoryActivate(inventoryItemId: $inventoryItemId, locationId: $locationId, available: 4) @idempotent(key: "a") {
					inventoryLevel { quantities(names: ["available"]) { quantity } } userErrors { message }
				}
			}`,
			there,
		);
		expect([inventoryLevel, userErrors]).toEqual([{ quantities: [{ quantity: 4 }] }, []]);
		const now = row({ ...there, changeFromQuantity: 4 });
		expect(codes(await set(store, [now], { key: 'k-2' }))).toEqual([]);
	});

	it('shows levels by location, and what shares a SKU', async () => {
		const { store, sydney } = await seeded();
		store.sandbox.seed([{ variants: [{ sku: 'A' }] }]);
		const { nodes } = await store.tell(
			`query($at: ID!) { productVariants(first: 9, query: "sku:A") { nodes {
				inventoryItem { duplicateSkuCount inventoryLevel(locationId: $at) { quantities(names: ["available"]) { quantity } } inventoryLevels(first: 5) { nodes { location { name } } } }
			} } }`,
			{ at: sydney },
		);
		expect(nodes).toMatchObject([
			{
				inventoryItem: {
					duplicateSkuCount: 1,
					inventoryLevel: { quantities: [{ quantity: 5 }] },
					inventoryLevels: {
						nodes: [
							{ location: { name: 'Sydney Warehouse' } },
							{ location: { name: 'Melbourne Store' } },
						],
					},
				},
			},
			{ inventoryItem: { duplicateSkuCount: 1, inventoryLevel: null } },
		]);
	});
});
