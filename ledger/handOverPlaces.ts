import type { LocationUnits } from '../domain/oms';
import { shown } from '../domain/sku';
import type { Store } from './storeShapes';
import { elements, rows, type Work } from './statement';

interface PlannedUnits {
	readonly order_id: number;
	readonly line_id: string;
	readonly hub: string;
	readonly quantity: number;
}

/** Units of a line that are to leave a hub, and the OMS's location that the hub stands for; null where it stands for none. */
export interface Place extends PlannedUnits {
	readonly location: string | null;
}

/** What was planned to leave each hub and has not left it, by the ledger's order id. */
export function* placesOf(
	{ settings }: Store,
	orders: readonly number[],
): Work<ReadonlyMap<number, readonly Place[]>> {
	const found = yield* rows<PlannedUnits>(
		`SELECT p.order_id, l.line_id, p.hub, l.quantity FROM parcels p JOIN parcel_lines l ON l.parcel_id = p.id
		WHERE p.order_id IN {ids} AND p.shipped_at IS NULL AND p.hub IS NOT NULL ORDER BY p.id, l.line_id`,
		elements(orders),
	);
	const locations = new Map(settings.hubMap.map(({ hub, location }) => [hub, location]));
	const places = found.map((one) => ({ ...one, location: locations.get(one.hub) ?? null }));
	return Map.groupBy(places, ({ order_id }) => order_id);
}

/** Where the open units of a line leave. */
export const locationsOf = (places: readonly Place[], line: string): readonly LocationUnits[] =>
	places.flatMap(({ line_id, location, quantity }) =>
		line_id === line && location !== null ? [{ location, quantity }] : [],
	);

/** What the OMS could only guess at: where it ships from is never a matter of chance. */
export function placeFault({ code }: Store, places: readonly Place[]) {
	const lost = places.find(({ location }) => location === null);
	if (lost === undefined) return null;
	return {
		why: `hub ${shown(lost.hub)}, from which it is to leave, stands for no location of store ${code}`,
		advice: `Map the hub in Hub Mapping of store ${code}, or give the order another hub with Order: Assign Hub, then retry this.`,
	};
}
