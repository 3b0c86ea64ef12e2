import type { IExecuteFunctions } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger';
import type { LedgerWrites } from '../../ledger/ledgerWrites';
import type { LedgerOrder } from '../../ledger/orderShapes';
import { changing } from '../shared/changing';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { flag, text, whole } from '../shared/parameters';
import { many, one } from '../shared/row';

type Call<T> = (ledger: Ledger, context: IExecuteFunctions, item: number) => Promise<T>;

/** One ledger function for each item, and what it answers as one item. */
export const gives = (call: Call<object>) =>
	eachItem(async (context, item) => one(await call(await ledgerOf(context), context, item)));

/** One ledger function for each item, and each row that it answers as an item. */
export const lists = (call: Call<readonly object[]>) =>
	eachItem(async (context, item) => many(await call(await ledgerOf(context), context, item)));

type Change<T> = (ledger: LedgerWrites, context: IExecuteFunctions, item: number) => Promise<T>;

/** As `gives`, for what changes something: it can be tried. */
export const changes = (call: Change<object>) =>
	eachItem(async (context, item) => {
		const { ledger, marked } = await changing(context, item);
		return one(marked(await call(ledger, context, item)));
	});

/** As `lists`, for what changes something. */
export const changesMany = (call: Change<readonly object[]>) =>
	eachItem(async (context, item) => {
		const { ledger, marked } = await changing(context, item);
		return many((await call(ledger, context, item)).map(marked));
	});

/** Simplified, an order comes without what the channel says of it: its status there and its own copy, address and all. */
export function shownOrder(whole: LedgerOrder, context: IExecuteFunctions, item: number) {
	if (!flag(context, 'simple', item)) return whole;
	const { store, id, number, placedAt, status, holdReason, hub, oms, decision, lines } = whole;
	const { parcels, invoices, archivedAt } = whole;
	// What an OMS has confirmed is never on hold.
	const standing = oms === null || oms.id === null ? { holdReason } : { oms };
	return {
		store,
		id,
		number,
		placedAt,
		status,
		...standing,
		hub,
		decision,
		lines,
		parcels,
		...(invoices.length > 0 && { invoices }),
		...(archivedAt !== undefined && { archivedAt }),
	};
}

/** One ledger function for each item, and the order that it answers. */
export const givesOrder = (call: Call<LedgerOrder>) =>
	gives(async (ledger, ...at) => shownOrder(await call(ledger, ...at), ...at));

/** The same of an operation that changes it. */
export const changesOrder = (call: Change<LedgerOrder>) =>
	changes(async (ledger, ...at) => shownOrder(await call(ledger, ...at), ...at));

type At = [context: IExecuteFunctions, item: number];

export const code = (...[context, item]: At) => text(context, 'code', item);
export const store = (...[context, item]: At) => text(context, 'store', item);
export const orderId = (...[context, item]: At) => text(context, 'orderId', item);
export const hub = (...[context, item]: At) => text(context, 'hub', item);
export const limit = (...[context, item]: At) => whole(context, 'limit', item);
