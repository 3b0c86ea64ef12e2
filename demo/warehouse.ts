import type { PhysicalStock } from './auditor/facts';

export interface Settings {
	readonly orderSync: boolean;
	/** Whether unpaid orders come in, too: the map with one more row. */
	readonly withUnpaid: boolean;
	readonly catalogSync?: boolean;
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	readonly reason: string;
}

/** What the settings leave off unless they say otherwise. */
const off = { catalogSync: false, inventorySync: false };

export interface Shipment {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly carrier: string;
}

/** What people in the warehouse do. All of it goes through the package's nodes, in the workflow `warehouse.json`. */
export const warehouseAt = (n8n: string) => {
	const tell = async (path: string, rows: readonly object[]): Promise<void> => {
		const response = await fetch(`${n8n}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`the warehouse workflow refused ${path}: ${text}`);
		const answers: ReadonlyArray<{ error?: unknown }> = JSON.parse(text);
		const refusal = answers.find(({ error }) => error !== undefined);
		if (refusal)
			throw new Error(`the node behind ${path} refused: ${JSON.stringify(refusal.error)}`);
	};
	return {
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
		saveSettings: (
			store: string,
			{ withUnpaid, automatedCancellation = true, ...settings }: Settings,
			hubMap: readonly object[],
		) =>
			tell(withUnpaid ? 'warehouse-settings-unpaid' : 'warehouse-settings', [
				{ ...off, ...settings, automatedCancellation, store, hubMap },
			]),
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
