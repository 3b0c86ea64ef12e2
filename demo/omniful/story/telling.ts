import { killInFlight, slowMs } from '../../kill';
import { checkTold, isShown } from '../../outlet/story/checkTold';
import { telling as tellingOnOutlet } from '../../outlet/story/telling';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { onOmniful } from '../onOmniful';
import { rested } from '../rested';
import type { OmnifulScene } from '../scene';
import { atFirst, awbOf, courier, ship, type Shipped } from './shipping';

/** What has left in Omniful comes in, and the shop hears of it. */
export async function telling(scene: OmnifulScene, shipped: Shipped): Promise<void> {
	const { oms } = scene.site.shop;
	await tellingOnOutlet(scene, {
		async read() {
			await rested(scene);
			await killInFlight(partnerOf(scene), 'fulfilments', () =>
				oms.faults({ latencyMs: 2 * slowMs }),
			);
		},
		leave: () => each(shipped.whole.slice(atFirst), (one) => ship(scene, one)),
	});
	await checkTold(scene, onOmniful, { ...shipped, numberOf: awbOf, courier });
	const now = await onOmniful.nowOf(scene);
	const { row } = bookOf(scene.books());
	checkEach(
		shipped.short,
		'one package in the shop of what left in part',
		(one) => isShown(now(one.id).order, awbOf(one), courier),
		({ id }) => [row(id), now(id)],
	);
}
