import * as fc from 'fast-check';
import { distanceKm } from '../../domain/distance';

const places = {
	istanbul: { latitude: 41.0082, longitude: 28.9784 },
	ankara: { latitude: 39.9334, longitude: 32.8597 },
	kuwait: { latitude: 29.3759, longitude: 47.9774 },
	auckland: { latitude: -36.8485, longitude: 174.7633 },
	nowhere: { latitude: null, longitude: null },
};
type Place = keyof typeof places;

const halfRoundTheEarthKm = Math.PI * 6371;
const coordinates = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const anywhere = fc.record({ latitude: coordinates(90), longitude: coordinates(180) });

const between = (from: Parameters<typeof distanceKm>[0], to: typeof from) => {
	const km = distanceKm(from, to);
	if (km === null) throw new Error('both places have coordinates');
	return km;
};

describe('the distance', () => {
	test.each<[Place, Place, number]>([
		['istanbul', 'ankara', 349],
		['istanbul', 'kuwait', 2149],
		['istanbul', 'auckland', 17_039],
		['ankara', 'ankara', 0],
	])('from %s to %s is about %p km', (from, to, km) => {
		const found = between(places[from], places[to]);
		expect(found).toBeGreaterThanOrEqual(km - 1);
		expect(found).toBeLessThanOrEqual(km + 1);
	});

	test('crosses the date line the short way', () => {
		const [east, west] = [
			{ latitude: 0, longitude: 179.5 },
			{ latitude: 0, longitude: -179.5 },
		];
		expect(between(east, west)).toBeCloseTo(111.19, 1);
	});

	test.each<[Place, Place]>([
		['nowhere', 'ankara'],
		['ankara', 'nowhere'],
	])('is unknown from %s to %s', (from, to) => {
		expect(distanceKm(places[from], places[to])).toBeNull();
		expect(distanceKm({ ...places[from], latitude: 1 }, { ...places[to], latitude: 1 })).toBeNull();
		expect(
			distanceKm({ ...places[from], longitude: 1 }, { ...places[to], longitude: 1 }),
		).toBeNull();
	});

	test('is the same both ways, and never more than half round the earth', () => {
		fc.assert(
			fc.property(anywhere, anywhere, (from, to) => {
				expect(between(from, to)).toBeCloseTo(between(to, from), 6);
				expect(between(from, to)).toBeGreaterThanOrEqual(0);
				expect(between(from, to)).toBeLessThanOrEqual(halfRoundTheEarthKm + 1e-6);
			}),
		);
	});

	test('is never longer than by a third place', () => {
		// Rounding costs up to metres between places that face each other across the globe.
		fc.assert(
			fc.property(anywhere, anywhere, anywhere, (from, to, via) => {
				expect(between(from, to)).toBeLessThanOrEqual(between(from, via) + between(via, to) + 0.01);
			}),
		);
	});
});
