import { hubMap, others, othersHub, seller } from '../goods';
import type { Scene } from '../scene';
import { mayBegin, wholeSync } from '../syncs';
import { until } from '../until';
import { check } from './check';
import { isPush, pushedRows } from './stockOut';

const settings = { orderSync: true, withUnpaid: true, catalogSync: true };

/** Inventory sync is off while goods arrive: ikas is told nothing. Then it is on again, and ikas is told just that. */
export async function stockOffAndOn(scene: Scene): Promise<void> {
	const { site, store, say, told } = scene;
	const { shop, warehouse } = site;
	say('switching inventory sync off; goods arrive; switching it on again');
	await wholeSync(scene, 'inventory');
	const off = { ...settings, inventorySync: false, reason: 'Stocktaking' };
	await warehouse.saveSettings(store, off, hubMap);
	const arrived = others.slice(5, 10).map((sku) => ({ seller, sku, hub: othersHub, units: 3 }));
	await warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const mark = await shop.lastCall();
	const before = await pushedRows(scene);
	await until('the interval to pass', async () => mayBegin(site.ledger, 'inventory'), {
		seconds: 150,
	});
	const { status } = await site.play('push-inventory');
	check(status === 'success', `the workflow to end well while it is off, not ${status}`);
	check(!(await shop.calls(mark)).some(isPush), 'no figure to be sent while inventory sync is off');
	const on = { ...settings, inventorySync: true, reason: 'Counted' };
	await warehouse.saveSettings(store, on, hubMap);
	await wholeSync(scene, 'inventory');
	const rows = (await pushedRows(scene)) - before;
	check(rows === arrived.length, `${arrived.length} rows to be pushed, not ${rows}`);
}
