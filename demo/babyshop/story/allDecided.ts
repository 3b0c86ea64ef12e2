import { askForSync, look, wholeSync } from '../../syncs';
import { until } from '../../until';
import type { BabyshopScene } from '../scene';

/** Waits until the channel shows what the hubs have: what has changed is pushed, and moderation has decided on all of it. */
export async function allDecided(scene: BabyshopScene): Promise<void> {
	const { site, store } = scene;
	await wholeSync(scene, 'inventory');
	const ask = askForSync(site, 'inventory');
	const open = () =>
		look<{ listing: string }>(
			site.ledger,
			'SELECT listing FROM published WHERE store = ? AND sent IS NOT NULL LIMIT 5',
			store,
		);
	await until(
		'every figure to be decided',
		async () => {
			await ask();
			return open().length === 0;
		},
		{ seconds: 900, everyMs: 1000, seen: async () => open() },
	);
}
