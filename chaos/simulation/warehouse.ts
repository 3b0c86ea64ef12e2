import type { PhysicalStock } from '../../demo/auditor/facts';
import { look } from '../../demo/syncs';
import { among } from './among';
import type { Chance } from './chances';
import type { World } from './world';

interface Row {
	readonly store: string;
	readonly id: string;
	readonly status: string;
	readonly untracked: number;
}

const open = "('hub_assigned', 'new_order', 'picked', 'packed', 'ready_to_ship', 'shipped')";

const steps: Readonly<Record<string, readonly string[]>> = {
	hub_assigned: ['picked', 'packed'],
	new_order: ['picked', 'packed', 'ready_to_ship'],
	picked: ['packed'],
	packed: ['ready_to_ship'],
};

/** What the people in the warehouses do with the orders that the hub gives them. */
export function warehouseOf({ kind, channels, deskFor, ledger }: World) {
	const [channel] = channels;
	if (channel === undefined) throw new Error('nobody sells anything');
	const desk = deskFor(channel);
	let numbers = 0;
	const ordersIn = (states: string): readonly Row[] =>
		look<Row>(
			ledger,
			`SELECT store, channel_id AS id, status, EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id
				AND shipped_at IS NOT NULL AND tracking_number IS NULL) AS untracked
			FROM orders WHERE status IN ${states} ORDER BY id`,
		);
	const named = ({ store, id }: Row) => ({
		store,
		id,
		number: `T-${++numbers}`,
		carrier: kind.carrier,
	});
	const acts = {
		async forward(_chance: Chance, { store, id, status }: Row) {
			const next = kind.path?.[status];
			return next ? await desk('warehouse-orders', [{ store, id, status: next }]) : [];
		},
		move: async (chance: Chance, { store, id, status }: Row) =>
			await desk('warehouse-orders', [
				{ store, id, status: chance.of(steps[status] ?? ['delivered']) },
			]),
		ship: async (chance: Chance, row: Row) =>
			chance.isOneIn(3)
				? await desk('warehouse-orders', [{ store: row.store, id: row.id, status: 'shipped' }])
				: await desk('warehouse-ship', [named(row)]),
		cancel: async (_chance: Chance, { store, id }: Row) =>
			await desk('warehouse-orders', [{ store, id, status: 'cancelled' }]),
		track: async (_chance: Chance, row: Row) => await desk('warehouse-tracking', [named(row)]),
	};
	const byChannel = (chance: Chance, { status }: Row) =>
		among(chance, [
			[6, acts.forward],
			[kind.bound?.includes(status) ? 0 : 1, acts.cancel],
		]);
	const byTracking = (chance: Chance, { status, untracked }: Row) => {
		if (status === 'shipped') return untracked === 1 ? acts.track : acts.move;
		return among(chance, [
			[3, acts.move],
			[3, acts.ship],
			[1, acts.cancel],
		]);
	};
	return {
		/** One step with one order. */
		async work(chance: Chance): Promise<void> {
			const rows = ordersIn(open);
			if (rows.length === 0) return;
			const row = chance.of(rows);
			const act = (kind.path ? byChannel : byTracking)(chance, row);
			await act(chance, row);
		},
		/** Every parcel that left without a number has one now, where numbers are the warehouse's. */
		async trackAll(): Promise<void> {
			if (kind.path) return;
			for (const row of ordersIn("('shipped', 'delivered')"))
				if (row.untracked === 1) await desk('warehouse-tracking', [named(row)]);
		},
		async receive(arrived: PhysicalStock): Promise<void> {
			const refusals = await desk('warehouse-adjust', [{ ...arrived, reason: 'received' }]);
			if (refusals.length > 0) throw new Error(`goods were not received: ${refusals.join(' ')}`);
		},
	};
}

export type Warehouse = ReturnType<typeof warehouseOf>;
