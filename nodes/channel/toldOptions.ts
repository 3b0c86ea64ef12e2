import type { INodePropertyOptions } from 'n8n-workflow';
import type { ChannelStatus } from '../../channels/connector';

/** What a channel can be told, for a list; what it does not take says why. */
export const toldOptions = (statuses: readonly ChannelStatus[]): INodePropertyOptions[] =>
	statuses.map((status) => ({
		name: `${withKey(status)}${notTaken(status)}`,
		value: status.key,
		...(status.untaken !== undefined && { description: status.untaken }),
	}));

/** Names carry the key as well: it is what orders and the maps hold. */
export const withKey = ({ key, label }: ChannelStatus): string =>
	label.endsWith(`(${key})`) ? label : `${label} (${key})`;

/** What a list adds to the name of what the channel has no call for. */
export const notTaken = ({ untaken }: ChannelStatus): string =>
	untaken === undefined ? '' : ': not taken';
