import type { OrderState } from '../../../sandbox/ikas/types';
import { checkOnOms } from '../../outlet/story/checkOnOms';
import { onOmniful } from '../onOmniful';
import type { OmnifulScene } from '../scene';

/** Once it has routed what waits. */
export async function checkOnOmniful(
	scene: OmnifulScene,
	orders: readonly OrderState[],
): Promise<void> {
	await scene.site.shop.oms.route();
	await checkOnOms(scene, onOmniful, orders);
}
