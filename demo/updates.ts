import type { Scene } from './scene';
import { look } from './syncs';
import type { Site } from './site';
import { until } from './until';

interface Waiting {
	readonly updates: number;
	/** Those that may be claimed now. */
	readonly due: number;
	/** Those that an execution is about to send. */
	readonly underWay: number;
}

/** By the channel's id. */
interface Named {
	readonly id: string;
}

/** Often enough not to wait for the schedule, seldom enough to let an execution do its work. */
const askAgainMs = 5000;
/** An update that was claimed is nobody else's for so long. */
const leaseMs = 60_000;

/** Waits until the channel was told, or a person, all that the hub has to say, or all of these orders. */
export async function allTold({ site }: Scene, orders: readonly Named[] = []): Promise<void> {
	await until(
		`every update of ${site.store} to be sent or handed to a person`,
		async () => {
			if (waiting(site, orders).due > 0) await send(site, orders);
			return waiting(site, orders).updates === 0;
		},
		{ seconds: 900, seen: async () => waiting(site, orders) },
	);
}

/** No kill comes between: an execution says of nothing that it was sent before all that it has claimed is. */
const send = (site: Site, orders: readonly Named[]): Promise<unknown> =>
	site.n8n.undisturbed(() => {
		let askedAt = 0;
		return until(
			`what is due of ${site.store} to be sent`,
			async () => {
				const { due, underWay } = waiting(site, orders);
				if (due > 0 && Date.now() > askedAt + askAgainMs) {
					askedAt = Date.now();
					await site.start(site.telling);
				}
				return due + underWay === 0;
			},
			{ seconds: 900, seen: async () => waiting(site, orders) },
		);
	});

export const waiting = (
	{ ledger, store, n8n }: Pick<Site, 'ledger' | 'store' | 'n8n'>,
	orders: readonly Named[] = [],
): Waiting => {
	const rows = look<{ due_at: number; lease_until: number | null; order: string }>(
		ledger,
		`SELECT due_at, lease_until, channel_id AS "order"
		FROM outbox JOIN orders ON orders.id = order_id
		WHERE outbox.store = ? AND outbox.state IN ('pending', 'claimed')`,
		store,
	).filter(({ order }) => orders.length === 0 || orders.some(({ id }) => id === order));
	const now = Date.now();
	const leaseOf = ({ lease_until }: (typeof rows)[number]) => lease_until ?? 0;
	const held = new Set(rows.filter((row) => leaseOf(row) > now).map(({ order }) => order));
	const isDue = ({ due_at, order }: (typeof rows)[number]) => due_at <= now && !held.has(order);
	const deadUntil = n8n.upSince() + leaseMs;
	return {
		updates: rows.length,
		due: rows.filter(isDue).length,
		underWay: rows.filter((row) => leaseOf(row) > Math.max(now, deadUntil)).length,
	};
};
