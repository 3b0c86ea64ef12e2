import { bulkMutations } from './bulkMutations';
import { customerMutations } from './customerMutations';
import { fulfillmentMutations } from './fulfillmentMutations';
import { orderEditMutations } from './orderEditMutations';
import { orderMutations } from './orderMutations';
import type { RootField } from './resolve';
import { stockMutations } from './stockMutations';
import { tagMutations } from './tagMutations';
import { webhookMutations } from './webhookMutations';

/** What a client may change. */
export const mutations: Readonly<Record<string, RootField>> = {
	...orderMutations,
	...tagMutations,
	...orderEditMutations,
	...fulfillmentMutations,
	...stockMutations,
	...customerMutations,
	...webhookMutations,
	...bulkMutations,
};
