import type { MappedOrder } from '../../domain/order';
import type { RoutingRule } from '../../domain/routing';
import type { ReplayAsked } from '../../ledger/replayShapes';
import { placed } from './placed';

const minuteMs = 60_000;

/** Placed so many minutes ago, to a buyer near Ankara. */
export function placedAgo(
	id: string,
	minutes: number,
	change: Partial<MappedOrder> = {},
): MappedOrder {
	const at = new Date(Date.now() - minutes * minuteMs).toISOString();
	const order = placed(id, { placedAt: at, revisedAt: at });
	const shipTo = order.shipTo && { ...order.shipTo, latitude: 39.9, longitude: 32.8 };
	return { ...order, shipTo, ...change };
}

export const nearest: RoutingRule = { name: 'nearest', strategy: 'nearest' };

export const replayOf = (
	rules: readonly RoutingRule[],
	change: Partial<ReplayAsked> = {},
): ReplayAsked => ({
	...{ store: 'ikas-tr', days: 7, draft: { rules }, stock: 'replayed', most: 10_000, listed: 50 },
	...change,
});
