import { check } from '../../story/check';
import { saveOmsSettings } from '../saveSettings';
import type { IconicScene } from '../scene';

/** Shopify stays the master of its hubs while orders are open there: taking that away is refused, and says which they are. */
export async function masterStays(scene: IconicScene): Promise<void> {
	const refusal = await saveOmsSettings(scene, 'A slip', false).then(
		() => 'saved',
		(error: unknown) => `${error}`,
	);
	check(
		/orders are still open/.test(refusal),
		`a refusal that names the open orders, not: ${refusal}`,
	);
}
