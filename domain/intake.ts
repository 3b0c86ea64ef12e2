import type { HubStatus } from './hubStatus';
import type { Instant } from './instant';
import type { MappedOrder } from './order';
import type { StoreSettings } from './store';
import { asIntake } from './transitions';

export type ParkReason = 'unmapped_status' | 'unmapped_location' | 'before_connection';

/** What becomes of an order that the hub does not know yet. */
export type Intake =
	| { readonly do: 'create'; readonly status: HubStatus; readonly forcedHub: string | null }
	| { readonly do: 'park'; readonly reason: ParkReason; readonly detail: string }
	| { readonly do: 'except'; readonly cause: string; readonly advice: string };

export function intake(order: MappedOrder, settings: StoreSettings, connectedAt: Instant): Intake {
	if (order.placedAt < connectedAt) {
		return park(
			'before_connection',
			`placed ${order.placedAt}, the store was connected ${connectedAt}`,
		);
	}
	if (order.hubStatus === null) {
		return park('unmapped_status', `the map knows none of ${order.statuses.join(', ')}`);
	}
	const place = placeOf(order.location, settings);
	if (place.known === false) {
		return {
			do: 'except',
			cause: `location ${order.location} is not one of the store's locations`,
			advice: 'Map the location to a hub in the store settings, save them, then retry.',
		};
	}
	if (order.location !== null && place.hub === null) {
		return park('unmapped_location', `location ${order.location} is not mapped to a hub`);
	}
	return { do: 'create', status: asIntake(order.hubStatus), forcedHub: place.hub };
}

/** The hub that stands for a channel location; `known` is false for a location the store does not have. */
export const placeOf = (
	location: string | null,
	settings: Pick<StoreSettings, 'hubMap' | 'locations'>,
) => ({
	hub: settings.hubMap.find((row) => row.location === location)?.hub ?? null,
	known: location === null || settings.locations.some(({ id }) => id === location),
});

const park = (reason: ParkReason, detail: string): Intake => ({ do: 'park', reason, detail });
