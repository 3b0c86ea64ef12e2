import type { Scene } from './scene';
import { look, type Books } from './syncs';
import { until } from './until';

interface Waiting {
	readonly updates: number;
	/** Those that may be claimed now. */
	readonly due: number;
}

/** Often enough not to wait for the schedule, seldom enough to let an execution do its work. */
const askAgainMs = 5000;

/** Waits until the channel was told, or a person, all that the hub has to say. */
export async function allTold({ site }: Scene): Promise<void> {
	let askedAt = 0;
	await until(
		`every update of ${site.store} to be sent or handed to a person`,
		async () => {
			const { updates, due } = waiting(site);
			if (due > 0 && Date.now() > askedAt + askAgainMs) {
				askedAt = Date.now();
				await site.start('send-updates');
			}
			return updates === 0;
		},
		{ seconds: 300, seen: async () => waiting(site) },
	);
}

export const waiting = ({ ledger, store }: Books): Waiting => {
	const [row] = look<Waiting>(
		ledger,
		`SELECT count(*) AS updates, coalesce(sum(due_at <= unixepoch('subsec') * 1000
			AND coalesce(lease_until, 0) <= unixepoch('subsec') * 1000), 0) AS due
		FROM outbox WHERE store = ? AND state IN ('pending', 'claimed')`,
		store,
	);
	return row ?? { updates: 0, due: 0 };
};
