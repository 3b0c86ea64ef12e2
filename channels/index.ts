import { amazonSellerFlex } from './amazonSellerFlex/connector';
import { babyshop } from './babyshop/connector';
import type { ChannelConnector } from './connector';
import { ikas } from './ikas/connector';
import { oker } from './oker/connector';
import { omniful } from './omniful/connector';
import { shopify } from './shopify/connector';
import { theIconic } from './theIconic/connector';
import { uniware } from './uniware/connector';

/** Every outside system by its name. */
export const channels = {
	amazonSellerFlex,
	babyshop,
	ikas,
	oker,
	omniful,
	shopify,
	theIconic,
	uniware,
} as const satisfies Record<string, ChannelConnector>;
