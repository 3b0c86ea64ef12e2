import type { IExecuteFunctions } from 'n8n-workflow';
import { holdReasons, hubStatuses } from '../../domain/hubStatus';
import type { OrderFilter } from '../../ledger/orderShapes';
import { listed, oneOf, text, whole } from '../shared/parameters';
import { fulfilmentsOf } from '../shared/runItems';
import {
	changes,
	changesMany,
	changesOrder,
	gives,
	givesOrder,
	hub,
	limit,
	lists,
	orderId,
	shownOrder,
	store,
} from './calls';
import { editOf } from './editOf';
import { importOrders } from './importOrders';
import { byWhom, reasonOf, statusDetail, statusOf } from './statusDetail';

export const orderOperations = {
	'order:archiveClosed': changesMany(async (ledger, context, item) => {
		const days = whole(context, 'closedDays', item);
		const asked = { days, limit: limit(context, item) };
		const { archived } = await ledger.archiveClosed(store(context, item), asked);
		return archived.map((order) => shownOrder(order, context, item));
	}),
	'order:assignHub': changesOrder((ledger, ...at) =>
		ledger.assignHub(store(...at), orderId(...at), hub(...at), byWhom(...at)),
	),
	'order:approve': changesOrder((ledger, ...at) =>
		ledger.approveOrder(store(...at), orderId(...at), byWhom(...at)),
	),
	'order:cancel': changesOrder((ledger, ...at) =>
		ledger.changeStatus(store(...at), orderId(...at), 'cancelled', {
			reason: reasonOf(...at),
			by: byWhom(...at),
		}),
	),
	'order:cancelOverdue': changesMany(async (ledger, ...at) => {
		const { cancelled } = await ledger.cancelOverdue(store(...at), limit(...at));
		return cancelled;
	}),
	'order:changeStatus': changesOrder((ledger, ...at) =>
		ledger.changeStatus(store(...at), orderId(...at), statusOf(...at), {
			...statusDetail(...at, 'options.parcelId'),
			reason: reasonOf(...at),
		}),
	),
	'order:claimAsked': lists((ledger, ...at) => ledger.claimAskedOrders(store(...at), limit(...at))),
	'order:edit': changes(async (ledger, ...at) => {
		const order = await ledger.editOrder(
			store(...at),
			orderId(...at),
			editOf(...at),
			byWhom(...at),
		);
		return { ...shownOrder(order, ...at), notTold: order.notTold };
	}),
	'order:get': givesOrder((ledger, ...at) => ledger.getOrder(store(...at), orderId(...at))),
	'order:getLog': lists((ledger, ...at) =>
		ledger.getOrderLog(store(...at), orderId(...at), limit(...at)),
	),
	'order:getMany': lists(async (ledger, ...at) => {
		const orders = await ledger.getOrders(filterOf(...at));
		return orders.map((order) => shownOrder(order, ...at));
	}),
	'order:hold': changesOrder((ledger, ...at) =>
		ledger.changeStatus(store(...at), orderId(...at), 'on_hold', { by: byWhom(...at) }),
	),
	'order:import': importOrders,
	'order:importFulfilments': gives((ledger, ...at) =>
		ledger.importFulfilments(fulfilmentsOf(...at)),
	),
	'order:release': changesOrder((ledger, ...at) =>
		ledger.releaseOrder(store(...at), orderId(...at), byWhom(...at)),
	),
	'order:requestSync': changesMany((ledger, ...at) =>
		ledger.askOrders(store(...at), orderIds(...at), byWhom(...at)),
	),
	'order:restore': changesOrder((ledger, ...at) =>
		ledger.restoreOrder(store(...at), orderId(...at), byWhom(...at)),
	),
	'order:routeByHand': changesOrder((ledger, ...at) =>
		ledger.routeByHand(store(...at), orderId(...at), hub(...at), byWhom(...at)),
	),
};

/** Typed with commas or line by line, or a list that an expression gave. */
const orderIds = (context: IExecuteFunctions, item: number) =>
	listed(context.getNodeParameter('orderIds', item)).flatMap((ids) => ids.split(/\s+/));

function filterOf(context: IExecuteFunctions, item: number): OrderFilter {
	const status = text(context, 'filters.status', item);
	const holdReason = text(context, 'filters.holdReason', item);
	return {
		store: store(context, item),
		status: status === '' ? undefined : oneOf(hubStatuses, status, 'status'),
		holdReason: holdReason === '' ? undefined : oneOf(holdReasons, holdReason, 'holdReason'),
		number: text(context, 'filters.number', item) || undefined,
		hub: text(context, 'filters.hub', item) || undefined,
		limit: limit(context, item),
	};
}
