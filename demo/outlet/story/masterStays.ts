import { check } from '../../story/check';
import type { Goods } from '../goods';
import { saveOmsSettings } from '../saveSettings';
import type { OutletScene } from '../scene';

/** The OMS stays the master of its hubs while orders are open there: taking that away is refused, and says which they are. */
export async function masterStays(scene: OutletScene, goods: Goods): Promise<void> {
	const refusal = await saveOmsSettings(scene, goods, 'A slip', false).then(
		() => 'saved',
		(error: unknown) => `${error}`,
	);
	check(
		/orders are still open/.test(refusal),
		`a refusal that names the open orders, not: ${refusal}`,
	);
}
