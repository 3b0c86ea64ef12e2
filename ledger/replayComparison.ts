import { count, newTally, noShare, totalOf, type Placing, type Tally } from '../domain/replayTally';
import type { Coordinates, RoutingDecision, RuleSet } from '../domain/routing';
import type { Replayed, ReplayedOrder } from './replayOrder';
import type { ReplaySetting } from './replaySetting';
import type { ChangedOrder, Replay, ReplayedPlace, Sides } from './replayShapes';
import type { Became } from './replayTaken';

/** What was found so far. */
export interface Comparison {
	readonly sides: Sides<Tally>;
	readonly leftOut: { -readonly [Why in keyof Replay['leftOut']]: number };
	/** Orders that were compared, by store. */
	readonly orders: Map<string, number>;
	changed: number;
	/** The newest last. */
	readonly changes: ChangedOrder[];
}

export function newComparison({ hubs }: ReplaySetting): Comparison {
	const places = new Map(hubs.map((hub) => [hub.code, hub]));
	return {
		sides: { actual: newTally(places), inForce: newTally(places), draft: newTally(places) },
		leftOut: { cancelled: 0, skuNotValid: 0, locationNotMapped: 0 },
		orders: new Map(),
		changed: 0,
		changes: [],
	};
}

/** Takes in one more order, and keeps the newest of those that change, so many of them. */
export function compare(
	comparison: Comparison,
	one: ReplayedOrder,
	{ inForce, draft }: Pick<Sides<Replayed>, 'inForce' | 'draft'>,
	{ became, listed }: { became: Became | undefined; listed: number },
): void {
	const { sides, leftOut, orders, changes } = comparison;
	const out = whyLeftOut(inForce);
	if (out !== null) {
		leftOut[out]++;
		return;
	}
	orders.set(one.store, (orders.get(one.store) ?? 0) + 1);
	const shipTo = one.order.shipTo ?? nowhere;
	const actual = reality(one, became);
	count(sides.actual, actual, shipTo);
	count(sides.inForce, inForce, shipTo);
	count(sides.draft, draft, shipTo);
	if (isSame(inForce, draft)) return;
	comparison.changed++;
	changes.push(
		changeOf(one, {
			...{ actual: placeOf(actual), inForce: decidedPlace(inForce), draft: decidedPlace(draft) },
		}),
	);
	if (changes.length > listed) changes.shift();
}

export function compared(
	{ sides, leftOut, orders, changed, changes }: Comparison,
	{ stores, draft }: ReplaySetting,
	of: Pick<Replay, 'from' | 'to' | 'stock' | 'hasMore'>,
): Replay {
	const { actual, inForce } = sides;
	const hubs = new Set(Object.values(sides).flatMap(({ shares }) => [...shares.keys()]));
	const share = ({ shares }: Tally, hub: string) => shares.get(hub) ?? noShare;
	return {
		...of,
		leftOut,
		draftRules: nameOf(draft),
		stores: [...orders].map(([store, count]) => ({
			store,
			rules: nameOf(stores.get(store)?.inForce),
			orders: count,
		})),
		orders: [...orders.values()].reduce((sum, count) => sum + count, 0),
		actual: totalOf(actual),
		inForce: totalOf(inForce),
		draft: totalOf(sides.draft),
		hubs: [...hubs].sort().map((hub) => ({
			hub,
			actual: share(actual, hub),
			inForce: share(inForce, hub),
			draft: share(sides.draft, hub),
		})),
		changed,
		changes: changes.toReversed(),
	};
}

const nowhere: Coordinates = { latitude: null, longitude: null };

/** A draft has no version. */
const nameOf = (ruleSet: RuleSet | undefined) =>
	ruleSet === undefined || ruleSet.version === 0 ? 'draft' : `${ruleSet.code}@${ruleSet.version}`;

/** It is the same for all rules: none is asked. */
function whyLeftOut({ decided }: Replayed): keyof Replay['leftOut'] | null {
	if (decided.decision.unasked === null) return null;
	if (decided.status === 'cancelled') return 'cancelled';
	return decided.holdReason === 'sku_not_valid' ? 'skuNotValid' : 'locationNotMapped';
}

const reality = ({ row }: ReplayedOrder, became: Became | undefined): Placing => ({
	parcels: became?.parcels ?? [],
	holdReason: row.status === 'on_hold' ? row.hold_reason : null,
	isPartlyThere: null,
});

function isSame({ decided: one }: Replayed, { decided: other }: Replayed): boolean {
	const said = ({ parcels }: RoutingDecision) => JSON.stringify(parcels);
	return one.holdReason === other.holdReason && said(one.decision) === said(other.decision);
}

const placeOf = ({ parcels, holdReason }: Placing): ReplayedPlace => ({
	hubs: [...new Set(parcels.flatMap(({ hub }) => hub ?? []))],
	rule: null,
	holdReason,
});

const decidedPlace = (replayed: Replayed): ReplayedPlace => ({
	...placeOf(replayed),
	rule: replayed.decided.decision.rule,
});

const changeOf = (
	{ store, row, placed_at }: ReplayedOrder,
	places: Sides<ReplayedPlace>,
): ChangedOrder => ({
	...{ store, order: row.channel_id, number: row.number, placedAt: placed_at },
	...places,
});
