import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { slidingWindow } from '../quota';
import { random, uuid } from '../random';
import { tokens } from '../tokens';
import { catalog } from './catalog';
import { penalties } from './penalties';
import { shop } from './shop';
import { moveStock } from './stockFlow';
import { accessToken } from './tokens';
import type {
	IkasAsked,
	IkasCredential,
	IkasLocation,
	IkasMerchant,
	IkasOptions,
	IkasOutcome,
	IkasSwitches,
} from './types';

/** All that the hub needs. */
const neededScopes = [
	'READ_ORDERS',
	'READ_PRODUCTS',
	'READ_INVENTORIES',
	'WRITE_ORDERS',
	'WRITE_INVENTORIES',
];

const defaultCredential: IkasCredential = {
	clientId: '7d1f3c52-9a44-4a3e-8a53-6f0f4b1f2c11',
	clientSecret: 's_sandbox_secret',
};

const defaultMerchant: IkasMerchant = {
	id: 'b9c5c0de-2a63-4f0e-9d3c-0d5a3a1b7e10',
	storeName: 'lale-giyim',
	merchantName: 'Lale Giyim',
	email: 'lale@example.com',
};

const defaultLocations: readonly IkasLocation[] = [
	{ id: '1f7e0d0a-5d0e-4b52-a7a1-0d1a5f0c0034', name: 'İstanbul Depo', city: 'İstanbul' },
	{ id: '1f7e0d0a-5d0e-4b52-a7a1-0d1a5f0c0006', name: 'Ankara Mağaza', city: 'Ankara' },
	{ id: '1f7e0d0a-5d0e-4b52-a7a1-0d1a5f0c0035', name: 'İzmir Mağaza', city: 'İzmir' },
];

/** 50 requests in 10 s; that the limit is per app and counts logins is a guess (reference/ikas.md 5). */
const documentedQuota = { calls: 50, perMs: 10_000 };

/** Everything that `reset` begins anew. */
export const world = (options: IkasOptions, clock: Clock) => {
	const seeded = random(options.seed ?? 1);
	const salesChannel = { id: uuid(seeded), name: 'Web Sitesi' };
	const credentials = options.credentials ?? [defaultCredential];
	const player = faultPlayer();
	const settings = {
		merchant: options.merchant ?? defaultMerchant,
		locations: options.locations ?? defaultLocations,
		scopes: new Map(credentials.map(({ clientId, scopes }) => [clientId, scopes ?? neededScopes])),
	};
	const { movesStock = true } = options;
	const switches: IkasSwitches = options;
	const goods = catalog({
		salesChannelId: salesChannel.id,
		now: clock.now,
		locations: () => settings.locations,
	});
	const quota = options.quota === undefined ? documentedQuota : options.quota;
	return {
		credentials,
		salesChannel,
		settings,
		faults: player,
		tokens: tokens(clock.now, accessToken),
		log: callLog<IkasAsked, IkasOutcome>(clock.now),
		takeQuota: quota ? slidingWindow(quota, clock.elapsed) : () => 0,
		penalties: options.penalties ? penalties(clock.now) : null,
		ignoresSort: options.ignoresSort ?? false,
		overQuota: 0,
		catalog: goods,
		shop: shop({
			random: seeded,
			now: clock.now,
			lateness: player.lateness,
			moved(change) {
				if (movesStock) moveStock(goods, settings.locations, change);
			},
			surroundings: () => ({ ...settings, salesChannel, switches, sold: goods.sold }),
		}),
	};
};

export type World = ReturnType<typeof world>;
