import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { slidingWindow } from '../quota';
import { random } from '../random';
import { tokens } from '../tokens';
import { SandboxRefusal } from '../wire';
import type { IconicAsked, IconicOutcome } from './callTypes';
import { catalog } from './catalog';
import { exportsOf } from './exports';
import { feeds } from './feeds';
import { orders } from './orders';
import { providerIn, usualProviders } from './providers';
import { usualReasons } from './reasons';
import { accessToken } from './signIn';
import { stock } from './stock';
import type { IconicCredential, IconicFaults, IconicOptions, IconicProvider } from './types';

const defaultCredentials: readonly IconicCredential[] = [
	{ clientId: 'iconic-sandbox', clientSecret: 'sandbox+secret&%' },
];

/** Per seller (reference/the-iconic-sellercenter.md 4). */
const documentedQuota = { calls: 30, perMs: 1000 };

interface Settings
	extends Required<
		Pick<
			IconicOptions,
			'seller' | 'providers' | 'reasons' | 'offersShipped' | 'cancelsPackage' | 'trackingMs'
		>
	> {
	providers: readonly IconicProvider[];
	/** Operations that are answered with 403. */
	forbidden: readonly string[];
	/** Epoch ms at which the maintenance ends. */
	maintainedUntil: number;
}

const settingsOf = (options: IconicOptions): Settings => ({
	seller: options.seller ?? { id: 4711, name: 'Example Outfitters' },
	providers: options.providers ?? usualProviders,
	reasons: options.reasons ?? usualReasons,
	offersShipped: options.offersShipped ?? true,
	cancelsPackage: options.cancelsPackage ?? true,
	trackingMs: options.trackingMs ?? 0,
	forbidden: [],
	maintainedUntil: 0,
});

/** Everything that `reset` begins anew. */
export const world = (options: IconicOptions, clock: Clock) => {
	const { now } = clock;
	const { seed = 1, credentials = defaultCredentials } = options;
	const [credential] = credentials;
	if (!credential) throw new SandboxRefusal('the sandbox needs a credential');
	const settings = settingsOf(options);
	const { seller } = settings;
	const seeded = random(seed);
	const faults = faultPlayer<IconicFaults>();
	const goods = catalog({ sellerId: seller.id, now });
	const figures = stock(goods, options.stockFalls ?? 'shipped');
	const quota = options.quota === undefined ? documentedQuota : options.quota;
	const provider = (name: string | null | undefined) => providerIn(settings.providers)(name);
	const jobFails = () => faults.happens('jobFails');
	const writing = { sellerId: seller.id, provider, offersShipped: settings.offersShipped };
	return {
		settings,
		credentials,
		credential,
		now,
		random: seeded,
		faults,
		provider,
		writing,
		tokens: tokens(now, accessToken(seed)),
		log: callLog<IconicAsked, IconicOutcome>(now),
		takeQuota: quota ? slidingWindow(quota, clock.elapsed) : () => 0,
		quotaHits: 0,
		catalog: goods,
		stock: figures,
		exports: exportsOf({ random: seeded, now, workMs: options.exportMs ?? 2000, jobFails }),
		feeds: feeds({ random: seeded, now, workMs: options.feedMs ?? 3000, jobFails, catalog: goods }),
		orders: orders({
			...writing,
			random: seeded,
			now,
			lateness: faults.lateness,
			goods: goods.withSku,
			usualProvider: () => settings.providers.find((one) => one.default)?.name ?? null,
			onChange: figures.follow,
		}),
	};
};

export type World = ReturnType<typeof world>;
