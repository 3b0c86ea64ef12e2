import { amazonSellerFlex } from './amazonSellerFlex/connector';
import { babyshop } from './babyshop/connector';
import type { ChannelConnector } from './connector';
import { ikas } from './ikas/connector';
import { shopify } from './shopify/connector';

/** Every outside system by its name. */
export const channels = { amazonSellerFlex, babyshop, ikas, shopify } as const satisfies Record<
	string,
	ChannelConnector
>;
