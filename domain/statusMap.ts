import type { HubStatus } from './hubStatus';
import type { Order } from './order';
import type { ChannelStatusRow, WorkspaceStatusRow } from './store';

/** The first of the order's statuses that the map knows decides; null when it knows none. */
export const mapStatus = (
	order: Pick<Order, 'statuses'>,
	map: readonly ChannelStatusRow[],
): HubStatus | null => {
	const meaning = new Map(map.map((row) => [row.channelStatus, row.hubStatus]));
	const known = order.statuses.find((status) => meaning.has(status));
	return (known !== undefined && meaning.get(known)) || null;
};

/** What the channel is told of a hub status; null when it is told nothing. */
export const mapBack = (status: HubStatus, map: readonly WorkspaceStatusRow[]): string | null =>
	map.find((row) => row.hubStatus === status)?.channelStatus ?? null;
