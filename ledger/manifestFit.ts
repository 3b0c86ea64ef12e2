import type { HubStatus } from '../domain/hubStatus';
import type { Order } from '../domain/order';
import { hasLeft } from '../domain/transitions';
import { pieceFault } from '../domain/wholeOrder';
import type { ManifestRow } from './manifestRows';
import { readyStatuses } from './manifestShapes';
import type { LedgerParcel } from './orderShapes';

/** An order that somebody wants on a manifest. */
export interface Named {
	readonly id: number;
	readonly store: string;
	readonly channel_id: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly body: string;
	/** 1 where the channel cancelled it when it was too late, and nobody has decided yet. */
	readonly disputed: number;
}

/** Where a parcel is listed already. */
export interface Listed {
	readonly order_id: number;
	readonly parcel_id: number;
	readonly manifest: number;
	readonly code: string;
	readonly state: string;
}

/** All that decides whether orders may be put on a manifest. */
export interface Loading {
	readonly manifest: ManifestRow;
	readonly parcels: ReadonlyMap<number, readonly LedgerParcel[]>;
	readonly listed: readonly Listed[];
	/** Parcels that have left, and that the channel is not told of before they are in a closed manifest. */
	readonly late: ReadonlySet<number>;
}

export type Fit =
	| { readonly fault: string }
	| { readonly isThere: boolean; readonly parcels: readonly number[] };

/** Which of the order's parcels go on the manifest, or why none does. */
export function fitOf(order: Named, loading: Loading): Fit {
	const { manifest, parcels } = loading;
	const all = parcels.get(order.id) ?? [];
	const here = all.filter(({ hub }) => hub === manifest.hub);
	if (order.status === 'cancelled') return { fault: 'It is cancelled. Keep the goods.' };
	if (order.disputed === 1) {
		return {
			fault:
				'Its channel cancelled it after it was invoiced, and nobody has decided yet. See the exception cancelled_after_invoice first.',
		};
	}
	if (all.length === 0) {
		return { fault: `It is ${order.status} and has no parcel yet. Route, pick and pack it first.` };
	}
	if (here.length === 0) {
		const hubs = [...new Set(all.map(({ hub }) => hub ?? 'no hub'))].join(', ');
		return {
			fault: `It leaves from ${hubs}, and the manifest is of ${manifest.hub}. Put it on a manifest of that hub.`,
		};
	}
	const split = pieceFault(JSON.parse(order.body) as Order, all);
	if (split !== null) return { fault: sentence(split) };
	const judged = here.map((parcel) => ({ parcel, fault: faultOf(order, parcel, loading) }));
	const good = judged.filter(({ fault }) => fault === null).map(({ parcel }) => parcel.parcel);
	if (good.length > 0) return { isThere: false, parcels: good };
	const there = here.filter((one) => isOn(order, one, loading.listed)?.manifest === manifest.id);
	if (there.length > 0) return { isThere: true, parcels: there.map(({ parcel }) => parcel) };
	return { fault: judged[0]?.fault ?? '' };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isOn = (order: Named, { parcel }: LedgerParcel, listed: readonly Listed[]) =>
	listed.find((one) => one.order_id === order.id && one.parcel_id === parcel);

const isReady = (status: HubStatus) => readyStatuses.some((one) => one === status);

/** Why the parcel cannot be added, and what to do; null where it can. */
function faultOf(
	order: Named,
	parcel: LedgerParcel,
	{ manifest, listed, late }: Loading,
): string | null {
	const on = isOn(order, parcel, listed);
	if (on?.state === 'closed') return `It left with manifest ${on.code}. There is nothing to do.`;
	if (on !== undefined) return `It is on the open manifest ${on.code}. Remove it there first.`;
	if (hasLeft(parcel.status) && !late.has(parcel.parcel)) {
		return `It is ${parcel.status} already, and its channel does not wait for a manifest of it. There is nothing to do.`;
	}
	if (!hasLeft(parcel.status) && !isReady(parcel.status)) {
		return `It is ${parcel.status}, not packed. Pack it first, then add it.`;
	}
	return carrierFault(manifest.provider, parcel.tracking?.carrier ?? null);
}

function carrierFault(provider: string | null, carrier: string | null): string | null {
	if (provider === null || carrier?.toLowerCase() === provider.toLowerCase()) return null;
	return carrier === null
		? `Who carries it is not known yet, and the manifest is of ${provider}. Wait for its tracking number, or enter the carrier with Parcel: Set Tracking.`
		: `${carrier} carries it, and the manifest is of ${provider}. Put it on a manifest of ${carrier}.`;
}
