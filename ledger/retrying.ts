import { refused } from '../domain/failure';
import type { Order } from '../domain/order';
import type { StockFigure } from '../domain/stockFigure';
import { mapStatus } from '../domain/statusMap';
import { askOrders } from './askedOrders';
import { contentHash } from './contentHash';
import { openException, type ExceptionDraft } from './exceptions';
import { resendFeed } from './feeds';
import { importRecords } from './importing';
import { followChannel } from './linking';
import { requeue } from './requeuing';
import type { ExceptionRetried, LedgerException } from './exceptionShapes';
import { run, type Work } from './statement';
import { storeInTurn } from './turn';

type Retried = Omit<ExceptionRetried, 'id' | 'store'>;

/** Tries again what an exception is about; it closes when that has come right, or has gone back to where it waits its turn. */
export function* retryException(id: number): Work<ExceptionRetried> {
	const exception = yield* openException(id);
	if (onlyOnChannel.includes(exception.kind)) return toRead(exception);
	const retry = retries[exception.kind];
	if (retry === undefined) {
		throw refused(
			`Exception ${id} (${exception.kind}) cannot be retried. ${exception.advice} When that is done, dismiss it.`,
		);
	}
	return { id, store: exception.store, ...(yield* retry(exception)) };
}

const retries: Readonly<Record<string, (exception: LedgerException) => Work<Retried>>> = {
	unknown_location: importAgain,
	update_refused: sendAgain,
	update_not_sent: sendAgain,
	stock_refused: offerAgain,
	listing_sku_changed: takeOver,
	feed_unclear: sendFeedAgain,
	order_not_read: askAgain,
} satisfies Partial<Record<ExceptionDraft['kind'], unknown>>;

/** The exception holds the whole order: it comes in under the settings in force. */
function* importAgain({ store: code, reference, payload }: LedgerException): Work<Retried> {
	const store = yield* storeInTurn(code);
	const order = payload as Order;
	const hubStatus = mapStatus(order, store.settings.channelStatusMap);
	const outcomes = yield* importRecords(store, [{ ...order, hubStatus }]);
	return { did: 'imported', order: reference, outcomes };
}

const onlyOnChannel: readonly string[] = [
	'unreadable',
	'order_edited',
] satisfies readonly ExceptionDraft['kind'][];

/** Only the channel has the order whole: the workflow reads it by id, and the exception closes when it comes in well. */
function toRead({ id, store, reference, payload }: LedgerException): ExceptionRetried {
	if (reference === contentHash(payload)) {
		throw refused(
			`Exception ${id} is about a record without an order id, so it cannot be read again. Correct it on the channel, then dismiss this.`,
		);
	}
	return { id, store, did: 'read', order: reference, outcomes: [] };
}

function* sendAgain({ id, reference }: LedgerException): Work<Retried> {
	const order = yield* requeue(Number(reference));
	yield* close(id);
	return { did: 'requeued', order, outcomes: [] };
}

/** The workflow that reads orders again gets it with the next tick. */
function* askAgain({ id, store, reference }: LedgerException): Work<Retried> {
	yield* askOrders(store, [reference]);
	yield* close(id);
	return { did: 'asked', order: reference, outcomes: [] };
}

/** The next push hands the figure out again. */
function* offerAgain({ id, store, payload }: LedgerException): Work<Retried> {
	const { sku, listing, location } = payload as StockFigure & { readonly sku: string };
	yield* run(
		'UPDATE published SET refused = NULL WHERE store = ? AND sku = ? AND listing = ? AND location = ?',
		store,
		sku,
		listing,
		location,
	);
	yield* close(id);
	return { did: 'requeued', order: null, outcomes: [] };
}

function* sendFeedAgain({ id, reference }: LedgerException): Work<Retried> {
	yield* resendFeed(Number(reference));
	yield* close(id);
	return { did: 'requeued', order: null, outcomes: [] };
}

function* takeOver(exception: LedgerException): Work<Retried> {
	yield* followChannel(exception);
	return { did: 'linked', order: null, outcomes: [] };
}

const close = (id: number): Work<void> =>
	run("UPDATE exceptions SET state = 'resolved' WHERE id = ?", id);
