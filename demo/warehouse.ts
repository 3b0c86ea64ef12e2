import type { PhysicalStock } from './auditor/facts';
import type { N8n } from './n8n';
import { postingTo } from './posting';

export interface Shipment {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly carrier: string;
}

/** What people in the warehouse do. All of it goes through the package's nodes, in the workflow `warehouse.json`. */
export const warehouseAt = (n8n: N8n) => {
	const post = postingTo(n8n, 'warehouse');
	const tell = async (path: string, rows: readonly object[]): Promise<void> => {
		const answers: ReadonlyArray<{ error?: unknown }> = JSON.parse(
			await post(path, JSON.stringify({ rows })),
		);
		const refusal = answers.find(({ error }) => error !== undefined);
		if (refusal)
			throw new Error(`the node behind ${path} refused: ${JSON.stringify(refusal.error)}`);
	};
	return {
		/** Through the webhook of that path; throws when the node behind it refuses a row. */
		tell,
		saveSeller: (code: string, name: string) => tell('warehouse-sellers', [{ code, name }]),
		saveHubs: (hubs: readonly Place[]) => tell('warehouse-hubs', hubs),
		count: (stock: readonly PhysicalStock[]) => tell('warehouse-stock', stock),
		/** Units that came or went. */
		adjust: (changes: readonly PhysicalStock[], reason: string) =>
			tell(
				'warehouse-adjust',
				changes.map((change) => ({ ...change, reason })),
			),
		ship: (shipments: readonly Shipment[]) => tell('warehouse-ship', shipments),
		track: (numbers: readonly Omit<Shipment, 'carrier'>[]) => tell('warehouse-tracking', numbers),
		move: (store: string, ids: readonly string[], status: string) =>
			tell(
				'warehouse-orders',
				ids.map((id) => ({ store, id, status })),
			),
		/** The settings of an earlier version again. */
		restoreSettings: (store: string, version: number, reason: string) =>
			tell('warehouse-restore', [{ store, version, reason }]),
	};
};

export type Warehouse = ReturnType<typeof warehouseAt>;

export interface Place {
	readonly code: string;
	readonly name: string;
	readonly latitude: number;
	readonly longitude: number;
}
