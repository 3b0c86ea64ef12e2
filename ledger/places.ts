import type { StoreSettings } from '../domain/store';
import { each, elements, rows, run, type Work } from './statement';

/** A hub that fills a location of the channel; with location '' all of a store's hubs fill the one figure there is. */
export interface Place {
	readonly store: string;
	readonly location: string;
	readonly hub: string;
	/** 1 where the hub's stock is offered there, 0 where it is left out (Facility Wise Inventory). */
	readonly offers: number;
}

/** Belongs into the transaction that saves the settings. */
export function* savePlaces(store: string, { hubMap, inventoryHubs }: StoreSettings): Work<void> {
	const offers = (hub: string) => inventoryHubs.length === 0 || inventoryHubs.includes(hub);
	yield* run('DELETE FROM store_places WHERE store = ?', store);
	yield* each(
		'INSERT INTO store_places (store, location, hub, offers) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
		hubMap.map(({ location, hub }) => [store, location, hub, offers(hub) ? 1 : 0]),
	);
}

export const placesOf = (stores: readonly string[]): Work<readonly Place[]> =>
	rows<Place>(
		`SELECT store, location, hub, offers FROM store_places WHERE store IN {elements} ORDER BY store, location, hub`,
		elements(stores),
	);
