import type { Scene } from './scene';
import { look } from './syncs';
import { until } from './until';
import { waiting } from './updates';

/** Waits until nothing is on its way between channel and hub: what the last kill of any story cut off has been made up for. */
export const atRest = ({ site }: Scene): Promise<unknown> =>
	until(
		`${site.store} to be at rest`,
		async () => running(site).length === 0 && waiting(site).updates === 0,
		{ seconds: 900, seen: async () => [running(site), waiting(site)] },
	);

/** Kinds of sync that have begun and not ended. */
const running = ({ ledger, store }: Scene['site']) =>
	look<{ kind: string }>(
		ledger,
		'SELECT kind FROM syncs WHERE store = ? AND run_id IS NOT NULL',
		store,
	);
