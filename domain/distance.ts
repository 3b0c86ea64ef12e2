import type { Coordinates } from './routing';

const earthRadiusKm = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres; null when either place has no coordinates. */
export function distanceKm(from: Coordinates, to: Coordinates): number | null {
	if (from.latitude === null || from.longitude === null) return null;
	if (to.latitude === null || to.longitude === null) return null;
	const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
	const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
	const curve = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
	return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, north + curve * east)));
}
