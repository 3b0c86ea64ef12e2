import type { OrderDraft, OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { wholeSync } from '../../syncs';
import { until } from '../../until';
import { waiting } from '../../updates';
import type { OutletScene } from '../scene';

/** What an OMS is to do to its callers. */
interface Mishaps {
	readonly wanted: readonly (string | number)[];
	/** What it did so far. */
	met(): Promise<ReadonlySet<unknown>>;
	/** Of somebody who orders meanwhile. */
	drafts(): readonly OrderDraft[];
}

/** The bad weather lasts until it was met: customers go on ordering while nothing is left to be told. Answers their orders. */
export async function untilMet(
	scene: OutletScene,
	{ wanted, met, drafts }: Mishaps,
): Promise<readonly OrderState[]> {
	const { site } = partnerOf(scene);
	const placed: OrderState[] = [];
	await until(
		`${wanted.join(' and ')} to be met in ${site.channel}`,
		async () => {
			const now = await met();
			if (wanted.every((mishap) => now.has(mishap))) return true;
			const { due, updates } = waiting(site);
			if (due > 0) await site.start(site.telling);
			if (updates > 0) return false;
			placed.push(...(await scene.site.shop.place(drafts())));
			await wholeSync(scene);
			return false;
		},
		{ seconds: 900, everyMs: 2000, seen: async () => [...(await met())] },
	);
	return placed;
}
