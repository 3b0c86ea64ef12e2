import type { Order } from '../domain/order';
import { noLocation } from '../domain/store';
import { listedSkus } from './lines';
import { each, type Work } from './statement';
import type { Store } from './storeShapes';

type Counted = Pick<Order, 'location' | 'lines'>;

/**
 * What customers order, change and cancel, a channel may take off its figures by itself or give back. What it confirmed of them
 * before is then not what it shows any more, also where the hub's own figure comes back to the same: the next push says it again.
 */
export function* countedThere({ code, settings }: Store, orders: readonly Counted[]): Work<void> {
	// Such a channel leaves the figure as it was told, and takes its own reservations off when it sells.
	if (settings.addReservations) return;
	const lines = orders.flatMap(({ location, lines: of }) =>
		of.map(({ listing, sku }) => ({ listing, sku, location: location ?? noLocation })),
	);
	const listings = new Set(lines.flatMap(({ listing }) => listing ?? []));
	const listed = yield* listedSkus(code, [...listings]);
	const places = lines.flatMap(({ listing, sku: written, location }) => {
		const sku = (listing === null ? undefined : listed.get(listing)) ?? written;
		return sku === null ? [] : [[sku, location] as const];
	});
	const once = new Map(places.map((place) => [JSON.stringify(place), place]));
	yield* each(
		`UPDATE published SET confirmed = NULL
		WHERE store = ? AND sku = ? AND location = ? AND confirmed IS NOT NULL`,
		[...once.keys()].sort().map((key) => [code, ...(once.get(key) ?? [])]),
	);
}
