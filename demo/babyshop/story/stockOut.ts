import { check, checkEach } from '../../story/check';
import { look, wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import { listingOf, offeredAtFirst, others, secondListing, seller } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BabyshopScene } from '../scene';

/** The channel takes a hundred figures in a call. */
const rowsInCall = 100;

/** What moderation refuses at first. */
const suspect = others.slice(40, 45);

/** Inventory sync goes on: all of the catalog is pushed once, moderation decides, then only what changes goes out. */
export async function stockOut(scene: BabyshopScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('switching inventory sync on; moderation refuses some figures');
	await shop.moderate({ reject: suspect.map((sku) => ({ sku: listingOf(sku), times: 1 })) });
	const before = await shop.lastCall();
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await wholeSync(scene, 'inventory');
	const pushed = await checkFirstPush(scene, before);
	say(`${pushed} rows pushed; one push that asks only what was decided`);
	const after = await shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushes(scene, after)).length === 0, 'no row to be pushed while nothing has changed');
	await checkDecided(scene);
	await changeThree(scene);
	say('retrying what moderation refused');
	await deskAt(site).retry(refusals(scene).map(({ id }) => id));
}

type Push = readonly string[];

/** The rows of each push, by the marketplace's SKU. */
const pushes = async ({ site }: BabyshopScene, since: number): Promise<readonly Push[]> =>
	(await site.shop.calls(since))
		.filter(({ kind, responseCode }) => kind === 'inventoryPriceUpdate' && responseCode === 0)
		.map(({ skus }) => skus);

/** Full calls, each listing once, and nothing of what the seller has no code for. */
async function checkFirstPush(scene: BabyshopScene, since: number): Promise<number> {
	const made = await pushes(scene, since);
	const rows = made.flat();
	const listed = scene.books().listings.map(({ listing }) => listing);
	const isEach = new Set(rows).size === rows.length && listed.every((one) => rows.includes(one));
	check(isEach && rows.length === listed.length, `${listed.length} rows, not ${rows.length}`);
	const fewest = Math.ceil(rows.length / rowsInCall);
	check(made.length === fewest, `${fewest} calls, not ${made.length}`);
	check(
		scene.books().figures.every(({ sent }) => sent !== null),
		'no figure to count as shown before moderation has decided',
	);
	return rows.length;
}

/** One figure of all chosen hubs where moderation approved, an exception where it did not. */
async function checkDecided(scene: BabyshopScene): Promise<void> {
	const { products } = await scene.site.shop.state();
	const shown = new Map(products.map(({ sku, figure }) => [sku, figure]));
	const approved = others
		.filter((sku) => !suspect.includes(sku))
		.map((sku) => ({ id: listingOf(sku), figure: offeredAtFirst(sku) }));
	checkEach(
		[...approved, { id: secondListing, figure: approved[0]?.figure ?? 0 }],
		'the figure of the chosen hubs on the channel',
		({ id, figure }) => shown.get(id) === figure,
		({ id, figure }) => [shown.get(id), figure],
	);
	const refused = refusals(scene).map(({ reference }) => reference);
	check(
		suspect.every((sku) => refused.includes(listingOf(sku))),
		`what moderation refused to be exceptions, not ${refused.join()}`,
	);
}

const refusals = ({ site, store }: BabyshopScene) =>
	look<{ id: number; reference: string }>(
		site.ledger,
		"SELECT id, reference FROM exceptions WHERE store = ? AND kind = 'stock_refused' AND state = 'open'",
		store,
	);

/** Goods arrive of three SKUs. */
async function changeThree(scene: BabyshopScene): Promise<void> {
	const { site, say, told } = scene;
	say(`three SKUs of ${others.length} change`);
	const arrived = others.slice(1, 4).map((sku) => ({ seller, sku, hub: 'al-ain', units: 7 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const mark = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	const made = await pushes(scene, mark);
	check(made.length === 1, `one call for them, not ${made.length}`);
	check(made.flat().length === arrived.length, `${arrived.length} rows, not ${made.flat().length}`);
}
