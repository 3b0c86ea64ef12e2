import type { ChannelConnector } from '../connector';
import { batch, push } from './pushing';
import { rowFault } from './stockRow';

/** By listing and warehouse. The catalog shows one figure for all warehouses, so there is nothing to compare with. */
export const stock = {
	batch,
	push,
	faultOf: rowFault,
} satisfies NonNullable<ChannelConnector['stock']>;
