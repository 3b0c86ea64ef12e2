import { killInFlight, slowMs } from '../../kill';
import { partnerOf } from '../../partnerOf';
import { check, checkEach } from '../../story/check';
import { syncs, wholeSync } from '../../syncs';
import { until } from '../../until';
import { facilities, known, locations, others } from '../goods';
import type { UniwareScene } from '../scene';

const [main, second] = facilities;

/** What Uniware may still promise is what the shop shows: all of it once, then only what changes. n8n is killed while it reads. */
export async function stockOut(scene: UniwareScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('stock: Uniware counts and receives; n8n is killed while it reads that');
	await count(scene, others.slice(0, 20), 31);
	const [kept = ''] = others;
	await shop.oms.count([{ sku: kept, facility: second.code, quantity: 8, blocked: 3 }]);
	await shop.oms.faults({ only: 'inventorySnapshot/get', latencyMs: 2 * slowMs });
	await killInFlight(partner, 'stock');
	await shop.oms.faults({});
	await shown(scene);
	say('stock: nothing has changed, so nothing is told; then three figures');
	const [after, before] = [await shop.lastCall(), await pushed(scene)];
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushed(scene)) === before, 'no figure to be told while nothing has changed');
	await count(scene, others.slice(30, 33), 17);
	await shown(scene);
	const rows = (await pushed(scene)) - before;
	check(rows === 3, `three figures to be told, not ${rows}`);
}

/** So many units of each on the shelf of the first facility. */
const count = (
	{ site }: UniwareScene,
	counted: readonly string[],
	quantity: number,
): Promise<void> =>
	site.shop.oms.count(counted.map((sku) => ({ sku, facility: main.code, quantity })));

/** Figures go all the way, and are there. */
export async function shown(scene: UniwareScene): Promise<void> {
	const { shop } = scene.site;
	await wholeSync(partnerOf(scene), 'stock');
	await wholeSync(scene, 'inventory');
	const { stock } = await shop.state();
	const there = (await shop.oms.state()).stock;
	const freeOf = (wanted: string, at: number) =>
		there.find(({ sku, facility }) => sku === wanted && facility === facilities[at]?.code)?.free;
	const figureOf = (wanted: string, at: number) =>
		stock.find(({ sku, location }) => sku === wanted && location === locations[at]?.id)?.quantity;
	checkEach(
		known.flatMap((sku) => locations.map(({ id }, at) => ({ id: `${sku} at ${id}`, sku, at }))),
		'the shop to show what Uniware may still promise',
		({ sku, at }) => figureOf(sku, at) === Math.max(0, freeOf(sku, at) ?? 0),
		({ sku, at }) => [figureOf(sku, at), freeOf(sku, at)],
	);
}

/** Figures that the shop was told so far. */
const pushed = async ({ site }: UniwareScene): Promise<number> =>
	(await site.shop.state()).stock
		.flatMap(({ history }) => history)
		.filter(({ what }) => what === 'pushed').length;

/** Longer than a sync looks back. */
const overlapMinutes = 11;

/** Nothing has changed since: both sides find that out with as few calls as they can. */
export async function idle(scene: UniwareScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('one idle sync of each side');
	await shop.letPass(overlapMinutes);
	await shop.oms.letPass(overlapMinutes);
	await wholeSync(scene);
	await wholeSync(partner, 'fulfilments');
	await until('no sync to be under way', async () =>
		[scene, partner].every(({ site: one }) => syncs(one)[0]?.state !== 'running'),
	);
	const [after, there] = [await shop.lastCall(), await shop.oms.lastCall()];
	await wholeSync(scene);
	told.idlePoll = { after, upTo: await shop.lastCall() };
	await wholeSync(partner, 'fulfilments');
	const asked = (await shop.oms.calls(there)).filter(({ kind }) => kind === 'saleorder/get');
	check(asked.length === 0, `no order to be asked for while none has changed, not ${asked.length}`);
}
