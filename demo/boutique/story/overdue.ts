import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { until } from '../../until';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { goneSku } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BoutiqueScene } from '../scene';
import { checkHeld } from './ordering';

/** What will never be there is ordered; after a minute on hold the hub cancels it, and the shop hears of that. */
export async function overdue(scene: BoutiqueScene): Promise<void> {
	const { site, random, say } = scene;
	say('orders of what never comes are cancelled after a minute on hold');
	const placed = await site.shop.place(
		drafts(6, random, { lines: [{ sku: goneSku, quantity: 1 }] }),
	);
	await wholeSync(scene);
	checkHeld(scene, placed, 'inventory_not_present');
	await saveSettings(scene, 'Nobody waits for ever', 1);
	await until(
		'orders on hold for more than a minute to be cancelled',
		async () => {
			await wholeSync(scene);
			const { row } = bookOf(scene.books());
			return placed.every(({ id }) => row(id)?.status === 'cancelled');
		},
		{ seconds: 900, everyMs: 5000 },
	);
	await allTold(scene);
	await checkCancelled(scene, placed);
}

async function checkCancelled(
	{ site }: BoutiqueScene,
	placed: readonly OrderState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	checkEach(
		placed,
		'the shop to show them as cancelled',
		({ id }) => now.get(id)?.status === 'CANCELLED',
		({ id }) => now.get(id)?.status,
	);
}
