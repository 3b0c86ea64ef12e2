import { bookOf, check, checkEach } from '../../story/check';
import { versionOf } from '../../story/versionOf';
import { look, wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import { drafts } from '../drafts';
import { hubs, unknownWarehouse, warehouseLocation, warehouses } from '../goods';
import { saveSettings } from '../saveSettings';
import type { OkerScene } from '../scene';

/**
 * Somebody saves a map with a warehouse too few: its orders become exceptions. The version before is brought back, and once they
 * are retried they come in.
 */
export async function restoring(scene: OkerScene): Promise<void> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	say('saving a map with a warehouse too few; then bringing the version before back');
	const before = versionOf(site);
	await saveSettings(site, {
		hubMapText: warehouseLocation(2),
		inventoryHubs: hubs.slice(0, 2).map(({ code }) => code),
		inventorySync: true,
		reason: 'A slip',
	});
	// One that began before goes by the settings before.
	await wholeSync(scene);
	const placed = await shop.place(drafts(6, random, { facility: warehouses[2]?.code }));
	await wholeSync(scene);
	const { exceptionOf } = bookOf(scene.books());
	checkEach(
		placed,
		'orders of a warehouse that is not in the map any more to be exceptions',
		({ id }) => exceptionOf(id)?.kind === 'unknown_location',
		({ id }) => exceptionOf(id),
	);
	await warehouse.restoreSettings(store, before, 'The map was wrong');
	check(versionOf(site) === before + 2, 'the restored settings to be a version of their own');
	await retryAll(scene);
	await wholeSync(scene);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		placed,
		'them to come in once their warehouse is mapped again',
		({ id }) => isAssigned(id),
		({ id }) => row(id) ?? 'nowhere',
	);
}

/** Whatever came in meanwhile, except what is of a warehouse that nobody knows. */
async function retryAll({ site, store }: OkerScene): Promise<void> {
	const { orders } = await site.shop.state();
	const astray = orders.filter(({ facility }) => facility === unknownWarehouse);
	const exceptions = look<{ id: number; reference: string }>(
		site.ledger,
		"SELECT id, reference FROM exceptions WHERE store = ? AND kind = 'unknown_location' AND state = 'open'",
		store,
	).filter(({ reference }) => !astray.some(({ id }) => id === reference));
	await deskAt(site).retry(exceptions.map(({ id }) => id));
}
