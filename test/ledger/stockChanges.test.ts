import type { StoreSettings } from '../../domain/store';
import { always, draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed, revised } from '../support/placed';
import { refused, stockOut } from '../support/stockOut';
import { everyStep } from '../support/telling';

describe.each(engines)('stock changes on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const { count } = out;
	beforeEach(() => out.offer('A', 'B'));

	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	const everything = [
		'listing-A loc-ank: 10',
		'listing-A loc-ist: 10',
		'listing-B loc-ank: 10',
		'listing-B loc-ist: 10',
	];

	test('G9: every figure goes out once, and then only what differs from what was confirmed', async () => {
		expect(await out.push()).toEqual(everything);
		expect(await out.push()).toEqual([]);
		await count(7);
		await hub.take(placed('1', { location: 'loc-ank' }));
		await hub.route();
		expect(await out.push()).toEqual(['listing-A loc-ank: 8', 'listing-A loc-ist: 7']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: what was sold and cancelled there is told again, as the channel may have counted it by itself', async () => {
		await out.push();
		const order = placed('1', { location: 'loc-ank' });
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, { statuses: ['status:CANCELLED'], hubStatus: 'cancelled' }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 10']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: where an order names no location, the SKU is told again at all of them', async () => {
		await out.push();
		const order = placed('1', { location: null });
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, { statuses: ['status:CANCELLED'], hubStatus: 'cancelled' }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 10', 'listing-A loc-ist: 10']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: what is edited there too late for the hub is told again, and once more when it is edited back', async () => {
		const order = placed('1', { location: 'loc-ank' });
		await hub.take(order);
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'picked');
		await out.push();
		const other = { lines: [line('2', 'B', 5)] };
		const both = ['listing-A loc-ank: 8', 'listing-B loc-ank: 10'];
		await hub.take(revised(order, 5, other));
		expect(await out.push()).toEqual(both);
		await hub.take(revised(order, 6, {}));
		expect(await out.push()).toEqual(both);
		await hub.take(revised(order, 7, { tags: ['gift'] }));
		expect(await out.push()).toEqual([]);
	});

	test('G9: what was taken off an order there before the hub heard of it is told again', async () => {
		await out.push();
		const order = placed('1', { location: 'loc-ank', linesGone: [line('2', 'B', 1)] });
		await hub.take(order);
		await hub.route();
		const both = ['listing-A loc-ank: 8', 'listing-B loc-ank: 10'];
		expect(await out.push()).toEqual(both);
		await hub.take(revised(order, 5, { tags: ['gift'] }));
		expect(await out.push()).toEqual([]);
		const gone = [line('2', 'B', 1), line('3', 'B', 2)];
		await hub.take(revised(order, 6, { linesGone: gone }));
		expect(await out.push()).toEqual(both);
	});

	test('G9: what is cancelled there when it has left is told again', async () => {
		const order = placed('1', { location: 'loc-ank' });
		await hub.take(order);
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '1', 'shipped');
		await out.push();
		await hub.take(revised(order, 5, { statuses: ['status:CANCELLED'], hubStatus: 'cancelled' }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 8']);
	});

	test('G9: what is sold while a figure is on its way is told again, although that one is confirmed', async () => {
		const handed = await out.handOut();
		const order = placed('1', { location: 'loc-ank' });
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, { statuses: ['status:CANCELLED'], hubStatus: 'cancelled' }));
		const { run, next } = await out.answer(handed);
		await hub.ledger.endSync(run, next);
		expect(await out.push()).toEqual(['listing-A loc-ank: 10']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: what the hub cancels is told again once the channel has taken the cancel, as it may have given it back', async () => {
		await save({ workspaceStatusMap: everyStep });
		await hub.take(placed('1', { location: 'loc-ank' }));
		await hub.route();
		await out.push();
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled');
		expect(await out.push()).toEqual(['listing-A loc-ank: 10']);
		const [asking] = await hub.ledger.claimUpdates('ikas-tr', 5);
		if (asking === undefined) throw new Error('the channel is not told');
		await hub.ledger.completeUpdate(asking, 'cancelled');
		expect(await out.push()).toEqual(['listing-A loc-ank: 10']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: units that the hub cancels alone are told again as well once the channel has taken that', async () => {
		await save({ workspaceStatusMap: everyStep });
		await hub.take(placed('1', { location: 'loc-ank', lines: [line('1', 'A', 99)] }));
		await hub.route();
		const fewer = { line: '1', quantity: 3, sku: null };
		await hub.ledger.editOrder('ikas-tr', '1', { lines: [fewer], added: [], shipTo: null });
		await out.push();
		const asked = await hub.ledger.claimUpdates('ikas-tr', 5);
		const reducing = asked.find(({ update }) => update.effect === 'reduce');
		if (reducing === undefined) throw new Error('the channel is not told');
		expect(await out.push()).toEqual([]);
		await hub.ledger.completeUpdate(reducing, 'cancelled 96');
		expect(await out.push()).toEqual(['listing-A loc-ank: 7']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: what the hub has taken off and somebody takes off on the channel by hand is told again', async () => {
		const order = placed('1', { location: 'loc-ank', lines: [line('1', 'A', 99)] });
		await hub.take(order);
		await hub.route();
		const fewer = { line: '1', quantity: 3, sku: null };
		await hub.ledger.editOrder('ikas-tr', '1', { lines: [fewer], added: [], shipTo: null });
		await out.push();
		await hub.take(revised(order, 5, { tags: ['gift'] }));
		expect(await out.push()).toEqual([]);
		const lines = [{ ...line('1', 'A', 99), cancelled: 96 }];
		await hub.take(revised(order, 6, { lines }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 7']);
		await hub.take(revised(order, 7, { lines, tags: ['gift'] }));
		expect(await out.push()).toEqual([]);
	});

	test('G9: an order that was changed in nothing of that is no reason to tell a figure again', async () => {
		const order = placed('1', { location: 'loc-ank' });
		await hub.take(order);
		await hub.route();
		await out.push();
		await hub.take(revised(order, 5, { tags: ['gift'] }));
		expect(await out.push()).toEqual([]);
	});

	test('a location whose hub is no longer among those chosen is told 0, and its stock again when it is', async () => {
		await out.push();
		await save({ inventoryHubs: ['istanbul'] });
		expect(await out.push()).toEqual(['listing-A loc-ank: 0', 'listing-B loc-ank: 0']);
		expect(await out.push()).toEqual([]);
		await save({ inventoryHubs: [] });
		expect(await out.push()).toEqual(['listing-A loc-ank: 10', 'listing-B loc-ank: 10']);
	});

	test('G9: a row says what the channel had confirmed', async () => {
		await out.push();
		await count(7);
		const { changes, next } = await out.handOut();
		expect(changes).toEqual([
			{
				...{ listing: 'listing-A', location: 'loc-ist', sku: 'A', quantity: 7, confirmed: 10 },
				...{ sequence: expect.any(Number), product: null },
			},
		]);
		expect(next).toBeNull();
	});

	test("a row says the channel's code of the product; what was refused goes out again once that is another one", async () => {
		const link = (product?: string) =>
			hub.ledger.linkListings('ikas-tr', [{ listing: 'listing-A', sku: 'A', product }]);
		await out.push(refused);
		await link();
		expect(await out.push()).toEqual([]);
		await link('B0EXAMPLE1');
		const { changes } = await out.handOut();
		expect(changes.map(({ listing, product }) => [listing, product])).toEqual([
			['listing-A', 'B0EXAMPLE1'],
			['listing-A', 'B0EXAMPLE1'],
		]);
	});

	test('G9: what was handed out and never confirmed is handed out again, with the figure of now', async () => {
		await out.push();
		await count(7);
		await out.handOut();
		expect((await out.handOut()).changes).toMatchObject([{ quantity: 7, confirmed: null }]);
		await count(10);
		expect((await out.handOut()).changes).toMatchObject([{ quantity: 10, confirmed: null }]);
	});

	test('G9: each figure of a listing and location has a greater number than the one before, also when it is handed out again', async () => {
		const place = 'listing-A loc-ist';
		const sequenceOf = async () => {
			const { changes } = await out.handOut();
			return changes.find(({ listing, location }) => `${listing} ${location}` === place)?.sequence;
		};
		const clock = async () => Number((await hub.sql('SELECT {now} / 1000 AS now'))[0]?.now);
		const before = await clock();
		const first = await sequenceOf();
		expect(first).toBeGreaterThanOrEqual(before);
		expect(first).toBeLessThanOrEqual(await clock());
		const numbers = [first, await sequenceOf(), await sequenceOf()];
		expect(numbers[1]).toBeGreaterThan(numbers[0] ?? 0);
		expect(numbers[2]).toBeGreaterThan(numbers[1] ?? 0);
		await out.answer(await out.handOut());
		await count(3);
		expect(await sequenceOf()).toBeGreaterThan((numbers[2] ?? 0) + 1);
		await hub.sql('UPDATE published SET sequence = 5');
		expect(await sequenceOf()).toBeGreaterThanOrEqual(before);
		await hub.sql('UPDATE published SET sequence = 9000000000');
		expect(await sequenceOf()).toBe(9_000_000_001);
		await hub.ledger.linkListings('ikas-tr', [{ listing: 'listing-A', sku: 'B' }]);
		expect(await sequenceOf()).toBe(9_000_000_002);
	});

	test('connecting a store tells nothing of what was never counted', async () => {
		await out.offer('C');
		expect(await out.push()).toEqual(everything);
		await count(0, 'C');
		expect(await out.push()).toEqual(['listing-C loc-ist: 0']);
	});

	test('goods that left without a count tell nothing of what is there', async () => {
		await out.offer('C');
		const lines = [line('1', 'C', 2)];
		await hub.take(placed('1', { hubStatus: 'shipped', location: 'loc-ist', lines }));
		expect(await out.push()).toEqual(everything);
		const adjust = (change: number) =>
			hub.ledger.adjustStock([
				{
					...{ seller: 'acme', sku: 'C', hub: 'istanbul' },
					...{ change, reason: 'moved', reference: null },
				},
			]);
		await adjust(5);
		expect(await out.push()).toEqual(['listing-C loc-ist: 3']);
		await adjust(-3);
		expect(await out.push()).toEqual(['listing-C loc-ist: 0']);
	});

	test('a location that another hub fills now shows what that one has, also where it was never counted', async () => {
		await out.push();
		const izmir = { code: 'izmir', name: 'İzmir', active: true, latitude: null, longitude: null };
		await hub.ledger.saveHub({ ...izmir, ...always });
		await count(4, 'A', 'izmir');
		await save({
			hubMap: [
				{ location: 'loc-ist', hub: 'izmir' },
				{ location: 'loc-ank', hub: 'ankara' },
			],
		});
		expect(await out.push()).toEqual(['listing-A loc-ist: 4', 'listing-B loc-ist: 0']);
	});

	test('every listing of a SKU is told of it', async () => {
		await out.push();
		await hub.ledger.importListings('ikas-tr', [{ id: 'second', sku: 'A', title: 'A again' }]);
		expect(await out.push()).toEqual(['second loc-ank: 10', 'second loc-ist: 10']);
		await count(7);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7', 'second loc-ist: 7']);
	});

	test('what settings and orders change of a figure goes out as well', async () => {
		await out.push();
		await hub.take(placed('1', { location: 'loc-izm' }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 8']);
		await save({ stockCap: 9 });
		expect(await out.push()).toEqual([
			'listing-A loc-ist: 9',
			'listing-B loc-ank: 9',
			'listing-B loc-ist: 9',
		]);
		await save({ stockBuffer: 1, stockCap: 8 });
		expect(await out.push()).toEqual([
			'listing-A loc-ank: 7',
			'listing-A loc-ist: 8',
			'listing-B loc-ank: 8',
			'listing-B loc-ist: 8',
		]);
		await save({ holdBack: false });
		expect(await out.push()).toEqual([
			'listing-A loc-ank: 10',
			'listing-A loc-ist: 10',
			'listing-B loc-ank: 10',
			'listing-B loc-ist: 10',
		]);
		const istanbul = { code: 'istanbul', name: 'İstanbul', latitude: null, longitude: null };
		await hub.ledger.saveHub({ ...istanbul, active: false, ...always });
		expect(await out.push()).toEqual(['listing-A loc-ist: 0', 'listing-B loc-ist: 0']);
	});

	test('a channel without locations is told one figure for all hubs', async () => {
		const hubMap = ['istanbul', 'ankara'].map((code) => ({ location: '', hub: code }));
		await save({ locations: [], hubMap, stockBuffer: 3 });
		expect(await out.push()).toEqual(['listing-A : 17', 'listing-B : 17']);
		await count(0);
		await out.push(refused);
		expect(await hub.ledger.getExceptions('ikas-tr', 5)).toMatchObject([
			{
				reference: 'listing-A',
				cause: 'ikas refused 7 as stock of SKU "A": unknown product.',
			},
		]);
		await save({ locations: [], hubMap });
		expect(await out.push()).toEqual(['listing-A : 10', 'listing-B : 20']);
		await count(10);
		expect(await out.push()).toEqual(['listing-A : 20']);
	});
});
