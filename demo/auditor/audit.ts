import type { IkasCall, IkasState } from '../../sandbox/ikas/types';
import { ordersOf, type ChannelOrder } from './channel';
import type { Facts, Finding } from './facts';
import { findOrders } from './findOrders';
import { findStock } from './findStock';
import type { LedgerRows } from './ledger';

export interface Counts {
	readonly ordersPlaced: number;
	readonly ordersInHub: number;
	readonly parked: number;
	readonly exceptions: number;
	/** Orders that found no hub with enough units. */
	readonly short: number;
	readonly edited: number;
	readonly cancelledByChannel: number;
	readonly lost: number;
	readonly doubled: number;
	readonly oversold: number;
	readonly idlePollCalls: number;
	readonly kills: number;
}

export interface Audit {
	readonly counts: Counts;
	readonly findings: readonly Finding[];
}

export interface Evidence {
	readonly state: IkasState;
	readonly calls: readonly IkasCall[];
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** Compares what the channel has with what the hub has, at rest: nothing may be on its way between them. */
export function audit({ state, calls, ledger, facts }: Evidence): Audit {
	const channel = ordersOf(state, facts.connectedAt);
	const findings = [...findOrders(channel, ledger), ...findStock(facts.physical, ledger)];
	const found = (kind: Finding['kind']) =>
		findings.filter((finding) => finding.kind === kind).length;
	const inHub = new Set(ledger.orders.map(({ channel_id }) => channel_id));
	const held = ledger.orders.filter(({ status }) => status === 'on_hold');
	return {
		findings,
		counts: {
			ordersPlaced: channel.length,
			ordersInHub: channel.filter(({ id }) => inHub.has(id)).length,
			parked: ledger.parked.length,
			exceptions: ledger.exceptions.filter(({ state }) => state === 'open').length,
			short: held.filter(({ hold_reason }) => hold_reason === 'inventory_not_present').length,
			edited: count(channel, ({ isEdited }) => isEdited),
			cancelledByChannel: count(channel, ({ isCancelled }) => isCancelled),
			lost: found('lost'),
			doubled: found('doubled'),
			oversold: found('oversold'),
			idlePollCalls: idlePollCalls(calls, facts),
			kills: facts.kills,
		},
	};
}

const count = (orders: readonly ChannelOrder[], is: (order: ChannelOrder) => boolean) =>
	orders.filter(is).length;

const idlePollCalls = (calls: readonly IkasCall[], { idlePoll }: Facts) =>
	idlePoll ? calls.filter(({ seq }) => seq > idlePoll.after && seq <= idlePoll.upTo).length : 0;
