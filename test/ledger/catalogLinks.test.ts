import type { MappedOrder } from '../../domain/order';
import { engines, ikasStore } from '../support/ledgers';
import { cancelled, line, placed, revised } from '../support/placed';
import { stockOut } from '../support/stockOut';

/** Two units of the listing, sold under the SKU that the channel writes. */
const sold = (id: string, sku: string | null = 'ch-1', change: Partial<MappedOrder> = {}) =>
	placed(id, { lines: [{ ...line('1', sku, 2), listing: 'mug' }], ...change });

describe.each(engines)('a listing that a person linked, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);

	async function read(sku: string | null, title = 'Mug') {
		const run = await out.begin('catalog');
		const listings = [{ id: 'mug', sku, title }];
		const stored = await hub.ledger.importCatalog({ run, listings, next: null });
		return stored.outcomes[0]?.outcome;
	}
	const link = async (sku: string, title?: string) =>
		(await hub.ledger.linkListings('ikas-tr', [{ listing: 'mug', sku, title }]))[0]?.outcome;
	const theListing = async () => (await hub.ledger.getListings({ store: 'ikas-tr', limit: 9 }))[0];
	const statusOf = async (id: string) => {
		const { status, holdReason } = await hub.order(id);
		return holdReason ?? status;
	};
	const available = async (sku: string) =>
		(await hub.ledger.getAvailability('ikas-tr', [sku]))[0]?.total;
	const onHand = async (sku: string) =>
		Object.fromEntries(
			(await hub.ledger.getStock('acme', sku)).map((level) => [level.hub, level.onHand]),
		);

	test('was skipped, and is so no longer', async () => {
		expect(await read('ch 1 ')).toBe('skipped');
		expect(await link('A')).toBe('created');
		expect(await hub.ledger.getListings({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ listing: 'mug', title: 'Mug', sku: 'A', channelSku: 'ch 1 ', byHand: true },
		]);
		await hub.take(sold('1', 'ch 1 '));
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
	});

	test('may be one that the channel has not shown yet', async () => {
		expect(await link('new')).toBe('created');
		expect(await theListing()).toMatchObject({ title: 'mug', sku: 'new', channelSku: null });
		expect(await hub.sql("SELECT sku FROM skus WHERE sku = 'new'")).toHaveLength(1);
		await hub.take(sold('1'));
		await hub.route();
		expect(await statusOf('1')).toBe('inventory_not_present');
		expect(await read('ch-1')).toBe('updated');
		expect(await theListing()).toMatchObject({ title: 'Mug', sku: 'new', channelSku: 'ch-1' });
	});

	test('is what the person said, whatever the channel writes', async () => {
		await read('ch-1');
		expect(await link('A')).toBe('updated');
		expect(await link('A')).toBe('unchanged');
		expect(await read('ch-1')).toBe('unchanged');
		expect(await read('ch-2')).toBe('updated');
		expect(await read(null)).toBe('updated');
		expect(await hub.exceptions()).toEqual([]);
		expect(await theListing()).toMatchObject({ sku: 'A', state: 'linked' });
	});

	test('gives its SKU to orders that carry the SKU of the channel, the linked one or none', async () => {
		await read('ch-1');
		await link('A');
		await hub.take(sold('1', 'ch-1'), sold('2', 'A'), sold('3', null), sold('4', 'B'));
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 6 });
		expect(await statusOf('4')).toBe('sku_not_valid');
		expect((await hub.order('4')).decision?.unasked).toBe(
			'the listing was sold as "B" and is known as "A"',
		);
	});

	test('takes up the orders that waited for that, and those sold under a name that the channel shows later', async () => {
		await read(' ');
		await hub.take(sold('1', ' '), sold('2', 'ch-2'));
		await hub.route();
		expect(await statusOf('1')).toBe('sku_not_valid');
		await link('A');
		await hub.route();
		expect([await statusOf('1'), await statusOf('2')]).toEqual(['new_order', 'sku_not_valid']);
		await read('ch-2');
		await hub.route();
		expect(await statusOf('2')).toBe('new_order');
	});

	test('goes all the way: reserved, pushed, shipped', async () => {
		await read('ch-1');
		await link('A');
		expect(await out.push()).toEqual(['mug loc-ank: 10', 'mug loc-ist: 10']);
		await hub.take(sold('1'));
		expect(await available('A')).toBe(18);
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
		expect(await out.push()).toEqual(['mug loc-ank: 10', 'mug loc-ist: 8']);
		for (const status of ['picked', 'packed', 'shipped'] as const)
			await hub.ledger.changeStatus('ikas-tr', '1', status);
		expect(await onHand('A')).toEqual({ ankara: 10, istanbul: 8 });
		expect(await hub.order('1')).toMatchObject({ lines: [{ sku: 'ch-1', shipped: 2 }] });
		expect(await out.push()).toEqual([]);
	});

	test('that left outside of the hub takes the stock of the linked SKU', async () => {
		await read('ch-1');
		await link('A');
		await hub.take(sold('1', null, { hubStatus: 'shipped', location: 'loc-ank' }));
		expect(await onHand('A')).toEqual({ ankara: 8, istanbul: 10 });
		expect(await hub.exceptions()).toEqual([]);
	});

	test('is edited, and cancelled, with the stock of the linked SKU', async () => {
		await read('ch-1');
		await link('A');
		await hub.take(sold('1'));
		await hub.route();
		const more = [{ ...line('1', 'ch-1', 5), listing: 'mug' }];
		await hub.take(revised(sold('1'), 5, { lines: more }));
		expect(await hub.reserved()).toEqual({ 'istanbul A': 5 });
		await hub.take(cancelled(sold('1'), 6));
		expect(await hub.reserved()).toEqual({});
	});

	test('G6: gives way when a count falls short, and gets what arrives', async () => {
		await read('ch-1');
		await link('A');
		await out.count(0, 'A', 'ankara');
		await hub.take(sold('1', 'ch-1'), sold('2', null));
		await hub.route();
		await out.count(3);
		expect(await statusOf('2')).toBe('inventory_not_present');
		await out.count(4);
		expect(await statusOf('2')).toBe('new_order');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 4 });
	});

	test('holds back the linked SKU while its orders wait, are parked or failed, also when it is linked after', async () => {
		await hub.take(
			sold('parked', 'ch-1', { hubStatus: null }),
			sold('failed', null, { location: 'loc-nowhere' }),
			sold('waits', 'ch-1'),
		);
		expect(await available('A')).toBe(20);
		await link('A');
		expect(await available('A')).toBe(14);
		await link('B');
		expect([await available('A'), await available('B')]).toEqual([20, 14]);
	});

	test('linked anew is pushed as its new SKU, also where that was never counted or has none', async () => {
		await read('ch-1');
		await link('A');
		await out.push();
		expect(await link('uncounted')).toBe('updated');
		expect(await out.push()).toEqual(['mug loc-ank: 0', 'mug loc-ist: 0']);
		expect(await out.push()).toEqual([]);
		await link('B');
		expect(await out.push()).toEqual(['mug loc-ank: 10', 'mug loc-ist: 10']);
		const rows = await hub.sql('SELECT DISTINCT sku FROM published');
		expect(rows).toEqual([{ sku: 'B' }]);
	});

	test('G9: linked anew while a push is under way is pushed again as its new SKU', async () => {
		await read('ch-1');
		await link('A');
		const handed = await out.handOut();
		await out.count(4, 'B');
		await link('B');
		await out.answer(handed);
		expect(await out.push()).toEqual(['mug loc-ist: 4']);
	});

	test('linked anew gives back what its unpicked orders hold, and keeps what is being picked', async () => {
		await read('ch-1');
		await link('A');
		await hub.take(sold('1'), sold('2'), sold('3', 'A'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await link('B');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 4 });
		await hub.route();
		expect(await hub.reserved()).toEqual({ 'istanbul A': 4, 'istanbul B': 2 });
	});

	test('is what the channel writes again once it is unlinked', async () => {
		await read('B');
		await link('A');
		await out.push();
		expect(await hub.ledger.unlinkListings('ikas-tr', ['mug'])).toEqual([
			{ id: 'mug', outcome: 'updated', reason: null },
		]);
		expect(await theListing()).toMatchObject({ sku: 'B', byHand: false });
		await out.count(3, 'B');
		expect(await out.push()).toEqual(['mug loc-ank: 10', 'mug loc-ist: 3']);
		await link('A');
		await read(null);
		await expect(hub.ledger.unlinkListings('ikas-tr', ['mug'])).rejects.toThrow(/no valid SKU/);
	});

	test.each([
		['a blank SKU', { listing: 'mug', sku: ' ' }, 'SKU " " is not usable, it is blank'],
		['a blank listing', { listing: '', sku: 'A' }, 'the listing is not usable, it is blank'],
	])('is refused with %s, and nothing of the list is stored', async (_, bad, message) => {
		const links = [{ listing: 'mug', sku: 'A' }, bad];
		await expect(hub.ledger.linkListings('ikas-tr', links)).rejects.toThrow(message);
		expect(await theListing()).toBeUndefined();
		await expect(hub.ledger.linkListings('elsewhere', [])).rejects.toThrow(/no store/);
	});

	test('counts once where the list names it twice, as it comes last', async () => {
		const links = ['A', 'B'].map((sku) => ({ listing: 'mug', sku }));
		const outcomes = await hub.ledger.linkListings('ikas-tr', links);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
		expect(await theListing()).toMatchObject({ sku: 'B' });
	});
});
