import { refused } from '../domain/failure';
import { units } from '../domain/quantities';
import { shown } from '../domain/sku';
import { isUnpicked } from '../domain/transitions';
import { assign } from './assigning';
import { candidatesFor, openHub, type Candidate } from './candidates';
import { undecided } from './deciding';
import { checkOwn } from './handedOver';
import { openLines, type OpenLine } from './lines';
import { ruleSetOf, storeOf } from './lookups';
import { getOrder, orderRow, type OrderRow } from './orders';
import { parcelsOf } from './parcels';
import { asWaiting, byHand, checkApproved, checkHeldFor } from './releasing';
import { free } from './reserving';
import { settle } from './settling';
import type { LedgerOrder } from './orderShapes';
import type { Work } from './statement';

/** Reserves the whole order at a hub that a person chose among those mapped. */
export function* assignHub(
	code: string,
	id: string,
	hub: string,
	by: string | null = null,
): Work<LedgerOrder> {
	const order = yield* orderRow(code, id);
	checkApproved(order, 'cannot be assigned to a hub');
	yield* checkUnpicked(order);
	yield* checkOwn(order, 'cannot be assigned to a hub');
	const store = yield* storeOf(code);
	const freed = yield* free(order.id);
	const lines = yield* openLines(store, [order.id]);
	const ruleSet = yield* ruleSetOf(store.settings.ruleSet);
	const candidates = yield* candidatesFor(store, lines, ruleSet);
	const contents = contentsFor(order, lines, hub, candidates);
	const decision = {
		...undecided('a person chose the hub'),
		hub,
		parcels: [{ hub, contents }],
		verdicts: candidates.map(({ code: of }) =>
			of === hub
				? { hub: of, taken: true, why: 'chosen by a person' }
				: { hub: of, taken: false, why: 'a person chose another hub' },
		),
	};
	const waiting = { ...asWaiting(order), hold_reason: null };
	yield* assign(
		store,
		[{ order: waiting, status: 'new_order', holdReason: null, decision, lines }],
		by,
	);
	yield* settle(
		store.settings.seller,
		freed.map(({ sku }) => sku),
	);
	return yield* getOrder(code, id);
}

/** The same of an order that no rule could place, and of no other. */
export function* routeByHand(
	code: string,
	id: string,
	hub: string,
	by: string | null = null,
): Work<LedgerOrder> {
	checkHeldFor(yield* orderRow(code, id), byHand);
	return yield* assignHub(code, id, hub, by);
}

function* checkUnpicked({ id, number, status }: OrderRow): Work<void> {
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	const here = parcels.filter(({ shippedAt }) => shippedAt === null);
	const worked = [status, ...here.map((parcel) => parcel.status)].find((one) => !isUnpicked(one));
	if (worked === undefined) return;
	throw refused(
		`Order ${number} is ${worked}: its hub cannot change any more. That is possible until it is picked.`,
	);
}

function contentsFor(
	order: OrderRow,
	lines: readonly OpenLine[],
	code: string,
	candidates: readonly Candidate[],
): readonly (readonly [string, number])[] {
	const hub = openHub(candidates, code, order.number);
	const refuse = (why: string) => refused(`Order ${order.number} was not assigned: ${why}`);
	const fault = lines.find((line) => line.fault !== null)?.fault;
	if (fault != null) throw refuse(`${fault}. Correct that first.`);
	const wanted = Map.groupBy(lines, ({ sku }) => sku ?? '');
	return [...wanted].map(([sku, of]) => {
		const asked = of.reduce((sum, { quantity }) => sum + quantity, 0);
		const there = units(hub.available, sku);
		if (there < asked) {
			throw refuse(
				`${asked} of SKU ${shown(sku)} wanted, ${there} free at ${shown(code)}. Count the stock, or choose another hub.`,
			);
		}
		return [sku, asked] as const;
	});
}
