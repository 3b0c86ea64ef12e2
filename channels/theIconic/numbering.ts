import type { ParcelTold } from '../../domain/channelUpdate';
import { epochMs } from '../../domain/instant';
import type { Telling, Waiting } from './changing';
import { openIn } from './orderState';
import type { Item, OrderState } from './orderState';
import { providerNamed } from './providers';

/** Whether the carrier has made the number: such a one stays, unless somebody corrects it. */
export const isNumberedByCarrier = async (telling: Telling, item: Item): Promise<boolean> =>
	item.trackingCode !== null && (await makesNumbers(telling, item));

const makesNumbers = async ({ providers }: Telling, { provider }: Item): Promise<boolean> =>
	providerNamed(await providers(), provider)?.isIntegrated ?? false;

/** Tracking numbers that the hub does not have: where it has another one, only a number that the carrier made counts. */
export async function parcelsTold(
	telling: Telling,
	state: OrderState,
): Promise<readonly ParcelTold[]> {
	const told: ParcelTold[] = [];
	for (const { parcel, lines, tracking: ours } of telling.update.parcels) {
		const open = openIn(state, { lines });
		const item = open.find(({ trackingCode }) => trackingCode !== null);
		if (item?.trackingCode == null || item.trackingCode === ours?.number.trim()) continue;
		const isTheirs = ours === null || (await isNumberedByCarrier(telling, item));
		if (!isTheirs) continue;
		const { trackingCode: number, provider: carrier, trackingUrl: url } = item;
		told.push({ parcel, tracking: { number, carrier, url }, label: null });
	}
	return told;
}

/** The carrier makes it at once or never, as far as anybody is to wait for it. */
const patienceMs = 3_600_000;

const minutes = 5;

/** Whether the carrier has still to make the number of a parcel that the hub knows none of. */
export async function numberAwaited(telling: Telling, state: OrderState): Promise<Waiting | null> {
	const now = telling.update.now ?? state.clock;
	for (const { lines, tracking } of telling.update.parcels) {
		const [item] = openIn(state, { lines });
		const isNumbered = tracking !== null || item === undefined || item.trackingCode !== null;
		if (isNumbered || now === null || item.changedAt === null) continue;
		const isLate = epochMs(now) - epochMs(item.changedAt) >= patienceMs;
		if (isLate || !(await makesNumbers(telling, item))) continue;
		return {
			why: `${item.provider ?? 'the carrier'} has not given its tracking number yet`,
			minutes,
		};
	}
	return null;
}
