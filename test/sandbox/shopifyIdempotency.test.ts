import { available, codes, seeded, set, setDocument } from './support/shopifyStock';
import { closeStores, codeOf } from './support/shopifyStore';

describe('the idempotency key of the Shopify sandbox', () => {
	afterEach(closeStores);

	it('is required, and not blank', async () => {
		const { store, row } = await seeded();
		const without = setDocument
			.replace('@idempotent(key: $key)', '')
			.replace(', $key: String!', '');
		const input = { name: 'available', reason: 'correction', quantities: [row()] };
		expect(codeOf(await store.ask(without, { input }))).toBe('BAD_REQUEST');
		expect(codeOf(await set(store, [row()], { key: ' ' }))).toBe('BAD_REQUEST');
		expect(available(store)[0]).toBe(5);
	});

	it('gives the first answer again', async () => {
		const { store, row } = await seeded();
		const first = await set(store, [row()]);
		store.sandbox.setStock([{ sku: 'A', quantity: 1 }]);
		expect((await set(store, [row()])).body.data).toEqual(first.body.data);
		expect(available(store)[0]).toBe(1);
	});

	it('stands for one write', async () => {
		const { store, row } = await seeded();
		await set(store, [row()]);
		const other = await set(store, [row({ quantity: 9, changeFromQuantity: 7 })]);
		expect(codes(other)).toEqual(['IDEMPOTENCY_KEY_PARAMETER_MISMATCH']);
	});

	it('is spent by a refusal', async () => {
		const { store, row } = await seeded();
		await set(store, [row({ changeFromQuantity: 4 })]);
		const again = await set(store, [row({ changeFromQuantity: 4 })]);
		expect(codes(again)).toEqual(['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED']);
	});

	it('may give a refusal again', async () => {
		const { store, row } = await seeded({ afterRefusal: 'again' });
		await set(store, [row({ changeFromQuantity: 4 })]);
		const again = await set(store, [row({ changeFromQuantity: 4 })]);
		expect(codes(again)).toEqual(['CHANGE_FROM_QUANTITY_STALE']);
	});
});
