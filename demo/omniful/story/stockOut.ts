import { killInFlight, slowMs } from '../../kill';
import {
	idle as idleOutlet,
	onlyChanges,
	shown as shownOnOutlet,
} from '../../outlet/story/stockOut';
import { partnerOf } from '../../partnerOf';
import { check } from '../../story/check';
import { goods, omnifulHubs, others } from '../goods';
import { rested } from '../rested';
import type { OmnifulScene } from '../scene';

const [main, second] = omnifulHubs;

/** What Omniful may still promise is what the shop shows: all of it once, then only what changes. n8n is killed while it reads. */
export async function stockOut(scene: OmnifulScene): Promise<void> {
	const { oms } = scene.site.shop;
	scene.say('stock: Omniful counts and receives; n8n is killed while it reads that');
	await count(scene, others.slice(0, 15), 31);
	const [kept = ''] = others;
	await oms.count([{ sku: kept, hub: second.code, quantity: 8, safety: 3 }]);
	await rested(scene);
	await killInFlight(partnerOf(scene), 'stock', () =>
		oms.faults({ only: 'stock/list', latencyMs: 2 * slowMs }),
	);
	await oms.faults({});
	await shown(scene);
	await onlyChanges(scene, {
		recount: () => count(scene, others.slice(20, 23), 17),
		isShown: () => shown(scene),
	});
}

/** So many units of each on the shelf of the first hub. */
const count = (
	{ site }: OmnifulScene,
	counted: readonly string[],
	quantity: number,
): Promise<void> => site.shop.oms.count(counted.map((sku) => ({ sku, hub: main.code, quantity })));

/** What Omniful may still promise is what the shop shows. */
export const shown = (scene: OmnifulScene): Promise<void> =>
	shownOnOutlet(scene, goods, async () =>
		(await scene.site.shop.oms.state()).stock.map(({ sku, hub: place, available: free }) => ({
			...{ sku, place, free },
		})),
	);

export async function idle(scene: OmnifulScene): Promise<void> {
	const { oms } = scene.site.shop;
	const before = await idleOutlet(scene, oms.letPass);
	const asked = (await oms.calls(before)).filter(({ kind }) => kind === 'order/get');
	check(asked.length === 0, `no order to be asked for while none has changed, not ${asked.length}`);
}
