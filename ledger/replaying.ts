import { openLoad } from '../domain/openLoad';
import { breath } from './breath';
import { mindsLoad, openParcels } from './candidates';
import { compare, compared, newComparison } from './replayComparison';
import { ordersToReplay, replay, type ReplayedOrder } from './replayOrder';
import { replaySetting, type ReplaySetting } from './replaySetting';
import type { Replay, ReplayAsked } from './replayShapes';
import { shelves, type Shelves } from './replayShelves';
import { takenBy, type Taken } from './replayTaken';
import { ordersIn } from './replayWindow';
import type { Engine, Work } from './statement';

/** Orders of one transaction, whose bodies are long. */
const chunk = 100;
/** And between two breaths: to share an order out over many hubs takes a while. */
const decidedAtOnce = 10;

/**
 * Decides the orders of the last days again, one after the other as they were placed: by the rules in force and by the draft, which
 * both begin with the same stock. Each is decided as of the moment it was placed, and is open at its hub until it really left.
 */
export async function replayOrders(run: Engine['run'], asked: ReplayAsked): Promise<Replay> {
	const setting = await run(() => replaySetting(asked));
	const { orders, hasMore } = await ordersIn(run, setting, asked.most);
	const taken = await takenBy(run, orders, setting);
	const open = await run(() => openBefore(setting, taken));
	const load = { inForce: openLoad(open), draft: openLoad(open) };
	const stock = asked.stock === 'unlimited' ? null : shelves(run, taken);
	const comparison = newComparison(setting);

	function decideAgain(one: ReplayedOrder): void {
		const became = taken.became.get(one.id);
		const leavesAt = became?.leftAt ?? Infinity;
		const shelf = (side: 'inForce' | 'draft') => stock && stock[side];
		const inForce = { ruleSet: one.at.inForce, load: load.inForce, shelf: shelf('inForce') };
		const draft = { ruleSet: setting.draft, load: load.draft, shelf: shelf('draft') };
		const by = { inForce: replay(one, inForce, leavesAt), draft: replay(one, draft, leavesAt) };
		compare(comparison, one, by, { became, listed: asked.listed });
	}

	for (let from = 0; from < orders.length; from += chunk) {
		const some = await run(() => ordersToReplay(orders.slice(from, from + chunk), setting));
		await stockFor(some, stock);
		for (const [place, one] of some.entries()) {
			if (place % decidedAtOnce === 0) await breath();
			decideAgain(one);
		}
	}
	const from = (hasMore && orders[0]?.placed_at) || setting.from;
	return compared(comparison, setting, { from, to: setting.to, stock: asked.stock, hasMore });
}

async function stockFor(orders: readonly ReplayedOrder[], stock: Shelves | null): Promise<void> {
	if (stock === null) return;
	for (const [seller, of] of Map.groupBy(orders, ({ at }) => at.store.settings.seller)) {
		await stock.stock(
			seller,
			of.flatMap(({ lines }) => lines.flatMap(({ sku }) => sku ?? [])),
		);
	}
}

/** Open orders of each hub that are not replayed. Counted only where somebody minds. */
function* openBefore(
	{ hubs, stores, draft }: ReplaySetting,
	taken: Taken,
): Work<ReadonlyMap<string, number>> {
	const ruleSets = [draft, ...[...stores.values()].map(({ inForce }) => inForce)];
	if (!ruleSets.some((ruleSet) => mindsLoad(hubs, ruleSet))) return new Map();
	const open = yield* openParcels(hubs.map(({ code }) => code));
	return new Map(
		[...open].map(([hub, parcels]) => [hub, Math.max(0, parcels - (taken.open.get(hub) ?? 0))]),
	);
}
