import type { PhysicalStock } from '../../demo/auditor/facts';
import { look } from '../../demo/syncs';
import { among } from './among';
import type { Chance } from './chances';
import type { Desk } from './desk';

interface Row {
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

interface Books {
	readonly desk: Desk;
	readonly ledger: string;
	readonly store: string;
}

/** What the people in the warehouses do with the orders that the hub gives them. */
export function warehouseOf({ desk, ledger, store }: Books) {
	let numbers = 0;
	const ordersIn = (states: string): readonly Row[] =>
		look<Row>(
			ledger,
			`SELECT channel_id AS id, status, EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id
				AND shipped_at IS NOT NULL AND tracking_number IS NULL) AS untracked
			FROM orders WHERE store = ? AND status IN ${states} ORDER BY id`,
			store,
		);
	const named = (id: string) => ({ store, id, number: `T-${++numbers}`, carrier: 'Yurtiçi Kargo' });
	const acts = {
		move: async (chance: Chance, { id, status }: Row) =>
			await desk('warehouse-orders', [
				{ store, id, status: chance.of(steps[status] ?? ['delivered']) },
			]),
		ship: async (chance: Chance, { id }: Row) =>
			chance.isOneIn(3)
				? await desk('warehouse-orders', [{ store, id, status: 'shipped' }])
				: await desk('warehouse-ship', [named(id)]),
		cancel: async (_chance: Chance, { id }: Row) =>
			await desk('warehouse-orders', [{ store, id, status: 'cancelled' }]),
		track: async (_chance: Chance, { id }: Row) => await desk('warehouse-tracking', [named(id)]),
	};
	return {
		/** One step with one order. */
		async work(chance: Chance): Promise<void> {
			const rows = ordersIn(open);
			if (rows.length === 0) return;
			const row = chance.of(rows);
			const act =
				row.status === 'shipped'
					? row.untracked === 1
						? acts.track
						: acts.move
					: among(chance, [
							[3, acts.move],
							[3, acts.ship],
							[1, acts.cancel],
						]);
			await act(chance, row);
		},
		/** Every parcel that left without a number has one now. */
		async trackAll(): Promise<void> {
			for (const { id, untracked } of ordersIn("('shipped', 'delivered')"))
				if (untracked === 1) await desk('warehouse-tracking', [named(id)]);
		},
		async receive(arrived: PhysicalStock): Promise<void> {
			const refusals = await desk('warehouse-adjust', [{ ...arrived, reason: 'received' }]);
			if (refusals.length > 0) throw new Error(`goods were not received: ${refusals.join(' ')}`);
		},
	};
}

export type Warehouse = ReturnType<typeof warehouseOf>;
