import { bookOf, check, checkEach } from '../../story/check';
import { versionOf } from '../../story/versionOf';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubMap } from '../goods';
import { saveSettings } from '../saveSettings';
import type { AmazonScene } from '../scene';

/** Somebody saves a map with a hub too few: its orders stay on Amazon. The version before is brought back, and they come in. */
export async function restoring(scene: AmazonScene): Promise<void> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	say('saving a map with a hub too few; then bringing the version before back');
	const [, lost] = hubMap;
	const before = versionOf(site);
	await saveSettings(site, { inventorySync: true, reason: 'A slip' }, hubMap.slice(0, 1));
	// One that began before goes by the settings before.
	await wholeSync(scene);
	const placed = await shop.place(drafts(6, random, { location: lost?.location }));
	await wholeSync(scene);
	const nowhere = bookOf(scene.books());
	checkEach(
		placed,
		'orders of a hub that is not mapped to stay on Amazon',
		({ id }) => !nowhere.row(id),
		({ id }) => nowhere.row(id),
	);
	await warehouse.restoreSettings(store, before, 'The map was wrong');
	check(versionOf(site) === before + 2, 'the restored settings to be a version of their own');
	await wholeSync(scene);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		placed,
		'them to come in once their hub is mapped again',
		({ id }) => isAssigned(id),
		({ id }) => row(id) ?? 'nowhere',
	);
}
