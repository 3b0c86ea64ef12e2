import type { IExecuteFunctions } from 'n8n-workflow';
import type { StockAdjustment, StockCount } from '../../ledger/stockShapes';
import { change, count, listed, momentOf, option, runOf, text, whole } from '../shared/parameters';
import { changesMany, gives, hub, limit, lists, store } from './calls';
import { levelsOf, omsStockOf, receiptsOf } from '../shared/runItems';

const seller = (context: IExecuteFunctions, item: number) => text(context, 'seller', item);
const sku = (context: IExecuteFunctions, item: number) => text(context, 'sku', item);

export const stockOperations = {
	'stock:adjust': changesMany((ledger, ...at) => ledger.adjustStock([adjustmentOf(...at)])),
	'stock:compare': gives((ledger, ...at) => ledger.compareStock(levelsOf(...at))),
	'stock:confirm': gives((ledger, ...at) => ledger.confirmStock(receiptsOf(...at))),
	'stock:get': lists((ledger, ...at) => ledger.getStock(seller(...at), sku(...at))),
	'stock:getAvailability': lists((ledger, ...at) =>
		ledger.getAvailability(store(...at), listed(at[0].getNodeParameter('skus', at[1]))),
	),
	'stock:getChanges': gives((ledger, context, item) =>
		ledger.getStockChanges(
			runOf(context, item),
			count(option(context, 'most', item) ?? 1000, 'most'),
		),
	),
	'stock:getDrift': lists((ledger, ...at) => ledger.getDrift(store(...at), limit(...at))),
	'stock:getSafetyStock': lists((ledger, ...at) =>
		ledger.getSafetyStock(store(...at), limit(...at)),
	),
	'stock:importPage': gives((ledger, ...at) => ledger.importStock(omsStockOf(...at))),
	'stock:set': changesMany((ledger, ...at) => ledger.setStock([countOf(...at)])),
};

function countOf(context: IExecuteFunctions, item: number): StockCount {
	const safetyStock = option(context, 'safetyStock', item);
	return {
		seller: seller(context, item),
		sku: sku(context, item),
		hub: hub(context, item),
		onHand: whole(context, 'onHand', item),
		safetyStock: safetyStock === null ? undefined : count(safetyStock, 'safetyStock'),
		asOf: momentOf(context, 'options.asOf', item) ?? undefined,
	};
}

const adjustmentOf = (context: IExecuteFunctions, item: number): StockAdjustment => ({
	seller: seller(context, item),
	sku: sku(context, item),
	hub: hub(context, item),
	change: change(context, 'change', item),
	reason: text(context, 'reason', item),
	reference: text(context, 'options.reference', item) || null,
});
