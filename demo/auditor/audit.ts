import type { ChannelOrder, ChannelView } from './channel';
import { countSettings } from './countSettings';
import type { Facts, Finding } from './facts';
import { findOrders } from './findOrders';
import { findStock } from './findStock';
import { findStuck } from './findStuck';
import type { LedgerRows } from './ledger';
import { released } from './released';

/** What is counted of every channel. */
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
	/** Orders that the hub shipped and the channel shows as shipped. */
	readonly shipped: number;
	readonly cancelledByHub: number;
	/** Cancels of the hub that the channel would not take. */
	readonly cancelRefused: number;
	/** Orders that got a hub after they had been held. */
	readonly released: number;
	readonly stockRowsPushed: number;
	readonly idlePushCalls: number;
	readonly effectsDoubled: number;
	readonly stuck: number;
	/** Orders that had been missed and are in the hub now. */
	readonly gapsFilled: number;
	readonly kills: number;
	/** What the shop sells that the hub has, and what the hub left out for want of a valid SKU. */
	readonly listings: number;
	readonly listingsSkipped: number;
	readonly settingsLogged: number;
	/** Versions of the settings that brought an earlier one back. */
	readonly restored: number;
}

export interface Audit {
	/** With what only this channel has. */
	readonly counts: Counts & Readonly<Record<string, number>>;
	readonly findings: readonly Finding[];
}

export interface Evidence {
	readonly channel: ChannelView;
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** Compares what the channel has with what the hub has, at rest: nothing may be on its way between them. */
export function audit({ channel, ledger, facts }: Evidence): Audit {
	const { orders } = channel;
	const findings = [
		...findOrders(orders, ledger, facts.keptOnChannel),
		...findStock(facts.physical, ledger),
		...findStuck(channel, ledger, facts.store),
		...channel.findings,
	];
	const found = (kind: Finding['kind']) =>
		findings.filter((finding) => finding.kind === kind).length;
	const inHub = new Set(ledger.orders.map(({ channel_id }) => channel_id));
	const hasLeft = new Set(
		ledger.orders
			.filter(({ status }) => status === 'shipped' || status === 'delivered')
			.map(({ channel_id }) => channel_id),
	);
	const held = ledger.orders.filter(({ status }) => status === 'on_hold');
	return {
		findings,
		counts: {
			ordersPlaced: orders.length,
			ordersInHub: orders.filter(({ id }) => inHub.has(id)).length,
			parked: ledger.parked.length,
			exceptions: [...ledger.exceptions, ...ledger.oms.exceptions].filter(
				({ state }) => state === 'open',
			).length,
			short: held.filter(({ hold_reason }) => hold_reason === 'inventory_not_present').length,
			edited: count(orders, ({ isEdited }) => isEdited),
			cancelledByChannel: count(orders, (order) => order.isCancelled && !order.isCancelledByApi),
			lost: found('lost'),
			doubled: found('doubled'),
			oversold: found('oversold'),
			idlePollCalls: between(channel.polls, facts.idlePoll),
			shipped: count(orders, (order) => order.isShippedByApi && hasLeft.has(order.id)),
			cancelledByHub: count(orders, ({ isCancelledByApi }) => isCancelledByApi),
			cancelRefused: ledger.updates.filter(
				({ effect, state: now }) => effect === 'cancel' && now === 'exception',
			).length,
			released: released(ledger),
			stockRowsPushed: channel.rowsPushed,
			idlePushCalls: between(channel.pushes, facts.idlePush),
			effectsDoubled: found('effectsDoubled'),
			stuck: found('stuck'),
			gapsFilled: gapsFilled(ledger),
			kills: facts.kills,
			listings: ledger.listings.length,
			listingsSkipped: ledger.skipped.length,
			...countSettings(ledger),
			...channel.counts,
		},
	};
}

const count = (orders: readonly ChannelOrder[], is: (order: ChannelOrder) => boolean) =>
	orders.filter(is).length;

const between = (calls: readonly number[], marks: Facts['idlePoll']) =>
	marks ? calls.filter((seq) => seq > marks.after && seq <= marks.upTo).length : 0;

function gapsFilled({ events, orders, parked }: LedgerRows): number {
	const known = new Set([...orders, ...parked].map(({ channel_id }) => channel_id));
	const gaps = events.filter(({ type }) => type === 'gap_found').map(({ detail }) => detail ?? '');
	return new Set(gaps.filter((id) => known.has(id))).size;
}
