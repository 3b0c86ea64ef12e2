import { customerMutations } from './customerMutations';
import { fulfillmentMutations } from './fulfillmentMutations';
import { orderEditMutations } from './orderEditMutations';
import { orderMutations } from './orderMutations';
import type { RootField } from './resolve';
import { stockMutations } from './stockMutations';
import { webhookMutations } from './webhookMutations';

/** What a client may change. */
export const mutations: Readonly<Record<string, RootField>> = {
	...orderMutations,
	...orderEditMutations,
	...fulfillmentMutations,
	...stockMutations,
	...customerMutations,
	...webhookMutations,
};
