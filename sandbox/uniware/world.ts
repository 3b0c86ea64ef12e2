import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { tokens } from '../tokens';
import { SandboxRefusal } from '../wire';
import type { UniwareAsked, UniwareOutcome } from './callTypes';
import { catalog } from './catalog';
import { dateIn } from './dates';
import { failedOrders } from './failedOrders';
import { manifests } from './manifests';
import { orders } from './orders';
import { places, usualFacilities } from './places';
import { returns } from './returns';
import { tokenOf } from './signIn';
import { stock } from './stock';
import type { UniwareCredential, UniwareFaults, UniwareOptions } from './types';

const defaultCredentials: readonly UniwareCredential[] = [
	{ username: 'api@example.com', password: 'uniware+sandbox&%' },
];

const fiveMinutes = 300_000;

interface Settings extends Required<Pick<UniwareOptions, 'channels' | 'takesForm' | 'allocateMs'>> {
	/** Operations that are answered with 403. */
	forbidden: readonly string[];
	/** Epoch ms of the next facility allocation. */
	allocatesAt: number;
}

/** Everything that `reset` begins anew. */
export const world = (options: UniwareOptions, clock: Clock) => {
	const { now } = clock;
	const { seed = 1, credentials = defaultCredentials, allocateMs = fiveMinutes } = options;
	const [credential] = credentials;
	if (!credential) throw new SandboxRefusal('the sandbox needs a credential');
	const settings: Settings = {
		channels: options.channels ?? ['CUSTOM', 'ORDER_HUB'],
		takesForm: options.takesForm ?? true,
		allocateMs,
		forbidden: [],
		allocatesAt: now() + allocateMs,
	};
	const faults = faultPlayer<UniwareFaults>();
	const shelves = stock(now);
	let [ids, packages] = [0, 0];
	return {
		settings,
		credentials,
		credential,
		now,
		faults,
		date: dateIn(options.dates ?? 'epoch'),
		tokens: tokens(now, tokenOf('access', seed)),
		refreshTokens: tokens(now, tokenOf('refresh', seed)),
		log: callLog<UniwareAsked, UniwareOutcome>(now),
		newId: () => (ids += 1),
		newPackageCode: () => `SP${String((packages += 1)).padStart(6, '0')}`,
		places: places(options.facilities ?? usualFacilities, now),
		catalog: catalog(now),
		stock: shelves,
		manifests: manifests(now),
		returns: returns(now),
		failedOrders: failedOrders(now),
		orders: orders({ now, lateness: faults.lateness, onChange: shelves.follow }),
	};
};

export type World = ReturnType<typeof world>;
