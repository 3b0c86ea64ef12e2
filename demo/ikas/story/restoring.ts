import { bookOf, check, checkEach } from '../../story/check';
import { versionOf } from '../../story/versionOf';
import { mayBegin, wholeSync } from '../../syncs';
import { until } from '../../until';
import { drafts } from '../drafts';
import { hubMap, others, othersHub, seller } from '../goods';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';
import { isPush } from './stockOut';

const arriving = others.slice(5, 10);
const arrived = arriving.map((sku) => ({ seller, sku, hub: othersHub, units: 3 }));

/**
 * Somebody saves a map with a row too few and switches inventory sync off: orders are parked, ikas is told nothing. The
 * configuration log says so, and the version before is brought back.
 */
export async function restoring(scene: IkasScene): Promise<void> {
	const { site, store, random, say, told } = scene;
	const { shop, warehouse } = site;
	say(
		'saving a map with a row too few, and inventory sync off; then bringing the version before back',
	);
	const [lost] = hubMap;
	const before = versionOf(site);
	const wrong = { orderSync: true, withUnpaid: true, catalogSync: true, reason: 'Stocktaking' };
	await saveSettings(site, wrong, hubMap.slice(1));
	// One that began before goes by the settings before.
	await wholeSync(scene);
	const mark = await shop.lastCall();
	const pushed = await pushedOf(scene);
	await warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const placed = await shop.place(drafts(6, random, { location: lost?.location }));
	await wholeSync(scene);
	const { parkedFor } = bookOf(scene.books());
	checkEach(
		placed,
		'orders of the location that is not mapped to be parked',
		({ id }) => parkedFor(id) === 'unmapped_location',
		({ id }) => parkedFor(id),
	);
	await checkNothingPushed(scene, mark);
	const { log } = scene.books();
	check(
		log.some(({ version, restored_from }) => version === before + 1 && restored_from === null),
		'the wrong save to be in the configuration log',
	);
	await warehouse.restoreSettings(store, before, 'The map was wrong');
	check(versionOf(site) === before + 2, 'the restored settings to be a version of their own');
	await Promise.all([wholeSync(scene), wholeSync(scene, 'inventory')]);
	const { row, isAssigned } = bookOf(scene.books());
	checkEach(
		placed,
		'parked orders to come in once their location is mapped again',
		({ id }) => isAssigned(id),
		({ id }) => row(id) ?? 'nowhere',
	);
	const rows = (await pushedOf(scene)) - pushed;
	check(rows === arrived.length, `${arrived.length} figures of what arrived, not ${rows}`);
}

async function checkNothingPushed({ site }: IkasScene, since: number): Promise<void> {
	const due = async () => mayBegin(site, 'inventory');
	await until('the interval to pass', due);
	const { status } = await site.play('push-inventory');
	check(status === 'success', `the workflow to end well while it is off, not ${status}`);
	const calls = await site.shop.calls(since);
	check(!calls.some(isPush), 'no figure to be sent while inventory sync is off');
}

/** Figures of what arrives that ikas was given so far. */
async function pushedOf({ site }: IkasScene): Promise<number> {
	const { stock } = await site.shop.state();
	return stock
		.filter(({ sku }) => arriving.includes(sku ?? ''))
		.flatMap(({ history }) => history)
		.filter(({ what }) => what === 'pushed').length;
}
