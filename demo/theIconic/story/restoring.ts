import { bookOf, check, checkEach } from '../../story/check';
import { versionOf } from '../../story/versionOf';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { saveSettings } from '../saveSettings';
import type { IconicScene } from '../scene';

/** Somebody saves a map with a status too few: its orders are parked. The version before is brought back, and they come in. */
export async function restoring(scene: IconicScene): Promise<void> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	say('saving a map with a status too few; then bringing the version before back');
	const before = versionOf(site);
	await saveSettings(scene, { isSlip: true, reason: 'A slip' });
	// One that began before goes by the settings before.
	await wholeSync(scene);
	const placed = await shop.place(drafts(6, random));
	await wholeSync(scene);
	const { parkedFor } = bookOf(scene.books());
	checkEach(
		placed,
		'orders in a status that is not mapped to be parked',
		({ id }) => parkedFor(id) === 'unmapped_status',
		({ id }) => parkedFor(id),
	);
	await warehouse.restoreSettings(store, before, 'The map was wrong');
	check(versionOf(site) === before + 2, 'the restored settings to be a version of their own');
	await wholeSync(scene);
	const { row } = bookOf(scene.books());
	checkEach(
		placed,
		'them to come in once their status is mapped again',
		({ id }) => row(id)?.status === 'new_order',
		({ id }) => row(id) ?? 'nowhere',
	);
}
