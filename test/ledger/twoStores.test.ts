import { begun, draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';
import { everyStep, tracked } from '../support/telling';

const stores = ['ikas-tr', 'ikas-de'];

describe.each(engines)('two stores of one channel and seller on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	beforeEach(async () => {
		const maps = settings({ workspaceStatusMap: everyStep });
		await hub.ledger.saveStore(draft({ settings: maps }));
		await hub.ledger.saveStore(
			draft({ code: 'ikas-de', account: 'merchant-2', settings: { ...maps, stockBuffer: 1 } }),
		);
		for (const store of stores) {
			await hub.ledger.importListings(store, [{ id: 'listing-A', sku: 'A', title: 'A' }]);
		}
	});

	test('keep orders of the same id, figures of the same listing and updates apart, and share the stock', async () => {
		for (const [at, store] of stores.entries()) {
			const lines = [line('1', 'A', 3 + at)];
			await hub.ledger.importOrders(store, [placed('1', { location: 'loc-ist', lines })]);
			await hub.ledger.routeWaiting(store, 50);
		}
		expect(await hub.reserved()).toEqual({ 'istanbul A': 7 });
		expect(await out.push(undefined, 'ikas-tr')).toEqual([
			'listing-A loc-ank: 10',
			'listing-A loc-ist: 3',
		]);
		expect(await out.push(undefined, 'ikas-de')).toEqual([
			'listing-A loc-ank: 9',
			'listing-A loc-ist: 2',
		]);
		await hub.ledger.changeStatus('ikas-de', '1', 'shipped', { tracking: tracked('T2') });
		const told = await Promise.all(stores.map((store) => hub.ledger.claimUpdates(store, 50)));
		expect(told.map((claimed) => claimed.map(({ update }) => update.channelStatus))).toEqual([
			['ACCEPTED'],
			['ACCEPTED'],
		]);
		for (const one of told[1] ?? []) await hub.ledger.completeUpdate(one, 'told');
		expect(await hub.ledger.claimUpdates('ikas-tr', 50)).toEqual([]);
		expect(await hub.ledger.claimUpdates('ikas-de', 50)).toMatchObject([
			{ update: { channelStatus: 'SHIPPED', parcels: [{ tracking: { number: 'T2' } }] } },
		]);
		expect(await hub.order('1')).toMatchObject({ status: 'new_order', lines: [{ ordered: 3 }] });
	});

	test('sync at the same time, each with a run and a cursor of its own', async () => {
		const [first, second] = await Promise.all(
			stores.map((store) => begun(hub.ledger, 'orders', store)),
		);
		expect([first?.store, second?.store]).toEqual(stores);
		expect(await hub.ledger.beginSync('ikas-tr', 'orders')).toMatchObject({ answer: 'running' });
		if (first) await hub.ledger.endSync(first, null);
		expect(await hub.ledger.beginSync('ikas-de', 'orders')).toMatchObject({ answer: 'running' });
	});
});
