import type { Read } from './tables';

/** An invoice that the channel made of an order. */
export interface IssuedRow {
	readonly order_id: number;
	readonly code: string;
}

/** An order on a manifest: what leaves a hub together. */
export interface OnManifestRow {
	readonly order_id: number;
	readonly manifest: string;
	/** `open` or `closed`. */
	readonly state: string;
}

export interface GateRows {
	readonly issued: readonly IssuedRow[];
	readonly manifests: readonly { readonly code: string; readonly state: string }[];
	/** Without what was left out when they were closed. */
	readonly onManifests: readonly OnManifestRow[];
}

/** What the tables say of invoices that the channel makes, and of what was handed over by list. */
export const readGate = (rows: Read, store: string): GateRows => ({
	issued: rows(
		`SELECT order_id, code FROM issued_invoices
		 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
		store,
	),
	manifests: rows('SELECT code, state FROM manifests WHERE store = ? ORDER BY id', store),
	onManifests: rows(
		`SELECT DISTINCT order_id, code AS manifest, state FROM manifest_parcels
		 JOIN manifests ON manifests.id = manifest WHERE store = ? AND left_out IS NULL`,
		store,
	),
});
