import { operationTable } from '../shared/operationTable';
import { channelSummaryOperations } from './channelSummaryOperations';
import { channelUpdateOperations } from './channelUpdateOperations';
import { exceptionOperations } from './exceptionOperations';
import { hubOperations } from './hubOperations';
import { invoiceOperations } from './invoiceOperations';
import { listingOperations } from './listingOperations';
import { manifestOperations } from './manifestOperations';
import { orderOperations } from './orderOperations';
import { parcelOperations } from './parcelOperations';
import { priceOperations } from './priceOperations';
import { returnOperations } from './returnOperations';
import { ruleSetOperations } from './ruleSetOperations';
import { skuOperations } from './skuOperations';
import { stockOperations } from './stockOperations';
import { storeOperations } from './storeOperations';
import { syncOperations } from './syncOperations';

export const operations = operationTable({
	...channelSummaryOperations,
	...channelUpdateOperations,
	...exceptionOperations,
	...hubOperations,
	...invoiceOperations,
	...listingOperations,
	...manifestOperations,
	...orderOperations,
	...parcelOperations,
	...priceOperations,
	...returnOperations,
	...ruleSetOperations,
	...skuOperations,
	...stockOperations,
	...storeOperations,
	...syncOperations,
});
