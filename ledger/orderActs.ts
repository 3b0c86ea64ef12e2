import { refused } from '../domain/failure';
import { holdReasonLabel } from '../domain/holdReason';
import { hubStatusLabel } from '../domain/hubStatus';
import { mapBack } from '../domain/statusMap';
import { askOrders, namedOrders } from './askedOrders';
import type { Act, Confirmation, Done } from './confirmationShapes';
import { candidateHub } from './candidates';
import { storeOf } from './lookups';
import { changeStatus } from './moving';
import { orderRow, type OrderRow } from './orders';
import type { LedgerOrder } from './orderShapes';
import { routeByHand } from './placing';
import {
	approve,
	approveOrder,
	byHand,
	checkHeldFor,
	checkOnHold,
	release,
	releaseOrder,
} from './releasing';
import type { Store } from './storeShapes';
import type { Work } from './statement';

type About = Pick<Confirmation, 'store' | 'question' | 'about'>;
type Row = Confirmation['about'][number];

const about = (order: OrderRow, question: string, ...more: readonly Row[]): About => ({
	store: order.store,
	question,
	about: [
		['Store', order.store],
		['Order', order.number],
		['Placed', order.placed_at],
		['Stands', hubStatusLabel(order.status)],
		...(order.hold_reason === null
			? []
			: [['Held for', holdReasonLabel(order.hold_reason)] as const]),
		...more,
	],
});

export function* askRelease({ store, order: id }: Act<'release'>): Work<About> {
	const order = yield* orderRow(store, id);
	checkHeldFor(order, release);
	return about(order, 'Take this order up again, and route it now?');
}

export function* goRelease({ store, order }: Act<'release'>, by: string | null): Work<Done> {
	return routed(store, yield* releaseOrder(store, order, by));
}

export function* askApprove({ store, order: id }: Act<'approve'>): Work<About> {
	const order = yield* orderRow(store, id);
	checkHeldFor(order, approve);
	return about(order, 'Approve this order, and route it now?');
}

export function* goApprove({ store, order }: Act<'approve'>, by: string | null): Work<Done> {
	return routed(store, yield* approveOrder(store, order, by));
}

function routed(store: string, { number, status, holdReason, hub }: LedgerOrder): Done {
	if (status !== 'on_hold') {
		const at = hub === null ? '' : ` at hub ${hub}`;
		return { store, isDone: true, said: `Order ${number} is ${hubStatusLabel(status)} now${at}.` };
	}
	const why = holdReason === null ? 'nobody knows why' : holdReasonLabel(holdReason);
	const said = `Order ${number} was routed again and stays on hold: ${why}.`;
	return { store, isDone: false, said };
}

export function* askRoute({ store: code, order: id, hub }: Act<'route'>): Work<About> {
	const order = yield* orderRow(code, id);
	checkHeldFor(order, byHand);
	const { name } = yield* candidateHub(yield* storeOf(code), order.number, hub);
	return about(order, 'Let this hub ship the order?', ['Hub', `${name} (${hub})`]);
}

export function* goRoute({ store, order, hub }: Act<'route'>, by: string | null): Work<Done> {
	return routed(store, yield* routeByHand(store, order, hub, by));
}

export function* askCancel({ store: code, order: id }: Act<'cancel'>): Work<About> {
	const order = yield* orderRow(code, id);
	checkOnHold(order, 'cancelled');
	return about(order, 'Cancel this order?', ['The channel', toldOf(yield* storeOf(code))]);
}

const toldOf = ({ channel, settings }: Store): string => {
	const word = mapBack('cancelled', settings.workspaceStatusMap);
	return settings.automatedCancellation && word !== null
		? `${channel} is told: ${word}`
		: `${channel} is not told: cancel it there, too`;
};

export function* goCancel(
	{ store, order: id }: Act<'cancel'>,
	by: string | null,
	why: string,
): Work<Done> {
	const order = yield* orderRow(store, id);
	checkOnHold(order, 'cancelled');
	if (why.trim() === '') {
		throw refused(`Order ${order.number} was not cancelled: the reason is blank. Say why.`);
	}
	const { number, status } = yield* changeStatus(store, id, 'cancelled', {
		reason: order.hold_reason === 'inventory_not_present' ? 'out_of_stock' : undefined,
		...{ by, note: `cancelled: ${why.trim()}` },
	});
	return status === 'cancelled'
		? { store, isDone: true, said: `Order ${number} is cancelled.` }
		: { store, isDone: true, said: `The channel is asked to cancel order ${number} first.` };
}

export function* askResync({ store, orders }: Act<'resync'>): Work<About> {
	const asked = yield* namedOrders(store, orders);
	const known = asked.filter(({ isKnown }) => isKnown).length;
	const ids = asked.map(({ order }) => order);
	return {
		store,
		question: 'Read these orders from the channel again?',
		about: [
			['Store', store],
			['Orders', ids.join(', ')],
			['In the hub', `${known} of ${ids.length}`],
		],
	};
}

export function* goResync({ store, orders }: Act<'resync'>, by: string | null): Work<Done> {
	const asked = yield* askOrders(store, orders, by);
	const said = `${asked.length} to be read again. The workflow "resync orders" of the channel does so within a minute.`;
	return { store, isDone: true, said };
}
