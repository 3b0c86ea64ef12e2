import type { IExecuteFunctions } from 'n8n-workflow';
import { hubStatuses } from '../../domain/hubStatus';
import { strategies } from '../../domain/routing';
import type { Ledger } from '../../ledger/ledger';
import type { LedgerOrder } from '../../ledger/shapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { operationTable } from '../shared/operationTable';
import { count, flag, oneOf, option, rowsOf, text, whole } from '../shared/parameters';
import { many, one } from '../shared/row';
import { importOrders } from './importOrders';
import { beginSync, endSync } from './sync';

type Call = (ledger: Ledger, context: IExecuteFunctions, item: number) => Promise<object>;

const gives = (call: Call) =>
	eachItem(async (context, item) => one(await call(await ledgerOf(context), context, item)));

const lists = (call: (...of: Parameters<Call>) => Promise<readonly object[]>) =>
	eachItem(async (context, item) => many(await call(await ledgerOf(context), context, item)));

const code = (context: IExecuteFunctions, item: number) => text(context, 'code', item);
const store = (context: IExecuteFunctions, item: number) => text(context, 'store', item);
const orderId = (context: IExecuteFunctions, item: number) => text(context, 'orderId', item);
const limit = (context: IExecuteFunctions, item: number) => whole(context, 'limit', item);

export const operations = operationTable({
	'exception:getMany': lists((ledger, ...at) => ledger.getExceptions(store(...at), limit(...at))),
	'hub:getMany': lists((ledger) => ledger.getHubs()),
	'hub:save': gives((ledger, context, item) =>
		ledger.saveHub({
			code: code(context, item),
			name: text(context, 'name', item),
			active: flag(context, 'active', item),
			latitude: degrees(context, 'latitude', item),
			longitude: degrees(context, 'longitude', item),
		}),
	),
	'order:changeStatus': gives((ledger, ...at) =>
		ledger.changeStatus(store(...at), orderId(...at), statusOf(text(at[0], 'status', at[1]))),
	),
	'order:get': gives(async (ledger, ...at) =>
		shown(await ledger.getOrder(store(...at), orderId(...at)), flag(at[0], 'simple', at[1])),
	),
	'order:getMany': lists(async (ledger, context, item) => {
		const status = text(context, 'filters.status', item);
		const orders = await ledger.getOrders({
			store: store(context, item),
			status: status === '' ? undefined : statusOf(status),
			number: text(context, 'filters.number', item) || undefined,
			limit: limit(context, item),
		});
		return orders.map((order) => shown(order, flag(context, 'simple', item)));
	}),
	'order:import': importOrders,
	'parkedOrder:getMany': lists((ledger, ...at) => ledger.getParked(store(...at), limit(...at))),
	'ruleSet:save': gives((ledger, context, item) =>
		ledger.saveRuleSet({ code: code(context, item), rules: rulesOf(context, item) }),
	),
	'seller:save': gives((ledger, ...at) =>
		ledger.saveSeller({ code: code(...at), name: text(at[0], 'name', at[1]) }),
	),
	'stock:get': lists((ledger, context, item) =>
		ledger.getStock(text(context, 'seller', item), text(context, 'sku', item)),
	),
	'stock:set': lists((ledger, context, item) => ledger.setStock([countOf(context, item)])),
	'store:get': gives((ledger, ...at) => ledger.getStore(store(...at))),
	'store:getConfigurationLog': lists((ledger, ...at) => ledger.getConfigurationLog(store(...at))),
	'store:getMany': lists((ledger) => ledger.getStores()),
	'sync:begin': beginSync,
	'sync:end': endSync,
	'sync:getSummary': gives((ledger, ...at) => ledger.getSyncSummary(store(...at), 'orders')),
});

const statusOf = (given: string) => oneOf(hubStatuses, given, 'status');

const shown = ({ order, ...kept }: LedgerOrder, simple: boolean) =>
	simple ? kept : { ...kept, order };

function degrees(context: IExecuteFunctions, name: string, item: number): number | null {
	const given: unknown = context.getNodeParameter(`coordinates.${name}`, item, null);
	return given === null ? null : Number(given);
}

const rulesOf = (context: IExecuteFunctions, item: number) =>
	rowsOf(context, 'rules', item, ['name', 'strategy', 'hubs']).map(({ name, strategy, hubs }) => ({
		name,
		strategy: oneOf(strategies, strategy, 'strategy'),
		...(hubs === '' ? {} : { hubs: hubs.split(',').map((hub) => hub.trim()) }),
	}));

function countOf(context: IExecuteFunctions, item: number) {
	const safetyStock = option(context, 'safetyStock', item);
	return {
		seller: text(context, 'seller', item),
		sku: text(context, 'sku', item),
		hub: text(context, 'hub', item),
		onHand: whole(context, 'onHand', item),
		...(safetyStock === null ? {} : { safetyStock: count(safetyStock, 'safetyStock') }),
	};
}
