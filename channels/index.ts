import { amazonSellerFlex } from './amazonSellerFlex/connector';
import { babyshop } from './babyshop/connector';
import type { ChannelConnector } from './connector';
import { ikas } from './ikas/connector';
import { theIconic } from './theIconic/connector';

/** Every outside system by its name. */
export const channels = { amazonSellerFlex, babyshop, ikas, theIconic } as const satisfies Record<
	string,
	ChannelConnector
>;
