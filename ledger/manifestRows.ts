import { refused } from '../domain/failure';
import type { HubStatus } from '../domain/hubStatus';
import { instant } from '../domain/instant';
import { shown } from '../domain/sku';
import { hasLeft } from '../domain/transitions';
import type { ManifestHead, ManifestState } from './manifestShapes';
import { elements, first, rows, type Work } from './statement';
import type { Store } from './storeShapes';
import { storeInTurn } from './turn';

export interface ManifestRow {
	readonly id: number;
	readonly code: string;
	readonly store: string;
	readonly hub: string;
	readonly provider: string | null;
	readonly state: ManifestState;
	readonly opened_at: number;
	readonly closed_at: number | null;
	readonly closed_by: string | null;
}

export const manifestColumns =
	'id, code, store, hub, provider, state, opened_at, closed_at, closed_by';

export function* manifestRow(code: string, lock: '{forUpdate}' | '' = ''): Work<ManifestRow> {
	const row = yield* first<ManifestRow>(
		`SELECT ${manifestColumns} FROM manifests WHERE code = ? ${lock}`,
		code,
	);
	if (row !== undefined) return row;
	throw refused(
		`There is no manifest ${shown(code)}. Create one, or pick one of Manifest: Get Many.`,
	);
}

/** The manifest, locked, with its store, whose seller's turn it is until the transaction ends. */
export function* manifestInTurn(
	code: string,
): Work<{ readonly manifest: ManifestRow; readonly store: Store }> {
	const store = yield* storeInTurn((yield* manifestRow(code)).store);
	return { manifest: yield* manifestRow(code, '{forUpdate}'), store };
}

/** As `manifestInTurn`; refuses a closed one. */
export function* openManifest(code: string, what: string) {
	const found = yield* manifestInTurn(code);
	if (found.manifest.state === 'open') return found;
	throw refused(
		`Manifest ${shown(code)} is closed, so ${what}. Create another one for what is still to leave.`,
	);
}

export const toHead = (row: ManifestRow): ManifestHead => ({
	code: row.code,
	store: row.store,
	hub: row.hub,
	provider: row.provider,
	state: row.state,
	openedAt: instant(row.opened_at),
	closedAt: row.closed_at === null ? null : instant(row.closed_at),
	closedBy: row.closed_by,
});

/** A parcel of a manifest, and where it and its order stand. */
export interface Entry {
	readonly id: number;
	readonly manifest: number;
	readonly order_id: number;
	readonly parcel_id: number;
	/** Which part of its order it is; null for an order in one piece. */
	readonly part: number | null;
	readonly left_out: string | null;
	readonly channel_id: string;
	readonly number: string;
	readonly order_status: HubStatus;
	readonly mapped_status: HubStatus | null;
	/** 1 where the channel cancelled it when it was too late, and nobody has decided yet. */
	readonly disputed: number;
	/** Null once the order has given its parcel back. */
	readonly status: HubStatus | null;
	readonly tracking_number: string | null;
	readonly carrier: string | null;
	readonly tracking_url: string | null;
}

/** SQL, of a row `o` of `orders`: the channel cancelled it when it was too late, and nobody has decided yet. */
export const isDisputed = `EXISTS (SELECT 1 FROM exceptions x WHERE x.store = o.store
	AND x.kind = 'cancelled_after_invoice' AND x.reference = o.channel_id AND x.state = 'open')`;

/** In the order in which they were added. */
export const entriesOf = (manifests: readonly number[]): Work<readonly Entry[]> =>
	rows<Entry>(
		`SELECT e.id, e.manifest, e.order_id, e.parcel_id, e.left_out, o.channel_id, o.number, o.status AS order_status,
			o.mapped_status, CASE WHEN ${isDisputed} THEN 1 ELSE 0 END AS disputed, p.part, p.status, p.tracking_number, p.carrier, p.tracking_url
		FROM manifest_parcels e JOIN orders o ON o.id = e.order_id
			LEFT JOIN parcels p ON p.id = e.parcel_id AND p.order_id = e.order_id
		WHERE e.manifest IN {ids} ORDER BY e.id`,
		elements(manifests),
	);

export const trackingOf = ({ tracking_number, carrier, tracking_url }: Entry) =>
	tracking_number === null ? null : { number: tracking_number, carrier, url: tracking_url };

/** Its goods stay: it was cancelled, or may be, or its parcel is none any more. What has left is not held back. */
export const isOff = ({ order_status, status, disputed }: Entry): boolean =>
	order_status === 'cancelled' || status === null || (disputed === 1 && !hasLeft(status));
