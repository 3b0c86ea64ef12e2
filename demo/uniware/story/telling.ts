import { killInFlight, slowMs } from '../../kill';
import { checkTold, packagesOf } from '../../outlet/story/checkTold';
import { telling as tellingOnOutlet } from '../../outlet/story/telling';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { onUniware } from '../onUniware';
import type { UniwareScene } from '../scene';
import { atFirst, dispatch, numberOf, provider, type Shipped } from './shipping';

/** What has left in Uniware comes in, and the shop hears of it. */
export async function telling(scene: UniwareScene, shipped: Shipped): Promise<void> {
	const { whole, corrected, parts, held } = shipped;
	await tellingOnOutlet(scene, {
		async read() {
			const unlucky = { rate500: 1, only: 'saleorder/get', latencyMs: slowMs };
			await scene.site.shop.oms.faults(unlucky);
			await killInFlight(partnerOf(scene), 'fulfilments');
		},
		leave: () => each(whole.slice(atFirst), (one) => dispatch(scene, one)),
	});
	await checkTold(scene, onUniware, {
		...{ whole: [...whole, ...corrected], held },
		...{ numberOf: (one) => numberOf(one), courier: provider },
	});
	const now = await onUniware.nowOf(scene);
	const { row } = bookOf(scene.books());
	checkEach(
		parts,
		'one package in the shop of what left in part',
		({ id }) =>
			packagesOf(now(id).order).filter(({ status }) => status === 'FULFILLED').length === 1,
		({ id }) => [row(id), now(id)],
	);
}
