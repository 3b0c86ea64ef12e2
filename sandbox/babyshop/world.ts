import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { slidingWindow } from '../quota';
import { random } from '../random';
import { SandboxRefusal } from '../wire';
import type { BabyshopAsked, BabyshopOutcome } from './callTypes';
import { catalog } from './catalog';
import { keys } from './keys';
import { mishaps } from './mishaps';
import { moderation } from './moderation';
import { orders } from './orders';
import type { BabyshopCredential, BabyshopFaults, BabyshopOptions } from './types';

/** A password with signs that a query must encode. */
const defaultCredentials: readonly BabyshopCredential[] = [
	{ username: '1000001', password: 'sandbox+pass&word%', apiOwner: '1000001' },
	{ username: '1000002', password: 'sandbox second', apiOwner: '1000002' },
];

/** Of a sibling API (reference/babyshop-vinculum.md 3). */
const siblingQuota = { calls: 40, perMs: 300_000 };

const halfMinute = 30_000;

const settingsOf = (options: BabyshopOptions) => ({
	timeZone: options.timeZone ?? 'Asia/Kolkata',
	awbMs: options.awbMs ?? halfMinute,
	moderationMs: options.moderationMs ?? halfMinute,
	cancelMs: options.cancelMs ?? 0,
	cancelledStatus: options.cancelledStatus ?? '8',
	inventoryKey: options.inventoryKey ?? 'sku',
	invoiceKey: options.invoiceKey ?? 'orderNo',
	refusesOnHold: options.refusesOnHold ?? false,
	labelTypes: options.labelTypes ?? ['ShippingLabel'],
	fileType: options.fileType ?? 'application/pdf',
	listOrder: options.listOrder ?? 'number',
	emptyLists: options.emptyLists ?? (['null', 'array'] as const),
	decimalQuantities: options.decimalQuantities ?? false,
});

/** Everything that `reset` begins anew. */
export const world = (options: BabyshopOptions, clock: Clock) => {
	const { now } = clock;
	const { seed = 1, credentials = defaultCredentials } = options;
	const [credential] = credentials;
	if (!credential) throw new SandboxRefusal('the sandbox needs a credential');
	const settings = settingsOf(options);
	const { timeZone, decimalQuantities, moderationMs } = settings;
	const seeded = random(seed);
	const player = faultPlayer<BabyshopFaults>();
	const seller = credential.username;
	const goods = catalog({ timeZone, seller, now });
	const quota = options.quota === undefined ? siblingQuota : options.quota;
	return {
		options,
		settings,
		credentials,
		credential,
		now,
		random: seeded,
		faults: player,
		mishaps: mishaps(),
		keys: keys(now, seed),
		log: callLog<BabyshopAsked, BabyshopOutcome>(now),
		takeQuota: quota ? slidingWindow(quota, clock.elapsed) : () => 0,
		overQuota: 0,
		/** Empty lists that were answered: what stands for the next goes by it. */
		emptied: 0,
		catalog: goods,
		moderation: moderation({ catalog: goods, moderationMs, firstId: 501, seller, now }),
		orders: orders({
			timeZone,
			decimalQuantities,
			random: seeded,
			now,
			lateness: player.lateness,
			seller,
			product: goods.find,
		}),
	};
};

export type World = ReturnType<typeof world>;
