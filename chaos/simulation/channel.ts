import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ChannelView } from '../../demo/auditor/channel';
import type { Facts, PhysicalStock } from '../../demo/auditor/facts';
import type { LedgerRows } from '../../demo/auditor/ledger';
import type { Faults } from '../../sandbox/faults';
import type { Sandbox } from '../../sandbox/wire';
import type { Chance } from './chances';
import type { Desk } from './desk';
import type { Theme } from './themes';

/** What the hub has of an order that a warehouse can do something with. */
export interface HubOrder {
	readonly id: string;
	readonly status: string;
}

/** A channel in one seed: a shop on its pretend server, the store in the hub that belongs to it, and what people do on both sides. */
export interface SimulatedChannel {
	readonly store: string;
	readonly origin: string;
	readonly sandbox: Sandbox;
	readonly credential: { readonly type: string; readonly data: ICredentialDataDecryptedObject };
	/** Connects the store, through the nodes; `saved` holds for every seed. */
	connect(desk: Desk): Promise<void>;
	/** A customer, or somebody in the shop's panel. */
	shop(chance: Chance): void;
	setFaults(faults: Faults): void;
	/** How many orders were placed since the connection. */
	placed(): number;
	view(given: { readonly ledger: LedgerRows; readonly facts: Facts }): ChannelView;
}

/** One that the process has prepared, so that every seed begins with the same shop. */
export interface ChannelKind {
	readonly themes: readonly Theme[];
	readonly desks: readonly string[];
	/** What is there at first. */
	readonly physical: readonly PhysicalStock[];
	/** By template, every how many minutes. */
	readonly schedule: Readonly<Record<string, number>>;
	/** With whom parcels leave that have a tracking number of the warehouse's own. */
	readonly carrier?: string;
	/** Where they leave with the channel's label: which status follows which, as far as people say so. */
	readonly path?: Readonly<Record<string, string>>;
	/** Statuses in which the channel takes no cancel any more, or may not. */
	readonly bound?: readonly string[];
	/** Some of what the channel makes of orders no sync of orders reads, only reconciliation. */
	readonly needsNet?: boolean;
	/** The shops of one seller: stores of their own with the same goods. */
	open(): readonly SimulatedChannel[];
}
