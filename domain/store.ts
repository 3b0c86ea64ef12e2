import type { HubStatus } from './hubStatus';

/** A place of the channel that holds stock. */
export interface Location {
	readonly id: string;
	readonly name: string;
}

/** One row of Hub Mapping: orders of the channel's location are shipped by the hub. */
export interface HubMapRow {
	readonly location: string;
	readonly hub: string;
}

/** One row of Sales Channel Mapping: what the channel says, and what it means in the hub. */
export interface ChannelStatusRow {
	readonly channelStatus: string;
	readonly hubStatus: HubStatus;
}

/** One row of Workspace Order Mapping: what the hub says, and what the channel is told. */
export interface WorkspaceStatusRow {
	readonly hubStatus: HubStatus;
	readonly channelStatus: string;
}

/** The store page: everything a person sets for one store. */
export interface StoreSettings {
	readonly seller: string;
	readonly orderSync: boolean;
	readonly intervalMinutes: number;
	/** How far each sync looks back over what it has already read. */
	readonly overlapMinutes: number;
	readonly pagesPerExecution: number;
	/** The channel's locations when the settings were saved, mapped or not. */
	readonly locations: readonly Location[];
	readonly hubMap: readonly HubMapRow[];
	readonly channelStatusMap: readonly ChannelStatusRow[];
	readonly workspaceStatusMap: readonly WorkspaceStatusRow[];
	/** Code of the rule set that routes the store's orders: `priority` and `nearest` exist from the start. */
	readonly ruleSet: string;
}
