import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import {
	returnKinds,
	returnStates,
	type LedgerReturn,
	type ReturnChecked,
	type ReturnDraft,
	type ReturnFilter,
	type ReturnOrderDraft,
} from '../../ledger/returnShapes';
import { count, flag, oneOf, rowsOf, text } from '../shared/parameters';
import { changes, gives, limit, lists, orderId, store } from './calls';
import { byWhom, trackingOf } from './statusDetail';

type At = [context: IExecuteFunctions, item: number];

const code = (...[context, item]: At) => text(context, 'returnCode', item);

const given = ([context, item]: At, name: string) => text(context, name, item) || null;

export const returnOperations = {
	'return:approve': changes((ledger, ...at) =>
		ledger.approveReturn(
			code(...at),
			{ lines: linesOf('options.lines', ...at), refundable: given(at, 'options.amount') },
			byWhom(...at),
		),
	),
	'return:createRequest': changes((ledger, ...at) =>
		ledger.requestReturn(draftOf(...at), byWhom(...at)),
	),
	'return:createReturnOrder': changes((ledger, ...at) =>
		ledger.orderReturn(code(...at), returnOrderOf(...at), byWhom(...at)),
	),
	'return:get': gives(async (ledger, ...at) =>
		shownReturn(await ledger.getReturn(code(...at)), ...at),
	),
	'return:getMany': lists(async (ledger, ...at) =>
		(await ledger.getReturns(filterOf(...at))).map((one) => shownReturn(one, ...at)),
	),
	'return:markRefunded': changes((ledger, ...at) =>
		ledger.markRefunded(code(...at), given(at, 'options.amount'), byWhom(...at)),
	),
	'return:qualityCheck': changes((ledger, ...at) =>
		ledger.checkReturn(code(...at), checkedOf(...at), byWhom(...at)),
	),
	'return:receive': changes((ledger, ...at) => ledger.receiveReturn(code(...at), byWhom(...at))),
	'return:reject': changes((ledger, ...at) =>
		ledger.rejectReturn(code(...at), text(at[0], 'rejectReason', at[1]), byWhom(...at)),
	),
};

/** Simplified, a return comes without its times and reasons. */
function shownReturn(whole: LedgerReturn, ...[context, item]: At) {
	if (!flag(context, 'simple', item)) return whole;
	const { code: name, store: of, order, number, kind, state, hub, tracking, refund, lines } = whole;
	return { code: name, store: of, order, number, kind, state, hub, tracking, refund, lines };
}

const linesOf = (name: string, ...[context, item]: At) =>
	rowsOf(context, name, item, ['line', 'quantity', 'reason']).map(({ line, quantity, reason }) => ({
		...{ line, reason },
		quantity: count(quantity, 'quantity'),
	}));

const draftOf = (...at: At): ReturnDraft => ({
	store: store(...at),
	order: orderId(...at),
	code: given(at, 'options.code'),
	kind: oneOf(returnKinds, text(at[0], 'kind', at[1]), 'kind'),
	reason: text(at[0], 'reason', at[1]),
	lines: linesOf('options.lines', ...at),
});

function returnOrderOf(...at: At): ReturnOrderDraft {
	const tracking = trackingOf(...at, 'options.trackingNumber');
	const { number, carrier, url } = tracking;
	if (number === '' && (carrier !== null || url !== null)) {
		throw refused(
			'A carrier or a link was given without a tracking number. Enter the number, too.',
		);
	}
	return {
		hub: given(at, 'options.hub'),
		returnOrder: given(at, 'options.returnOrder'),
		tracking: number === '' ? null : tracking,
	};
}

function checkedOf(...[context, item]: At): ReturnChecked {
	const found = oneOf(['passed', 'failed', 'lines'], text(context, 'found', item), 'found');
	if (found === 'failed') return { all: found, restock: false };
	if (found === 'passed') return { all: found, restock: flag(context, 'restock', item) };
	return rowsOf(context, 'lines', item, ['line', 'passed', 'failed', 'restock']).map((row) => ({
		line: row.line,
		passed: count(row.passed, 'passed'),
		failed: count(row.failed, 'failed'),
		restock: oneOf(['true', 'false'], row.restock, 'restock') === 'true',
	}));
}

function filterOf(...at: At): ReturnFilter {
	const state = given(at, 'filters.state');
	return {
		store: store(...at),
		order: given(at, 'filters.order') ?? undefined,
		state: state === null ? undefined : oneOf(returnStates, state, 'state'),
		limit: limit(...at),
	};
}
