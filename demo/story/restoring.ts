import { drafts } from '../drafts';
import { hubMap } from '../goods';
import type { Scene } from '../scene';
import { look, wholeSync } from '../syncs';
import { bookOf, check, checkEach } from './check';

const settings = { orderSync: true, withUnpaid: true, catalogSync: true, inventorySync: true };

/** Somebody saves a map with a row too few. The configuration log says so, and the version before is brought back. */
export async function restoring(scene: Scene): Promise<void> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	say('saving a map with a row too few; then bringing the version before back');
	const [lost] = hubMap;
	const before = versionOf(scene);
	const wrong = hubMap.filter((row) => row !== lost);
	await warehouse.saveSettings(store, { ...settings, reason: 'One warehouse fewer' }, wrong);
	const placed = await shop.place(drafts(6, random, { location: lost?.location }));
	await wholeSync(scene);
	const { parkedFor } = bookOf(scene.books());
	checkEach(
		placed,
		'orders of the location that is not mapped to be parked',
		({ id }) => parkedFor(id) === 'unmapped_location',
		({ id }) => parkedFor(id),
	);
	const { log } = scene.books();
	check(
		log.some(({ version, restored_from }) => version === before + 1 && restored_from === null),
		'the wrong save to be in the configuration log',
	);
	await warehouse.restoreSettings(store, before, 'The map was wrong');
	check(versionOf(scene) === before + 2, 'the restored settings to be a version of their own');
	await wholeSync(scene);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		placed,
		'parked orders to come in once their location is mapped again',
		({ id }) => isAssigned(id),
		({ id }) => row(id) ?? 'nowhere',
	);
}

function versionOf({ site, store }: Scene): number {
	const [row] = look<{ version: number }>(
		site.ledger,
		'SELECT version FROM stores WHERE code = ?',
		store,
	);
	return row?.version ?? 0;
}
