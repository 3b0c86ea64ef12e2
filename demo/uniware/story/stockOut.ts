import { killInFlight, slowMs } from '../../kill';
import {
	idle as idleOutlet,
	onlyChanges,
	shown as shownOnOutlet,
} from '../../outlet/story/stockOut';
import { partnerOf } from '../../partnerOf';
import { check } from '../../story/check';
import { facilities, goods, others } from '../goods';
import type { UniwareScene } from '../scene';

const [main, second] = facilities;

/** What Uniware may still promise is what the shop shows: all of it once, then only what changes. n8n is killed while it reads. */
export async function stockOut(scene: UniwareScene): Promise<void> {
	const { site, say } = scene;
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
	await onlyChanges(scene, {
		recount: () => count(scene, others.slice(30, 33), 17),
		isShown: () => shown(scene),
	});
}

/** So many units of each on the shelf of the first facility. */
const count = (
	{ site }: UniwareScene,
	counted: readonly string[],
	quantity: number,
): Promise<void> =>
	site.shop.oms.count(counted.map((sku) => ({ sku, facility: main.code, quantity })));

/** What Uniware may still promise is what the shop shows. */
export const shown = (scene: UniwareScene): Promise<void> =>
	shownOnOutlet(scene, goods, async () =>
		(await scene.site.shop.oms.state()).stock.map(({ sku, facility: place, free }) => ({
			...{ sku, place, free },
		})),
	);

export async function idle(scene: UniwareScene): Promise<void> {
	const { oms } = scene.site.shop;
	const before = await idleOutlet(scene, oms.letPass);
	const asked = (await oms.calls(before)).filter(({ kind }) => kind === 'saleorder/get');
	check(asked.length === 0, `no order to be asked for while none has changed, not ${asked.length}`);
}
