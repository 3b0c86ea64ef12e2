import type { ChannelConnector } from '../connector';
import { decided } from './deciding';
import { batch, push } from './pushing';
import { rowFault } from './stockRow';

/** Babyshop shows no stock: what it was told last, and approved, is all that is known of it. */
export const stock = {
	batch,
	push,
	decided,
	faultOf: rowFault,
} satisfies NonNullable<ChannelConnector['stock']>;
