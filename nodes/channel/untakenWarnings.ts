import type { StoreSettings } from '../../domain/store';
import type { ChannelAccess } from '../shared/channelAccess';
import { withKey } from './toldOptions';

/** What Workspace Order Mapping tells the channel although it has no call for it: who maps that is told so. */
export function untakenWarnings(
	{ workspaceStatusMap }: Pick<StoreSettings, 'workspaceStatusMap'>,
	{ connector, label }: ChannelAccess,
): readonly string[] {
	const mapped = new Set(workspaceStatusMap.map(({ channelStatus }) => channelStatus));
	return (connector.updates?.statuses ?? []).flatMap((status) =>
		status.untaken === undefined || !mapped.has(status.key)
			? []
			: `Workspace Order Mapping: ${withKey(status)} is not taken by ${label}: ${status.untaken} Nothing is sent; the update says so.`,
	);
}
