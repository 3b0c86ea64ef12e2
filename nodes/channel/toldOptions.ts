import type { INodePropertyOptions } from 'n8n-workflow';
import type { ChannelStatus } from '../../channels/connector';

/** What a channel can be told, for a list: names carry the key as well. */
export const toldOptions = (statuses: readonly ChannelStatus[]): INodePropertyOptions[] =>
	statuses.map(({ key, label }) => ({ name: `${label} (${key})`, value: key }));
