import { createHash } from 'node:crypto';
import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { slidingWindow } from '../quota';
import { type TokenKind, tokens } from '../tokens';
import { SandboxRefusal } from '../wire';
import type { OkerAsked, OkerOutcome } from './callTypes';
import { catalog } from './catalog';
import { answersByKey } from './idempotency';
import { orders } from './orders';
import type {
	OkerCapabilities,
	OkerCredential,
	OkerFaults,
	OkerLimits,
	OkerOptions,
	OkerWarehouse,
} from './types';

const defaultCredentials: readonly OkerCredential[] = [
	{ username: 'seller-042', password: 'sandbox+secret&%' },
];

const defaultWarehouses: readonly OkerWarehouse[] = [
	{ code: 'OKR-W1', name: 'North warehouse', active: true },
	{ code: 'OKR-W2', name: 'City store', active: true },
];

const everything: OkerCapabilities = {
	idempotencyKey: true,
	pack: true,
	warehouses: true,
	facilityFilter: true,
	updatedSince: true,
	shipmentDetails: true,
	fetchManifest: true,
	acknowledge: true,
	partialCancel: false,
	labelPdf: true,
};

const nothing: OkerCapabilities = {
	...everything,
	idempotencyKey: false,
	pack: false,
	warehouses: false,
	facilityFilter: false,
	updatedSince: false,
	shipmentDetails: false,
	fetchManifest: false,
	acknowledge: false,
	labelPdf: false,
};

/** What the contract says of a gateway that does not say it. */
const coreLimits: OkerLimits = { maxOrderIds: 5, maxInventoryEntries: 100, orderWindowDays: 15 };

const extendedLimits: OkerLimits = { ...coreLimits, maxOrderIds: 50, maxInventoryEntries: 500 };

/** No quota is published. */
const guessedQuota = { calls: 600, perMs: 60_000 };

const settingsOf = (options: OkerOptions) => {
	const level = options.level ?? 'full';
	return {
		level,
		capabilities: level === 'core' ? nothing : { ...everything, ...options.capabilities },
		limits: level === 'core' ? coreLimits : { ...extendedLimits, ...options.limits },
		warehouses: options.warehouses ?? defaultWarehouses,
		signIn: options.signIn ?? 'both',
		tokenMs: options.tokenMs ?? 3_600_000,
		failsWith200: options.failsWith200 ?? false,
		tellsStages: options.tellsStages ?? false,
		sellerShips: options.sellerShips ?? false,
		forbidden: [] as readonly string[],
	};
};

const accessToken = (seed: number, lifetimeMs: number): TokenKind => ({
	lifetimeMs,
	textOf: (owner, number, endsAt) =>
		createHash('sha256').update(`${seed} ${owner} ${number} ${endsAt}`).digest('hex'),
});

/** Everything that `reset` begins anew. */
export const world = (options: OkerOptions, clock: Clock) => {
	const { now } = clock;
	const { seed = 1, credentials = defaultCredentials } = options;
	const [credential] = credentials;
	if (!credential) throw new SandboxRefusal('the sandbox needs a credential');
	const settings = settingsOf(options);
	const faults = faultPlayer<OkerFaults>();
	const goods = catalog(now);
	const quota = options.quota === undefined ? guessedQuota : options.quota;
	return {
		settings,
		credentials,
		credential,
		now,
		faults,
		tokens: tokens(now, accessToken(seed, settings.tokenMs)),
		log: callLog<OkerAsked, OkerOutcome>(now),
		takeQuota: quota ? slidingWindow(quota, clock.elapsed) : () => 0,
		quotaHits: 0,
		requests: 0,
		replays: 0,
		answers: answersByKey(now),
		catalog: goods,
		orders: orders({
			now,
			lateness: faults.lateness,
			courierMs: options.courierMs ?? 20_000,
			labelMs: options.labelMs ?? 10_000,
			tellsStages: settings.tellsStages,
			usualFacility: () => settings.warehouses[0]?.code ?? null,
			goods: goods.withSku,
			taxOf: goods.taxOf,
			sold: goods.sold,
		}),
	};
};

export type World = ReturnType<typeof world>;
