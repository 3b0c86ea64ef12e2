import type { ChannelConnector } from '../../channels/connector';

/** Whether the channel has places of its own, listed or typed; else there is one stock figure, and any hub may ship. */
export const hasLocations = ({
	locations,
	typedLocations,
	hubMapText,
}: ChannelConnector): boolean => (locations ?? typedLocations ?? hubMapText) !== undefined;
