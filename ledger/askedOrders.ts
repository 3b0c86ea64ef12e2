import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { raise, resolve } from './exceptions';
import { storeOf } from './lookups';
import type { AskedOrder } from './orderShapes';
import { each, elements, rows, run, type Work } from './statement';

/** Orders that one call asks for. */
const most = 200;
/** How long a workflow has to bring one in, and how often it may try. */
const againMs = 5 * 60_000;
const tries = 3;

/** Somebody wants these to be read from the channel again, by its ids: the store's workflow for that does so. */
export function* askOrders(
	code: string,
	orders: readonly string[],
	by: string | null = null,
): Work<readonly AskedOrder[]> {
	const asked = yield* namedOrders(code, orders);
	yield* each(
		`INSERT INTO asked_orders (store, channel_id, person, asked_at, due_at) VALUES (?, ?, ?, {now}, {now})
		ON CONFLICT (store, channel_id) DO UPDATE SET person = excluded.person, asked_at = excluded.asked_at, attempts = 0,
			due_at = excluded.due_at`,
		asked.map(({ order }) => [code, order, by]),
	);
	return asked;
}

/** Each once; refuses what cannot be asked for. */
export function* namedOrders(code: string, orders: readonly string[]): Work<readonly AskedOrder[]> {
	yield* checkReads(code);
	const ids = [...new Set(orders.map((id) => id.trim()).filter((id) => id !== ''))];
	if (ids.length === 0) throw refused('No order is named. Give the IDs that the channel has.');
	if (ids.length > most) {
		throw refused(`${ids.length} orders are named. Ask for up to ${most} at once.`);
	}
	const known = yield* rows<{ channel_id: string }>(
		`SELECT channel_id FROM orders WHERE store = ? AND channel_id IN {elements}
		UNION ALL SELECT channel_id FROM archived_orders WHERE store = ? AND channel_id IN {elements}`,
		code,
		elements(ids),
		code,
		elements(ids),
	);
	const isKnown = new Set(known.map(({ channel_id }) => channel_id));
	return ids.map((order) => ({ store: code, order, isKnown: isKnown.has(order) }));
}

function* checkReads(code: string): Work<void> {
	const { settings } = yield* storeOf(code);
	if (settings.stockMaster) {
		throw refused(
			`Store ${shown(code)} is an OMS: orders come from channels. Ask a store of a channel.`,
		);
	}
}

interface Due {
	readonly channel_id: string;
	readonly person: string | null;
	readonly attempts: number;
}

/** Hands out what is to be read, each for five minutes; what did not come in by then is handed out again, and at last told. */
export function* claimAskedOrders(
	code: string,
	limit: number,
): Work<readonly { readonly store: string; readonly order: string }[]> {
	const { version } = yield* storeOf(code);
	const due = yield* rows<Due>(
		`SELECT channel_id, person, attempts FROM asked_orders WHERE store = ? AND due_at <= {now}
		ORDER BY asked_at, channel_id LIMIT ? {skipLocked}`,
		code,
		limit,
	);
	const lost = due.filter(({ attempts }) => attempts >= tries);
	const read = due.filter(({ attempts }) => attempts < tries).map(({ channel_id }) => channel_id);
	for (const { channel_id: order, person } of lost) {
		yield* raise({
			store: code,
			kind: 'order_not_read',
			reference: order,
			cause: `Order ${shown(order)} was to be read again${person === null ? '' : `, said ${person}`}, and did not come in: ${tries} tries.`,
			advice:
				'See that the channel has an order of this ID, and what the executions of "resync orders" say. Retry asks for it again.',
			settingsVersion: version,
			payload: { order },
		});
	}
	yield* forgetAsked(
		code,
		lost.map(({ channel_id }) => channel_id),
	);
	yield* run(
		`UPDATE asked_orders SET attempts = attempts + 1, due_at = {now} + ${againMs}
		WHERE store = ? AND channel_id IN {elements}`,
		code,
		elements(read),
	);
	return read.map((order) => ({ store: code, order }));
}

/** They have come in, however that ended: nobody has to ask for them any more. */
export function* answerAsked(store: string, orders: readonly string[]): Work<void> {
	yield* forgetAsked(store, orders);
	yield* resolve(store, ['order_not_read'], orders);
}

function* forgetAsked(store: string, orders: readonly string[]): Work<void> {
	if (orders.length === 0) return;
	yield* run(
		'DELETE FROM asked_orders WHERE store = ? AND channel_id IN {elements}',
		store,
		elements(orders),
	);
}
