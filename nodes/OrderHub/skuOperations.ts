import { text } from '../shared/parameters';
import { boxOf } from './boxOf';
import { changesMany } from './calls';

export const skuOperations = {
	'sku:setBox': changesMany(async (ledger, ...at) => {
		const [context, item] = at;
		const seller = text(context, 'seller', item);
		const boxes = await ledger.setBoxes(seller, [
			{ sku: text(context, 'sku', item), box: boxOf(...at) },
		]);
		return boxes.map(({ sku, box }) => ({ seller, sku, ...box }));
	}),
};
