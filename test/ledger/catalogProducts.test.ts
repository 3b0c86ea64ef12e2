import { engines, ikasStore } from '../support/ledgers';
import { line, placed } from '../support/placed';

const noCode = 'it has no product code';

describe.each(engines)('an upload of product codes, on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const link = async (product?: string, sku = 'NEW') =>
		(await hub.ledger.linkListings('ikas-tr', [{ listing: 'NEW', sku, product }]))[0]?.outcome;
	const leaveOut = async (listing = 'NEW') =>
		await hub.ledger.skipListings('ikas-tr', [{ listing, title: 'New mug', reason: noCode }]);
	const listings = (search?: string) =>
		hub.ledger.getListings({ store: 'ikas-tr', limit: 9, search });
	const statusOf = async (id: string) => {
		const { status, holdReason } = await hub.order(id);
		return holdReason ?? status;
	};
	/** An order whose line names the seller's SKU, as the channel calls the listing as well. */
	const sold = (id: string) =>
		hub.take(placed(id, { lines: [{ ...line('1', 'NEW'), listing: 'NEW' }] }));

	test('keeps the code with the listing, and a later one in its place', async () => {
		expect(await link('B0EXAMPLE1')).toBe('created');
		expect(await link('B0EXAMPLE1')).toBe('unchanged');
		expect(await link()).toBe('unchanged');
		expect(await listings()).toMatchObject([{ listing: 'NEW', product: 'B0EXAMPLE1' }]);
		expect(await link('B0EXAMPLE2')).toBe('updated');
		expect(await listings('example2')).toMatchObject([{ product: 'B0EXAMPLE2' }]);
	});

	test('lists what has no code as skipped, until a later upload brings it', async () => {
		expect(await leaveOut()).toEqual([{ id: 'NEW', outcome: 'skipped', reason: noCode }]);
		expect(await listings()).toMatchObject([
			{ state: 'skipped', title: 'New mug', sku: null, product: null, reason: noCode },
		]);
		await link('B0EXAMPLE1');
		expect(await listings()).toMatchObject([
			{ state: 'linked', title: 'New mug', sku: 'NEW', product: 'B0EXAMPLE1', reason: null },
		]);
	});

	test('leaves a listing as it is that has its code and comes again without one', async () => {
		await link('B0EXAMPLE1');
		expect(await leaveOut()).toEqual([{ id: 'NEW', outcome: 'unchanged', reason: noCode }]);
		expect(await listings()).toMatchObject([{ state: 'linked', product: 'B0EXAMPLE1' }]);
	});

	test('refuses to list what no order can name', async () => {
		await expect(leaveOut(' ')).rejects.toThrow('Listing " " is not usable, it is blank');
		expect(await listings()).toEqual([]);
	});

	test('releases the orders that were held because their SKU was not in the catalog', async () => {
		await sold('1');
		await hub.route();
		expect(await statusOf('1')).toBe('sku_not_valid');
		await leaveOut();
		await hub.route();
		expect(await statusOf('1')).toBe('sku_not_valid');
		await link('B0EXAMPLE1');
		expect(await statusOf('1')).toBe('created');
		await hub.ledger.setStock([{ seller: 'acme', sku: 'NEW', hub: 'ankara', onHand: 2 }]);
		await hub.route();
		expect(await statusOf('1')).toBe('new_order');
		expect(await hub.reserved()).toEqual({ 'ankara NEW': 1 });
	});

	test('releases them also where the hub knows the listing by a SKU of its own', async () => {
		await sold('1');
		await hub.route();
		await link('B0EXAMPLE1', 'A');
		await hub.route();
		expect(await statusOf('1')).toBe('new_order');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 1 });
	});
});
