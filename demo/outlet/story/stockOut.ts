import { partnerOf } from '../../partnerOf';
import { check, checkEach } from '../../story/check';
import { idleSync } from '../../story/idleSync';
import { syncs, wholeSync } from '../../syncs';
import { until } from '../../until';
import type { Goods } from '../goods';
import type { OutletScene } from '../scene';

/** What the OMS may still promise of a SKU at one of its places. */
export interface Free {
	readonly sku: string;
	readonly place: string;
	readonly free: number;
}

/** Figures go all the way, and are there. */
export async function shown(
	scene: OutletScene,
	{ known, locations, places }: Goods,
	omsFigures: () => Promise<readonly Free[]>,
): Promise<void> {
	const { shop } = scene.site;
	await wholeSync(partnerOf(scene), 'stock');
	await wholeSync(scene, 'inventory');
	const { stock } = await shop.state();
	const there = await omsFigures();
	const freeOf = (wanted: string, at: number) =>
		there.find(({ sku, place }) => sku === wanted && place === places[at]?.code)?.free;
	const figureOf = (wanted: string, at: number) =>
		stock.find(({ sku, location }) => sku === wanted && location === locations[at]?.id)?.quantity;
	checkEach(
		known.flatMap((sku) => locations.map(({ id }, at) => ({ id: `${sku} at ${id}`, sku, at }))),
		'the shop to show what the OMS may still promise',
		({ sku, at }) => figureOf(sku, at) === Math.max(0, freeOf(sku, at) ?? 0),
		({ sku, at }) => [figureOf(sku, at), freeOf(sku, at)],
	);
}

/** Figures that the shop was told so far. */
const pushed = async ({ site }: OutletScene): Promise<number> =>
	(await site.shop.state()).stock
		.flatMap(({ history }) => history)
		.filter(({ what }) => what === 'pushed').length;

/** Nothing has changed, so nothing is told; then three figures, and those alone. */
export async function onlyChanges(
	scene: OutletScene,
	{ recount, isShown }: { recount(): Promise<void>; isShown(): Promise<void> },
): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('stock: nothing has changed, so nothing is told; then three figures');
	const [after, before] = [await shop.lastCall(), await pushed(scene)];
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await shop.lastCall() };
	check((await pushed(scene)) === before, 'no figure to be told while nothing has changed');
	await recount();
	await isShown();
	const rows = (await pushed(scene)) - before;
	check(rows === 3, `three figures to be told, not ${rows}`);
}

/** Longer than a sync looks back. */
const overlapMinutes = 11;

/** Nothing has changed since: both sides find that out with as few calls as they can. Answers the OMS's latest call before that. */
export async function idle(
	scene: OutletScene,
	omsLetsPass: (minutes: number) => Promise<void>,
): Promise<number> {
	const { site, say, told } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('one idle sync of each side');
	await shop.letPass(overlapMinutes);
	await omsLetsPass(overlapMinutes);
	await wholeSync(scene);
	await wholeSync(partner, 'fulfilments');
	await until(
		'no sync of the OMS to be under way',
		async () => syncs(partner.site, 'fulfilments')[0]?.state !== 'running',
	);
	const there = await shop.oms.lastCall();
	told.idlePoll = await idleSync(scene);
	await wholeSync(partner, 'fulfilments');
	return there;
}
