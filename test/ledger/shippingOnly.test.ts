import type { StoreSettings } from '../../domain/store';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { omsDraft } from '../support/oms';
import { cancelled, line, placed, revised } from '../support/placed';

const told = [
	{ hubStatus: 'packed', channelStatus: 'package:READY_FOR_SHIPMENT' },
	{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
	{ hubStatus: 'cancelled', channelStatus: 'status:CANCELLED' },
] as const;

describe.each(engines)('a store whose orders the hub only ships, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const save = (change: Partial<StoreSettings> = {}) =>
		hub.ledger.saveStore(
			draft({ settings: settings({ inventorySync: false, workspaceStatusMap: told, ...change }) }),
		);
	const shippingOnly = { integrationType: 'shippingOnly' } as const;
	const full = { integrationType: 'full' } as const;
	const move = (id: string, status: string, detail = {}) =>
		hub.ledger.changeStatus('ikas-tr', id, status as 'shipped', detail);
	/** On hand and reserved of A, at Ankara and at İstanbul. */
	const stock = async () =>
		(await hub.ledger.getStock('acme', 'A')).flatMap(({ onHand, reserved }) => [onHand, reserved]);
	const untouched = [10, 0, 10, 0];
	const stands = async (id: string) => {
		const { status, holdReason, hub: at } = await hub.order(id);
		return [status, holdReason, at];
	};

	describe('once it is so', () => {
		beforeEach(() => save(shippingOnly));

		test('gets a hub for each order, also for more than is there, and reserves nothing', async () => {
			await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
			await hub.route();
			expect(await hub.order('1')).toMatchObject({
				status: 'new_order',
				hub: 'istanbul',
				lines: [{ reserved: 0 }],
				parcels: [{ hub: 'istanbul', status: 'new_order', lines: [{ sku: 'A', quantity: 99 }] }],
			});
			expect(await stock()).toEqual(untouched);
		});

		test('ships with label and tracking, and its channel is told as ever; no stock moves', async () => {
			await hub.take(placed('1'));
			await hub.route();
			await move('1', 'packed');
			const tracking = { number: 'T1', carrier: 'Aras', url: null };
			await move('1', 'shipped', { tracking });
			expect(await hub.order('1')).toMatchObject({
				status: 'shipped',
				lines: [{ shipped: 2 }],
				parcels: [{ status: 'shipped', tracking }],
			});
			expect(await stock()).toEqual(untouched);
			const updates = await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 9 });
			expect(updates.map(({ update }) => update.channelStatus).toSorted()).toEqual([
				'package:FULFILLED',
				'package:READY_FOR_SHIPMENT',
			]);
			expect(await hub.sql("SELECT id FROM movements WHERE kind <> 'counted'")).toEqual([]);
		});

		test('ships by a manifest, and no stock moves either', async () => {
			await hub.take(placed('1'));
			await hub.route();
			await move('1', 'packed');
			const of = { store: 'ikas-tr', hub: 'istanbul' };
			await hub.ledger.createManifest({ ...of, provider: null, code: 'M1', reuseOpen: false });
			await hub.ledger.addToManifest('M1', ['1']);
			await hub.ledger.closeManifest('M1', 'ayse');
			expect(await hub.order('1')).toMatchObject({ status: 'shipped', lines: [{ shipped: 2 }] });
			expect(await stock()).toEqual(untouched);
		});

		test('takes what its channel has shipped, also before the hub saw it, and no stock moves', async () => {
			const shipped = { statuses: ['package:FULFILLED'], hubStatus: 'shipped' } as const;
			await hub.take(placed('1'), placed('2', { ...shipped, location: 'loc-ank' }));
			await hub.route();
			await hub.take(revised(placed('1'), 5, shipped), placed('3', shipped));
			for (const id of ['1', '2', '3']) expect((await hub.order(id)).status).toBe('shipped');
			expect(await hub.order('2')).toMatchObject({ lines: [{ shipped: 2 }], hub: 'ankara' });
			expect(await stock()).toEqual(untouched);
			expect(await hub.exceptions()).toEqual([]);
		});

		test('cancels on the channel and in the hub', async () => {
			await hub.take(placed('1'), placed('2'));
			await hub.route();
			await hub.take(cancelled(placed('1'), 5));
			await move('2', 'cancelled');
			for (const id of ['1', '2']) {
				expect(await hub.order(id)).toMatchObject({ status: 'cancelled', parcels: [] });
			}
			expect(await stock()).toEqual(untouched);
		});

		test('goes where its location says, else by the rules that do not ask for stock', async () => {
			await hub.ledger.saveRuleSet({
				code: 'turns',
				rules: [{ name: 'load', strategy: 'leastLoaded' }],
			});
			await save({ ...shippingOnly, ruleSet: 'turns' });
			await hub.take(placed('1', { location: 'loc-ist' }), placed('2'), placed('3'));
			await hub.route();
			const at = async (id: string) => (await hub.order(id)).hub;
			expect([await at('1'), await at('2'), await at('3')]).toEqual([
				'istanbul',
				'ankara',
				'istanbul',
			]);
		});

		test('a rule that asks for the most stock says that none is kept, and takes the first hub', async () => {
			await hub.ledger.saveRuleSet({ code: 'most', rules: [{ name: 'm', strategy: 'mostStock' }] });
			await save({ ...shippingOnly, ruleSet: 'most' });
			await hub.take(placed('1'));
			await hub.route();
			expect(await hub.order('1')).toMatchObject({
				hub: 'istanbul',
				decision: { verdicts: [{ why: 'no stock is kept' }, { why: 'no stock is kept' }] },
			});
		});

		test('needs no catalog: a line goes by what the channel calls it', async () => {
			const named = { ...line('2', null, 1), listing: 'variant-7' };
			await hub.take(placed('1', { lines: [line('1', 'unheard-of', 3), named] }));
			await hub.take(placed('2', { lines: [line('1', null)] }));
			await hub.route();
			expect((await hub.order('1')).parcels).toMatchObject([
				{ lines: [{ sku: 'unheard-of', quantity: 3 }, { sku: 'variant-7' }] },
			]);
			await move('1', 'shipped');
			expect(await hub.order('1')).toMatchObject({ lines: [{ shipped: 3 }, { shipped: 1 }] });
			expect(await stands('2')).toEqual(['on_hold', 'sku_not_valid', null]);
		});

		test('keeps no stock from the other stores of its hubs, whatever waits or is parked', async () => {
			await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2' }));
			await hub.take(
				placed('1', { lines: [line('1', 'A', 4)] }),
				placed('2', { lines: [line('1', 'A', 4)], hubStatus: null, statuses: ['new'] }),
				placed('3'),
			);
			expect(await hub.ledger.getAvailability('ikas-de', ['A'])).toMatchObject([
				{ total: 20, heldBack: 0 },
			]);
			await hub.route();
			expect(await hub.ledger.getAvailability('ikas-de', ['A'])).toMatchObject([{ total: 20 }]);
			await expect(hub.ledger.getAvailability('ikas-tr', ['A'])).rejects.toThrow(
				'Store "ikas-tr" is Shipping Only: the hub keeps no stock for it, so it has none to offer.',
			);
		});

		test('is routed again when its hub closes, and goes where a person says', async () => {
			await hub.take(placed('1'), placed('2'));
			await hub.route();
			await hub.ledger.assignHub('ikas-tr', '2', 'ankara');
			expect(await stands('2')).toEqual(['new_order', null, 'ankara']);
			const [, istanbul] = await hub.ledger.getHubs();
			if (istanbul) await hub.ledger.saveHub({ ...istanbul, active: false });
			await hub.ledger.rerouteHub('istanbul', 50);
			expect(await stands('1')).toEqual(['new_order', null, 'ankara']);
			expect(await stock()).toEqual(untouched);
		});

		test('waits where no hub may take it, never for stock', async () => {
			for (const one of await hub.ledger.getHubs()) {
				await hub.ledger.saveHub({ ...one, active: false });
			}
			await hub.take(placed('1', { lines: [line('1', 'A', 99)] }));
			await hub.route();
			expect(await stands('1')).toEqual(['on_hold', 'not_able_to_route', null]);
		});

		test('cannot tell stock: Inventory Sync is refused', async () => {
			await expect(save({ ...shippingOnly, inventorySync: true })).rejects.toThrow(
				'Integration Type is Shipping Only: the hub keeps no stock for the store, so Inventory Sync has none to tell. Switch it off.',
			);
		});

		test('cannot be shipped by an OMS, which would take it off its own stock', async () => {
			await expect(hub.ledger.saveStore(omsDraft())).rejects.toThrow(
				'Store "oms" was not saved: store "ikas-tr" is Shipping Only and maps hub "ankara" of store "oms", hub "istanbul" of store "oms", which takes what it ships off its own stock. Map another hub, or choose Integration Type Fulfillment + Shipping.',
			);
			await expect(
				hub.ledger.saveStore(omsDraft({ ...shippingOnly, inventorySync: false })),
			).rejects.toThrow(/Shipping Only is for a store that sells/);
		});
	});

	describe('when that changes', () => {
		test('orders that have a hub are in the way, with their numbers, both ways', async () => {
			await hub.take(placed('1'), placed('2'));
			await hub.route();
			await move('2', 'shipped');
			await expect(save(shippingOnly)).rejects.toThrow(
				'Store "ikas-tr" was not saved: Integration Type would become Shipping Only, and 1 order is still open there: N1. Ship or cancel them, or put on hold what nobody picks yet, save again, and release it.',
			);
			await move('1', 'on_hold');
			expect((await save(shippingOnly)).changes).toContainEqual(
				expect.objectContaining({
					inWords: 'Integration Type: Fulfillment + Shipping → Shipping Only',
				}),
			);
			await hub.ledger.releaseOrder('ikas-tr', '1');
			expect(await stock()).toEqual([10, 0, 8, 0]);
			await expect(save(full)).rejects.toThrow(
				/would become Fulfillment \+ Shipping, and 1 order is still open there: N1\./,
			);
			await move('1', 'on_hold');
			await save(full);
			await hub.ledger.releaseOrder('ikas-tr', '1');
			expect(await stock()).toEqual([10, 0, 8, 2]);
			await move('1', 'shipped');
			expect(await stock()).toEqual([10, 0, 6, 0]);
		});

		test('what waits for stock or for its SKU gets its hub, and back again', async () => {
			await hub.take(
				placed('1', { lines: [line('1', 'A', 99)] }),
				placed('2', { lines: [line('1', 'unheard-of')] }),
			);
			await hub.route();
			expect(await stands('1')).toEqual(['on_hold', 'inventory_not_present', null]);
			expect(await stands('2')).toEqual(['on_hold', 'sku_not_valid', null]);
			await save(shippingOnly);
			await hub.route();
			expect(await stands('1')).toEqual(['new_order', null, 'istanbul']);
			expect(await stands('2')).toEqual(['new_order', null, 'istanbul']);
			for (const id of ['1', '2']) await move(id, 'on_hold');
			await save(full);
			for (const id of ['1', '2']) await hub.ledger.releaseOrder('ikas-tr', id);
			expect(await stands('1')).toEqual(['on_hold', 'inventory_not_present', null]);
			expect(await stands('2')).toEqual(['on_hold', 'sku_not_valid', null]);
		});

		test('an earlier version that had it otherwise is not restored over open orders either', async () => {
			await save(shippingOnly);
			await hub.take(placed('1'));
			await hub.route();
			const back = { code: 'ikas-tr', version: 1, changedBy: 'ayse', reason: 'again' };
			await expect(hub.ledger.restoreStore(back)).rejects.toThrow(/still open there: N1/);
			await move('1', 'cancelled');
			await hub.ledger.restoreStore(back);
			await hub.take(placed('2'));
			await hub.route();
			expect(await stock()).toEqual([10, 0, 10, 2]);
		});
	});
});
