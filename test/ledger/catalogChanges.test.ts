import { engines, ikasStore } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';

const sold = (id: string, sku: string | null) =>
	placed(id, { lines: [{ ...line('1', sku, 2), listing: 'shirt' }] });

describe.each(engines)('a listing whose SKU changed on the channel, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);

	async function read(sku: string | null, title = 'Shirt') {
		const run = await out.begin('catalog');
		const listings = [{ id: 'shirt', sku, title }];
		const stored = await hub.ledger.importCatalog({ run, listings, next: null });
		return stored.outcomes[0]?.outcome;
	}
	const theListing = async () => (await hub.ledger.getListings({ store: 'ikas-tr', limit: 9 }))[0];
	const theException = async () => {
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 9);
		if (exception === undefined) throw new Error('expected an exception');
		return exception;
	};
	const statusOf = async (id: string) => {
		const { status, holdReason } = await hub.order(id);
		return holdReason ?? status;
	};

	beforeEach(async () => {
		await read('A');
		await hub.ledger.setStock([{ seller: 'acme', sku: 'B', hub: 'istanbul', onHand: 4 }]);
		expect(await read('B')).toBe('exception');
	});

	test('G12: keeps its SKU, and its orders wait for a person', async () => {
		expect(await theListing()).toMatchObject({
			...{ sku: 'A', channelSku: 'B', state: 'changed', byHand: false },
			reason: 'the channel writes SKU "B" now',
		});
		expect(await hub.ledger.getSyncSummary('ikas-tr', 'catalog')).toMatchObject({
			listings: { linked: 0, changed: 1 },
		});
		await hub.take(sold('1', 'B'), sold('2', null), sold('3', 'A'));
		await hub.route();
		expect(await statusOf('1')).toBe('sku_not_valid');
		expect(await statusOf('2')).toBe('sku_not_valid');
		expect(await statusOf('3')).toBe('new_order');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
		expect(await out.push()).toEqual(['shirt loc-ank: 8', 'shirt loc-ist: 8']);
	});

	test('is told of once, however often its page comes, also under another title', async () => {
		const raised = () => hub.sql("SELECT id FROM events WHERE type = 'exception_raised'");
		const before = await theException();
		expect(await read('B')).toBe('exception');
		expect(await read('B', 'Blouse')).toBe('exception');
		expect(await theException()).toEqual(before);
		expect(await raised()).toHaveLength(1);
		expect(await read('C')).toBe('exception');
		expect(await theException()).toMatchObject({ id: before.id, payload: { was: 'A', now: 'C' } });
		expect(await raised()).toHaveLength(2);
	});

	test('comes right by itself when the channel writes the old SKU again', async () => {
		await hub.take(sold('1', null));
		await hub.route();
		expect(await read('A')).toBe('updated');
		expect(await hub.exceptions()).toEqual([]);
		await hub.route();
		expect(await statusOf('1')).toBe('new_order');
		expect(await read('A')).toBe('unchanged');
		expect(await read('B')).toBe('exception');
		expect(await hub.exceptions()).toEqual(['listing_sku_changed']);
	});

	test('counts as the new one once a person retries, and its orders go on', async () => {
		await out.push();
		await hub.take(sold('1', 'B'), sold('2', 'A'));
		await hub.route();
		const { id } = await theException();
		expect(await hub.ledger.retryException(id)).toEqual({
			...{ id, store: 'ikas-tr', did: 'linked', order: null, outcomes: [] },
		});
		expect(await hub.exceptions()).toEqual([]);
		expect(await theListing()).toMatchObject({ sku: 'B', state: 'linked', byHand: false });
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2, 'istanbul B': 2 });
		expect(await out.push()).toEqual(['shirt loc-ank: 10', 'shirt loc-ist: 2']);
		expect(await read('B')).toBe('unchanged');
		expect(await read('A')).toBe('exception');
	});

	test('stays what it was once a person dismisses, and its orders go on', async () => {
		await hub.take(sold('1', 'B'), sold('2', null));
		await hub.route();
		const { id } = await theException();
		expect(await hub.ledger.dismissException(id, 'B is its new name')).toMatchObject({
			...{ state: 'dismissed', dismissedBecause: 'B is its new name' },
		});
		expect(await hub.exceptions()).toEqual([]);
		expect(await theListing()).toMatchObject({ sku: 'A', channelSku: 'B', byHand: true });
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 4 });
		expect(await read('B')).toBe('unchanged');
		expect(await hub.ledger.getExceptions('ikas-tr', 9, { state: 'dismissed' })).toMatchObject([
			{ id, kind: 'listing_sku_changed' },
		]);
	});

	test('is no SKU to be taken over when the channel writes none', async () => {
		expect(await read(null)).toBe('exception');
		const { id } = await theException();
		await expect(hub.ledger.retryException(id)).rejects.toThrow(/no valid SKU on the channel/);
		expect(await theListing()).toMatchObject({
			...{ sku: 'A', reason: 'the channel writes no SKU any more' },
		});
		await hub.ledger.linkListings('ikas-tr', [{ listing: 'shirt', sku: 'B' }]);
		expect(await hub.exceptions()).toEqual([]);
	});
});
