import type { ManifestDraft } from '../../ledger/manifestShapes';
import { draft, engines } from '../support/ledgers';
import { loadingStore } from '../support/loading';
import { line, placed } from '../support/placed';
import { tracked } from '../support/telling';

describe.each(engines)('an open manifest on $engine', ({ open }) => {
	const hub = loadingStore(open);

	test('has a number of its own, or the code that a person gave it', async () => {
		const made = await hub.create({ code: null });
		expect(made).toMatchObject({
			...{ store: 'ikas-tr', hub: 'istanbul', provider: null, state: 'open', isNew: true },
			...{ closedAt: null, closedBy: null, parcels: 0, orders: [] },
			code: expect.stringMatching(/^M-\d{6}$/),
		});
		expect(await hub.create()).toMatchObject({ code: 'M1', isNew: true });
		const listed = await hub.ledger.getManifests({ store: 'ikas-tr', limit: 9 });
		expect(listed.map(({ code }) => code)).toEqual(['M1', made.code]);
	});

	test('is used again where the draft says so, by its store, hub and provider', async () => {
		await hub.create({ provider: 'Aras' });
		const again = (change: Partial<ManifestDraft>) =>
			hub.create({ code: null, reuseOpen: true, ...change });
		expect(await again({ provider: 'Aras' })).toMatchObject({ code: 'M1', isNew: false });
		for (const other of [{ provider: null }, { provider: 'Aras', hub: 'ankara' }]) {
			expect(await again(other)).toMatchObject({ isNew: true });
		}
	});

	test.each([
		['a hub that nobody knows', { hub: 'izmir' }, /no hub "izmir"\. Pick one of ankara, ist/],
		['a code that is taken', {}, /already: of store ikas-tr and hub istanbul, open/],
		['a blank code', { code: ' ' }, /is not usable/],
		['a code like the numbers of the hub', { code: 'M-000009' }, /gives such numbers itself/],
	])('%s is refused', async (_, change, message) => {
		await hub.create();
		await expect(hub.create(change)).rejects.toThrow(message);
	});

	test('takes packed orders, by id or number, once', async () => {
		await hub.packed('1', '2', '3');
		await hub.move('3', 'ready_to_ship');
		await hub.create();
		expect(await hub.add('1', 'N2', '3', '1')).toEqual(['1 added', '2 added', '3 added']);
		expect(await hub.add('1')).toEqual(['1 unchanged']);
		expect(await hub.now()).toEqual(['1 added', '2 added', '3 added']);
		expect(await hub.ledger.getManifests({ store: 'ikas-tr', state: 'open', limit: 9 })).toEqual([
			expect.objectContaining({
				code: 'M1',
				parcels: 3,
				counts: expect.objectContaining({ added: 3 }),
			}),
		]);
	});

	test('refuses each order that is not fit with what to do, and takes the others', async () => {
		const { ledger } = hub;
		const other = draft({ code: 'other', account: 'other' });
		await ledger.saveStore(other);
		await ledger.importOrders('other', [placed('70')]);
		await hub.packed('1', '2', '3', '4', '5');
		await hub.accept('6', '7');
		await hub.move('6', 'picked');
		await hub.move('2', 'cancelled');
		await hub.move('3', 'shipped');
		await hub.take(
			placed('8', { location: 'loc-ank' }),
			placed('9', { lines: [line('1', 'A', 99)] }),
		);
		await hub.route();
		await hub.create({ code: 'M0' });
		await ledger.addToManifest('M0', ['4']);
		await hub.create({ code: 'M2' });
		await ledger.addToManifest('M2', ['5']);
		await ledger.closeManifest('M2', 'ayse');
		await hub.create();
		expect(await hub.add('1', '2', '3', '4', '5', '6', '7', '8', '9', '70', '71')).toEqual([
			'1 added',
			expect.stringMatching(/^2 refused: It is cancelled\. Keep the goods/),
			expect.stringMatching(/^3 refused: It is shipped already/),
			'4 refused: It is on the open manifest M0. Remove it there first.',
			expect.stringMatching(/^5 refused: It left with manifest M2/),
			expect.stringMatching(/^6 refused: It is picked, not packed\. Pack it first/),
			expect.stringMatching(/^7 refused: It is new_order, not packed/),
			expect.stringMatching(/^8 refused: It leaves from ankara, .* of istanbul\. Put it/),
			expect.stringMatching(/^9 refused: It is on_hold and has no parcel yet/),
			expect.stringMatching(/^70 refused: It is of store other, .* of ikas-tr\. Put it/),
			expect.stringMatching(/^71 refused: Store ikas-tr has no such order/),
		]);
		expect(await hub.now()).toEqual(['1 added']);
	});

	test('of a provider takes what that provider carries', async () => {
		await hub.packed('1', '2', '3');
		await hub.ledger.setTracking('ikas-tr', '1', tracked('T1'));
		await hub.ledger.setTracking('ikas-tr', '2', { ...tracked('T2'), carrier: 'MNG' });
		await hub.create({ provider: 'ARAS' });
		expect(await hub.add('1', '2', '3')).toEqual([
			'1 added',
			expect.stringMatching(/^2 refused: MNG carries it, and the manifest is of ARAS/),
			expect.stringMatching(/^3 refused: Who carries it is not known yet/),
		]);
	});

	test('refuses an order of two boxes whose channel takes it only as a whole', async () => {
		await hub.packed('1');
		const [parcel] = await hub.sql('SELECT id, order_id FROM parcels');
		await hub.sql(
			`INSERT INTO parcels (order_id, hub, status) VALUES (${parcel?.order_id}, 'istanbul', 'packed')`,
		);
		await hub.create();
		await hub.sql(
			`UPDATE orders SET body = REPLACE(body, '"payment":', '"isWhole":true,"payment":')`,
		);
		expect(await hub.add('1')).toEqual([
			expect.stringMatching(/^1 refused: It is in 2 parcels, .* as a whole and in one box/),
		]);
	});

	test('takes all that are as far as asked for and on no manifest, oldest first', async () => {
		await hub.packed('1', '2', '3', '4');
		await hub.accept('5');
		await hub.move('2', 'ready_to_ship');
		await hub.move('4', 'cancelled');
		await hub.take(placed('6', { location: 'loc-ank' }));
		await hub.route();
		await hub.move('6', 'packed');
		await hub.create({ code: 'M0' });
		await hub.ledger.addToManifest('M0', ['3']);
		await hub.create();
		const ready = async (readyFrom: 'packed' | 'ready_to_ship') =>
			(await hub.ledger.addToManifest('M1', { readyFrom })).map(
				(one) => `${one.order} ${one.outcome}`,
			);
		expect(await ready('ready_to_ship')).toEqual(['2 added']);
		expect(await ready('packed')).toEqual(['1 added']);
		expect(await ready('packed')).toEqual([]);
	});

	test('lets an order go again, which may then be on another one', async () => {
		await hub.packed('1', '2');
		await hub.create();
		await hub.create({ code: 'M0' });
		await hub.add('1', '2');
		const changes = await hub.ledger.removeFromManifest('M1', ['N1', '3']);
		expect(changes).toMatchObject([
			{ order: '1', outcome: 'removed', reason: null },
			{ order: '3', outcome: 'refused', reason: expect.stringMatching(/not on this manifest/) },
		]);
		expect(await hub.now()).toEqual(['2 added']);
		expect(await hub.ledger.addToManifest('M0', ['1'])).toMatchObject([{ outcome: 'added' }]);
	});

	test('prints what is on it, without what was cancelled', async () => {
		await hub.packed('1', '2');
		await hub.ledger.setTracking('ikas-tr', '1', tracked('T1'));
		await hub.create();
		await hub.add('1', '2');
		await hub.move('2', 'cancelled');
		expect(await hub.ledger.getManifestPrintList('M1')).toMatchObject({
			...{ code: 'M1', hub: 'istanbul', hubName: 'İstanbul', provider: null, units: 1 },
			rows: [
				{
					...{ order: '1', number: 'N1', tracking: { number: 'T1', carrier: 'Aras' }, count: 1 },
					items: [{ sku: 'A', title: 'A', quantity: 1 }],
				},
			],
		});
	});
});
