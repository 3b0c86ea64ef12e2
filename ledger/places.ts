import type { StoreSettings } from '../domain/store';
import { each, elements, rows, run, type Work } from './statement';

/** A hub that fills a location of the channel; with location '' all of a store's hubs fill the one figure there is. */
export interface Place {
	readonly store: string;
	readonly location: string;
	readonly hub: string;
}

/** Belongs into the transaction that saves the settings. */
export function* savePlaces(store: string, { hubMap }: StoreSettings): Work<void> {
	yield* run('DELETE FROM store_places WHERE store = ?', store);
	yield* each(
		'INSERT INTO store_places (store, location, hub) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
		hubMap.map(({ location, hub }) => [store, location, hub]),
	);
}

export const placesOf = (stores: readonly string[]): Work<readonly Place[]> =>
	rows<Place>(
		`SELECT store, location, hub FROM store_places WHERE store IN {elements} ORDER BY store, location, hub`,
		elements(stores),
	);
