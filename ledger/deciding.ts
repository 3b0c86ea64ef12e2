import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import { placeOf } from '../domain/intake';
import type { Order } from '../domain/order';
import { quantities } from '../domain/quantities';
import { route } from '../domain/route';
import type { RoutingDecision, RoutingRequest, RuleSet } from '../domain/routing';
import { takeFrom, type Candidate } from './candidates';
import type { OpenLine } from './lines';
import type { Store } from './storeShapes';

export interface WaitingOrder {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly hold_reason: HoldReason | null;
	readonly body: string;
}

export interface Decided {
	readonly order: WaitingOrder;
	readonly status: HubStatus;
	readonly holdReason: HoldReason | null;
	readonly decision: RoutingDecision;
	readonly lines: readonly OpenLine[];
}

export interface Circumstances {
	readonly store: Store;
	readonly candidates: readonly Candidate[];
	readonly ruleSet: RuleSet;
	readonly at: Instant;
}

/** Decides for one order, and takes what it decided from what the candidates have. */
export function decide(
	order: WaitingOrder,
	lines: readonly OpenLine[],
	{ store, candidates, ruleSet, at }: Circumstances,
): Decided {
	const ended = (
		status: HubStatus,
		holdReason: HoldReason | null,
		decision: RoutingDecision,
	): Decided => ({ order, status, holdReason, decision, lines });
	const fault = lines.find((line) => line.fault !== null)?.fault;
	if (fault != null) return ended('on_hold', 'sku_not_valid', undecided(fault));
	if (lines.length === 0) return ended('cancelled', null, undecided('every line is cancelled'));
	const body = JSON.parse(order.body) as Order;
	const place = placeOf(body.location, store.settings);
	if (body.location !== null && place.hub === null) {
		const why = `location ${body.location} is not mapped to a hub`;
		return ended('on_hold', 'not_able_to_route', undecided(why));
	}
	const request = requestOf(body, lines, store, place.hub, at);
	const decision = route(request, candidates, ruleSet);
	if (decision.hub === null) {
		return ended('on_hold', decision.holdReason ?? 'not_able_to_route', decision);
	}
	takeFrom(candidates, decision);
	return ended('new_order', null, decision);
}

function requestOf(
	{ shipTo, total, payment, tags, weight, isWhole, lines: ordered }: Order,
	open: readonly OpenLine[],
	store: Store,
	forcedHub: string | null,
	at: Instant,
): RoutingRequest {
	const priceOf = new Map(ordered.map(({ id, unitPrice }) => [id, unitPrice]));
	return {
		wanted: quantities(open.map(({ sku, quantity }) => [sku ?? '', quantity])),
		forcedHub,
		shipTo: {
			latitude: shipTo?.latitude ?? null,
			longitude: shipTo?.longitude ?? null,
			country: shipTo?.country ?? null,
			region: shipTo?.region ?? shipTo?.city ?? null,
			postcode: shipTo?.postcode ?? null,
		},
		channel: store.channel,
		store: store.code,
		tags,
		payment,
		value: total,
		weight,
		prices: new Map(
			open.map(({ sku, line }) => [sku ?? '', priceOf.get(line) ?? { ...total, minor: 0 }]),
		),
		maySplit: store.settings.splitOrders,
		...(isWhole === true && { isWhole }),
		at,
	};
}

/** A decision that no rule was asked for. */
export const undecided = (unasked: string): RoutingDecision => ({
	hub: null,
	parcels: [],
	splitBy: null,
	ruleSet: null,
	rule: null,
	unasked,
	runnerUp: null,
	holdReason: null,
	passedOver: [],
	verdicts: [],
});
