import type { CancelReason, ChannelUpdate } from './channelUpdate';
import type { StoreSettings } from './store';

type Maps = Pick<StoreSettings, 'carrierMap' | 'cancelReasonMap'>;

/** The update with carriers and reason as the channel calls them, by Carrier Mapping and Cancellation Reasons. */
export function inChannelWords(update: ChannelUpdate, maps: Maps): ChannelUpdate {
	const parcels = update.parcels.map(({ tracking, ...parcel }) => ({
		...parcel,
		tracking: tracking && { ...tracking, carrier: carrierFor(tracking.carrier, maps) },
	}));
	const isCancel = update.effect === 'cancel' || update.effect === 'reduce';
	const channelReason = isCancel ? reasonFor(update.reason, maps) : undefined;
	return { ...update, parcels, ...(channelReason !== undefined && { channelReason }) };
}

/** What the channel calls itself stays, also where a row stands for all other carriers: it may have answered with it. */
function carrierFor(carrier: string | null, { carrierMap }: Maps): string | null {
	const named = plain(carrier ?? '');
	const row = (of: string) => carrierMap.find((one) => plain(one.carrier) === of);
	const isOfChannel = carrierMap.some((one) => plain(one.channelCarrier) === named);
	return (row(named) ?? (isOfChannel ? undefined : row('')))?.channelCarrier ?? carrier;
}

const plain = (carrier: string) => carrier.trim().toLowerCase();

function reasonFor(
	reason: CancelReason | undefined,
	{ cancelReasonMap }: Maps,
): string | undefined {
	const row = (of: CancelReason | 'other') => cancelReasonMap.find((one) => one.reason === of);
	return (row(reason ?? 'other') ?? row('other'))?.channelReason;
}
