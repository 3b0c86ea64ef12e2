import { killInFlight, slowMs } from '../../kill';
import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { others, othersHub, products, seller, withoutSku } from '../goods';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';

/** The catalog is read, inventory sync goes on, and n8n dies while all of it is pushed for the first time. */
export async function stockOn(scene: IkasScene): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	say('switching catalog sync on, then inventory sync; killing n8n while it pushes');
	const catalog = { orderSync: true, withUnpaid: true, catalogSync: true };
	const since = Date.now();
	await saveSettings(site, { ...catalog, reason: 'The catalog comes in' });
	await wholeSync(scene, 'catalog', since);
	checkCatalog(scene);
	// Until the kill has met it, so that nothing is pushed before.
	await shop.faults({ rate500: 1, only: 'saveProductStockLocations', latencyMs: slowMs });
	await saveSettings(site, { ...catalog, inventorySync: true, reason: 'Stock goes out' });
	await killInFlight(scene, 'inventory');
	await shop.faults({});
}

/** What has a valid SKU is in the catalog, the rest is listed as left out. */
function checkCatalog({ books }: IkasScene): void {
	const { listings, skipped } = books();
	check(
		skipped.length === withoutSku.length,
		`${withoutSku.length} listings left out, not ${skipped.length}`,
	);
	const sold = products.length - withoutSku.length;
	check(listings.length === sold, `${sold} listings in the catalog, not ${listings.length}`);
}

/** All of it has been pushed; from now on only what changes is. */
export async function stockOut(scene: IkasScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	const { stock } = await shop.state();
	const known = stock.filter(({ history }) => history.some(isPushed)).length;
	check(known >= others.length, `every counted SKU to be pushed, not ${known}`);
	const first = await pushedRows(scene);
	say(`${first} rows pushed; one idle push`);
	const after = await shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushedRows(scene)) === first, 'no row to be pushed while nothing has changed');
	await changeThree(scene, first);
}

/** Goods arrive of three SKUs. */
async function changeThree(scene: IkasScene, before: number): Promise<void> {
	const { site, say, told } = scene;
	say('three SKUs of 500 change');
	const arrived = others.slice(0, 3).map((sku) => ({ seller, sku, hub: othersHub, units: 7 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const mark = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	const rows = (await pushedRows(scene)) - before;
	check(rows === arrived.length, `${arrived.length} rows to be pushed, not ${rows}`);
	const pushes = (await site.shop.calls(mark)).filter(isPush);
	check(pushes.length === 1, `one call for them, not ${pushes.length}`);
}

export const isPush = ({ fields }: { readonly fields: readonly string[] }) =>
	fields.includes('saveProductStockLocations');

/** Figures that ikas was given over its API so far. */
async function pushedRows({ site }: IkasScene): Promise<number> {
	const { stock } = await site.shop.state();
	return stock.flatMap(({ history }) => history).filter(isPushed).length;
}

const isPushed = ({ what }: { readonly what: string }) => what === 'pushed';
