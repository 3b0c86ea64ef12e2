import type { Instant } from './instant';
import { placeOf } from './intake';
import type { MappedOrder } from './order';
import type { StoreSettings } from './store';
import { asIntake, hasLeft } from './transitions';

/** Units of one SKU that orders of a store will need although none are reserved for them. */
export interface Demand {
	readonly store: string;
	/** The hub that has to ship them, or null where any of the store's hubs may. */
	readonly hub: string | null;
	readonly units: number;
}

/** Units of what an order names: by SKU, by listing, or by both. Which SKU a listing is may change until it is shipped. */
export interface WantedUnits {
	readonly sku: string | null;
	readonly listing: string | null;
	readonly units: number;
}

/** What the order keeps from being offered while it is parked or failed, and the hub it is wanted from. */
export interface HeldBack {
	readonly hub: string | null;
	readonly wanted: readonly WantedUnits[];
}

/** What is cancelled, has left or was sold before the store was connected holds nothing back. */
export function heldBackBy(
	order: MappedOrder,
	settings: Pick<StoreSettings, 'hubMap' | 'locations'>,
	connectedAt: Instant,
): HeldBack {
	const status = order.hubStatus === null ? 'created' : asIntake(order.hubStatus);
	const isOpen = status !== 'cancelled' && !hasLeft(status) && order.placedAt >= connectedAt;
	const open = order.lines
		.map(({ sku, listing, ordered, cancelled }) => ({ sku, listing, units: ordered - cancelled }))
		.filter(({ sku, listing }) => (sku ?? '') !== '' || listing !== null)
		.filter(({ units }) => Number.isSafeInteger(units) && units > 0);
	return {
		hub: placeOf(order.location, settings).hub,
		wanted: isOpen ? summedUp(open) : [],
	};
}

const summedUp = (wanted: readonly WantedUnits[]): readonly WantedUnits[] =>
	[...Map.groupBy(wanted, ({ sku, listing }) => JSON.stringify([sku, listing])).values()].flatMap(
		([first, ...more]) =>
			first === undefined
				? []
				: [{ ...first, units: more.reduce((sum, { units }) => sum + units, first.units) }],
	);

/**
 * What the hubs may still promise of one SKU once the demand is held back, none below zero. Demand for a hub counts there;
 * the rest is taken from the demanding store's hubs, where most is left first.
 */
export function withoutHeldBack(
	free: ReadonlyMap<string, number>,
	demands: readonly Demand[],
	hubsOf: (store: string) => readonly string[],
): ReadonlyMap<string, number> {
	const left = new Map([...free].map(([hub, units]) => [hub, Math.max(0, units)]));
	const take = (hub: string, units: number) => {
		const taken = Math.min(units, left.get(hub) ?? 0);
		if (taken > 0) left.set(hub, (left.get(hub) ?? 0) - taken);
		return units - taken;
	};
	for (const { hub, units } of demands) if (hub !== null) take(hub, units);
	for (const { store, hub, units } of demands) {
		if (hub !== null) continue;
		const most = hubsOf(store).toSorted((a, b) => (left.get(b) ?? 0) - (left.get(a) ?? 0));
		most.reduce((wanted, one) => take(one, wanted), units);
	}
	return left;
}

/** What the channel is told where so much is available. */
export const figureOf = (
	available: number,
	{ stockBuffer, stockCap }: Pick<StoreSettings, 'stockBuffer' | 'stockCap'>,
): number => Math.min(stockCap ?? Infinity, Math.max(0, available - stockBuffer));
