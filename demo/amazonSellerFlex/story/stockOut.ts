import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { others, othersHub, seller, withoutAsin } from '../goods';
import { saveSettings } from '../saveSettings';
import type { AmazonScene } from '../scene';

/** Amazon takes ten figures in a call. */
const rowsInCall = 10;

/** Inventory sync goes on: all that has an ASIN is pushed once, then only what changes. */
export async function stockOut(scene: AmazonScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('switching inventory sync on');
	const before = await shop.lastCall();
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await wholeSync(scene, 'inventory');
	const first = await pushedRows(scene);
	check(first >= others.length, `every counted SKU to be pushed, not ${first} rows`);
	await checkPushed(scene, before);
	say(`${first} rows pushed; one idle push`);
	const after = await shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushedRows(scene)) === first, 'no row to be pushed while nothing has changed');
	await changeThree(scene, first);
}

/** Full calls, growing sequences, and nothing of what has no ASIN. */
async function checkPushed({ site, books }: AmazonScene, since: number): Promise<void> {
	const { inventory } = await site.shop.state();
	const pushes = (await site.shop.calls(since)).filter(isPush);
	const fewest = Math.ceil(inventory.length / rowsInCall);
	check(pushes.length <= fewest + 2, `about ${fewest} calls, not ${pushes.length}`);
	const skus = new Set(inventory.map(({ sku }) => sku));
	check(!withoutAsin.some((sku) => skus.has(sku)), 'no figure of what has no ASIN');
	const skipped = new Set(books().skipped.map(({ listing }) => listing));
	check(
		withoutAsin.every((sku) => skipped.has(sku)),
		'all that has no ASIN to be listed as skipped',
	);
}

/** Goods arrive of three SKUs. */
async function changeThree(scene: AmazonScene, before: number): Promise<void> {
	const { site, say, told } = scene;
	say(`three SKUs of ${others.length} change`);
	const arrived = others.slice(0, 3).map((sku) => ({ seller, sku, hub: othersHub, units: 7 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const mark = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	const rows = (await pushedRows(scene)) - before;
	check(rows === arrived.length, `${arrived.length} rows to be pushed, not ${rows}`);
	const pushes = (await site.shop.calls(mark)).filter(isPush);
	check(pushes.length === 1, `one call for them, not ${pushes.length}`);
	const { inventory } = await site.shop.state();
	check(
		inventory.every(({ updates }) =>
			updates.every(({ sequence }, at) => sequence > (updates[at - 1]?.sequence ?? -1)),
		),
		'the sequence of every figure to grow',
	);
}

const isPush = ({ kind }: { readonly kind: string }) => kind === 'batchInventory';

/** Figures that Amazon took so far. */
const pushedRows = async ({ site }: AmazonScene): Promise<number> =>
	(await site.shop.state()).inventory.flatMap(({ updates }) => updates).length;
