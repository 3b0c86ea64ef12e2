import { amazonSellerFlex } from '../channels/amazonSellerFlex/connector';
import { babyshop } from '../channels/babyshop/connector';
import type { ChannelConnector } from '../channels/connector';
import { ikas } from '../channels/ikas/connector';
import { oker } from '../channels/oker/connector';
import { theIconic } from '../channels/theIconic/connector';
import type { Quota } from '../domain/quota';
import { amazonShop } from '../test/channels/amazonShop';
import { babyshopShop } from '../test/channels/babyshopShop';
import { iconicShop } from '../test/channels/iconicShop';
import { ikasShop } from '../test/channels/ikasShop';
import { okerShop } from '../test/channels/okerShop';
import type { TestShop } from '../test/channels/testShop';

export interface Called {
	readonly kind?: string;
	readonly status: number;
	readonly code?: unknown;
	readonly wallAt: number;
}

export interface Walked extends TestShop {
	readonly sandbox: { calls(): readonly Called[] };
}

export interface Walk {
	readonly connector: ChannelConnector & Required<Pick<ChannelConnector, 'orders'>>;
	/** Of each operation that brings orders in, the scarcest first; '' where all are counted together. */
	readonly quotas: Readonly<Record<string, Quota>>;
	open(): Promise<Walked>;
}

const babyshopQuota = { calls: 40, perMs: 300_000 };
const okerQuota = { calls: 300, perMs: 60_000 };

export const walks: readonly Walk[] = [
	{
		connector: amazonSellerFlex,
		quotas: { getShipments: { calls: 1, perMs: 500 } },
		open: () => amazonShop({ quotas: undefined }),
	},
	{
		connector: oker,
		quotas: { '': okerQuota },
		open: () => okerShop({ quota: okerQuota }, { callsPerMinute: String(okerQuota.calls) }),
	},
	{
		connector: babyshop,
		quotas: { orderFetch: babyshopQuota, orderList: babyshopQuota },
		open: () => babyshopShop({ quota: babyshopQuota }),
	},
	{
		connector: ikas,
		quotas: { '': ikas.quota },
		open: () => ikasShop({ quota: undefined }),
	},
	{
		connector: theIconic,
		quotas: { '': theIconic.quota },
		open: () => iconicShop({ quota: undefined }),
	},
];
