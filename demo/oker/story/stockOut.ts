import { killInFlight, slowMs } from '../../kill';
import { check, checkEach } from '../../story/check';
import { look, wholeSync } from '../../syncs';
import { until } from '../../until';
import { deskAt } from '../desk';
import {
	early,
	earlyListing,
	hubs,
	otherCaseSku,
	others,
	seller,
	unitsIn,
	warehouses,
} from '../goods';
import { saveSettings } from '../saveSettings';
import type { OkerScene } from '../scene';

/** A push hands out so many rows at once. */
const rowsInCall = 100;

/** Inventory sync goes on: every figure goes out once, by warehouse; one row is refused; then only what changes goes out. */
export async function stockOut(scene: OkerScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('switching inventory sync on; one listing is not on sale yet');
	await deskAt(site).link(earlyListing, others[0] ?? '');
	const before = await shop.lastCall();
	await saveSettings(site, { inventorySync: true, reason: 'Stock goes out' });
	await wholeSync(scene, 'inventory');
	const pushed = await checkFirstPush(scene, before);
	say(`${pushed} figures pushed; one push with nothing to tell`);
	const after = await shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushes(scene, after)).length === 0, 'no row to be pushed while nothing has changed');
	await checkShown(scene);
	await checkRefused(scene);
	await changeThree(scene);
}

interface Row {
	readonly productId: string;
	readonly variantId: string;
	readonly facilityCode: string;
}

const isRow = (row: unknown): row is Row => typeof Object(row).facilityCode === 'string';

const rowName = ({ productId, variantId, facilityCode }: Row) =>
	`${productId}/${variantId} ${facilityCode}`;

/** The rows of each push, by listing and warehouse. */
const pushes = async ({ site }: OkerScene, since: number): Promise<readonly string[][]> =>
	(await site.shop.calls(since))
		.filter(({ kind, status }) => kind === 'updateInventory' && status === 200)
		.map(({ body }) => [Object(body).inventoryList].flat().filter(isRow).map(rowName));

/** Every listing of what was counted at each warehouse, once, in as few calls as there can be. */
async function checkFirstPush(scene: OkerScene, since: number): Promise<number> {
	const made = await pushes(scene, since);
	const rows = made.flat();
	const wanted = scene
		.books()
		.listings.filter(({ sku }) => sku !== otherCaseSku)
		.flatMap(({ listing }) => warehouses.map(({ code }) => `${listing} ${code}`));
	const isEach = new Set(rows).size === rows.length && rows.length === wanted.length;
	check(isEach, `${wanted.length} figures, each once, not ${rows.length}`);
	const most = Math.ceil(rows.length / rowsInCall) + 1;
	check(made.length <= most, `${most} calls at most, not ${made.length}`);
	return rows.length;
}

/** What each hub has stands at its warehouse. */
async function checkShown({ site }: OkerScene): Promise<void> {
	const { listings } = await site.shop.state();
	const figureOf = (sku: string, facility: string) =>
		listings.find((one) => one.sku === sku)?.figures.find((figure) => figure.facility === facility)
			?.quantity;
	const wanted = others.flatMap((sku) =>
		hubs.map(({ code: hub }, at) => ({
			id: `${sku} at ${hub}`,
			shown: figureOf(sku, warehouses[at]?.code ?? ''),
			units: unitsIn(hub, sku),
		})),
	);
	checkEach(
		wanted,
		'what a hub has to be shown at its warehouse',
		({ shown, units }) => shown === units,
		({ shown, units }) => [shown, units],
	);
}

const refusals = ({ site, store }: OkerScene) =>
	look<{ id: number; reference: string; cause: string }>(
		site.ledger,
		"SELECT id, reference, cause FROM exceptions WHERE store = ? AND kind = 'stock_refused' AND state = 'open'",
		store,
	);

/** A person reads which row is refused, and why; once the product is on sale it goes out. */
async function checkRefused(scene: OkerScene): Promise<void> {
	const { site, say } = scene;
	const refused = refusals(scene);
	check(
		refused.length > 0 && refused.every(({ reference }) => reference.includes('EARLY')),
		`only the figures of ${earlyListing} refused, not ${JSON.stringify(refused)}`,
	);
	say(`${refused.length} refused: ${refused[0]?.cause}`);
	await site.shop.seed([early]);
	await askTwice(scene);
	await deskAt(site).retry(refused.map(({ id }) => id));
	await wholeSync(scene, 'inventory');
	check(refusals(scene).length === 0, 'them to be taken once the product is on sale');
}

/** Somebody wants the catalog read at once, and once more: that is too early, as in Uniware. */
async function askTwice({ site, say }: OkerScene): Promise<void> {
	await answered(site, 'asked');
	say(`asked for the catalog twice: ${await answered(site, 'tooEarly')}`);
}

/** One that is under way is waited for. */
const answered = (site: OkerScene['site'], wanted: string): Promise<string> =>
	until(`the answer ${wanted} to who wants the catalog`, async () => {
		const [said] = await deskAt(site).askForCatalog();
		return said?.answer === wanted && (said.why ?? wanted);
	});

/** Goods arrive of three SKUs. */
async function changeThree(scene: OkerScene): Promise<void> {
	const { site, say, told } = scene;
	say(`three SKUs of ${others.length} change`);
	const arrived = others.slice(1, 4).map((sku) => ({ seller, sku, hub: 'pune', units: 7 }));
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	const mark = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	const made = await pushes(scene, mark);
	check(made.length === 1, `one call for them, not ${made.length}`);
	check(made.flat().length === arrived.length, `${arrived.length} rows, not ${made.flat().length}`);
}

/** Goods arrive of all the catalog, so that a push takes several calls, and n8n is killed while it pushes. */
export async function cutOffPush(scene: OkerScene): Promise<void> {
	const { site, told } = scene;
	const arrived = hubs.flatMap(({ code: hub }) =>
		others.slice(0, 80).map((sku) => ({ seller, sku, hub, units: 1 })),
	);
	await site.warehouse.adjust(arrived, 'received');
	told.physical.push(...arrived);
	// Until the kill has met it, so that nothing is pushed before.
	await site.shop.faults({ rate500: 1, only: 'updateInventory', latencyMs: slowMs });
	await killInFlight(scene, 'inventory');
	await site.shop.faults({});
}
