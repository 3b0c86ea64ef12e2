import type { ChannelOrder } from '../channel';
import type { LedgerRows, OrderRow } from '../ledger';
import type { OmsOrder, OmsView, Parcel } from './view';

/** What is compared: a channel's side and that of the OMS which ships for it. */
export interface OmsEvidence {
	readonly orders: readonly ChannelOrder[];
	/** What the channel shows as left by the word of a client of its API, by its id of the order. */
	readonly shown: ReadonlyMap<string, readonly Parcel[]>;
	readonly oms: OmsView;
	readonly ledger: LedgerRows;
}

/** One order, as each of the three has it. */
export interface Pair {
	readonly order: ChannelOrder;
	readonly row: OrderRow | null;
	readonly made: readonly OmsOrder[];
	readonly shown: readonly Parcel[];
	/** A person was told that something of it is not as it should be. */
	readonly isTold: boolean;
}

const isOf = (made: OmsOrder, { id, number }: ChannelOrder) =>
	made.isByApi && (made.of === id || made.number === number);

export const pairsIn = ({ orders, shown, oms, ledger }: OmsEvidence): readonly Pair[] =>
	orders.map((order) => {
		const row = ledger.orders.find(({ channel_id }) => channel_id === order.id) ?? null;
		const made = oms.orders.filter((one) => isOf(one, order));
		const isKnown = isTold({ order, row, made }, ledger);
		return { order, row, made, shown: shown.get(order.id) ?? [], isTold: isKnown };
	});

/** Orders that the hub made in the OMS of none that it answers for. */
export const straysIn = ({ orders, oms }: OmsEvidence): readonly OmsOrder[] =>
	oms.orders.filter((made) => made.isByApi && !orders.some((order) => isOf(made, order)));

function isTold({ order, row, made }: Pick<Pair, 'order' | 'row' | 'made'>, ledger: LedgerRows) {
	const updates = new Set(
		[...ledger.updates, ...ledger.oms.updates]
			.filter(({ order_id }) => order_id === row?.id)
			.map(({ id }) => String(id)),
	);
	const names = new Set([order.id, order.number, ...made.map(({ id }) => id)]);
	return [...ledger.exceptions, ...ledger.oms.exceptions]
		.filter(({ state }) => state === 'open')
		.some(({ kind, reference }) =>
			kind.startsWith('update_')
				? updates.has(reference)
				: names.has(reference) || reference.startsWith(`${order.id} `),
		);
}
