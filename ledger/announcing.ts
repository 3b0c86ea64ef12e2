import {
	isUrgent,
	type CancelReason,
	type ChannelUpdate,
	type LineReduced,
	type UpdateParcel,
} from '../domain/channelUpdate';
import type { HubStatus } from '../domain/hubStatus';
import { isOwnLine } from '../domain/ownLines';
import { mapBack } from '../domain/statusMap';
import { enqueue } from './outbox';
import { parcelsOf } from './parcels';
import type { LedgerParcel } from './orderShapes';
import type { Store } from './storeShapes';
import type { Work } from './statement';

/** An order as its channel knows it, with the ledger's own id. */
export interface Announced {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
}

/**
 * Puts into the outbox what the channel is to hear of the status, by Workspace Order Mapping. A cancel is told only when
 * Automated Order Cancellation says so, too. `parcels` narrows it to some of a split order, `reason` is that of a cancel.
 */
export function* announce(
	store: Store,
	orders: readonly Announced[],
	status: HubStatus,
	{ parcels, reason }: { parcels?: readonly number[]; reason?: CancelReason } = {},
): Work<void> {
	const channelStatus = mapBack(status, store.settings.workspaceStatusMap);
	if (channelStatus === null || orders.length === 0) return;
	const isCancel = status === 'cancelled';
	if (isCancel && !store.settings.automatedCancellation) return;
	const effect = isCancel ? 'cancel' : 'status';
	const told = { effect, hubStatus: status, channelStatus } as const;
	if (isCancel) yield* send(store, orders, reason === undefined ? told : { ...told, reason }, []);
	else yield* send(store, orders, told, parcels);
}

/** Units of the order are cancelled alone: told where a cancel is told. */
export function* announceReduced(
	store: Store,
	{ id, channel_id, number }: Announced,
	lines: readonly LineReduced[],
): Work<void> {
	const { workspaceStatusMap, automatedCancellation } = store.settings;
	const channelStatus = mapBack('cancelled', workspaceStatusMap);
	if (channelStatus === null || !automatedCancellation || lines.length === 0) return;
	const told = { effect: 'reduce', hubStatus: 'cancelled', channelStatus } as const;
	const update = { ...told, order: channel_id, number, parcels: [], lines };
	yield* enqueue(store, [{ order: id, update, isUrgent: isUrgent(told) }]);
}

/** A parcel that had left got another tracking number: told where shipping is told. */
export function* announceTracking(store: Store, order: Announced, parcel: number): Work<void> {
	const channelStatus = mapBack('shipped', store.settings.workspaceStatusMap);
	if (channelStatus === null) return;
	const told = { effect: 'tracking', hubStatus: 'shipped', channelStatus } as const;
	yield* send(store, [order], told, [parcel]);
}

function* send(
	store: Store,
	orders: readonly Announced[],
	told: Pick<ChannelUpdate, 'effect' | 'hubStatus' | 'channelStatus' | 'reason'>,
	parcels: readonly number[] | undefined,
): Work<void> {
	const ids = orders.map(({ id }) => id);
	const all = parcels?.length === 0 ? new Map() : yield* parcelsOf(ids);
	yield* enqueue(
		store,
		orders.flatMap(({ id, channel_id, number }) => {
			const own: readonly LedgerParcel[] = all.get(id) ?? [];
			const wanted = own.filter(({ parcel }) => parcels?.includes(parcel) ?? true);
			const known = wanted.map(toUpdate(store)).filter(({ lines }) => lines.length > 0);
			// A parcel of goods that the hub has added is none of the channel's business.
			if (wanted.length > 0 && known.length === 0) return [];
			return [
				{
					order: id,
					update: { ...told, order: channel_id, number, parcels: known },
					isUrgent: isUrgent(told),
				},
			];
		}),
	);
}

const toUpdate =
	({ settings }: Store) =>
	({ parcel, hub, lines, tracking }: LedgerParcel): UpdateParcel => ({
		parcel,
		location: settings.hubMap.find((row) => row.hub === hub)?.location ?? null,
		lines: lines
			.filter(({ line }) => !isOwnLine(line))
			.map(({ line, quantity }) => ({ line, quantity })),
		tracking,
	});
