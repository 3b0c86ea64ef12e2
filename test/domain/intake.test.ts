import { intake, placeOf } from '../../domain/intake';
import { settings } from '../support/ledgers';
import { placed } from '../support/placed';

const connectedAt = '2026-03-01T00:00:00.000Z';
const fateOf = (change: Parameters<typeof placed>[1]) =>
	intake(placed('1', change), settings(), connectedAt);

describe('intake', () => {
	test('creates an order that may go anywhere', () => {
		expect(fateOf({})).toEqual({ do: 'create', status: 'created', forcedHub: null });
	});

	test('creates an order of a mapped location at its hub', () => {
		expect(fateOf({ location: 'loc-ank' })).toEqual({
			do: 'create',
			status: 'created',
			forcedHub: 'ankara',
		});
	});

	test.each([
		['packed', 'created'],
		['on_hold', 'on_hold'],
		['shipped', 'shipped'],
		['returned', 'returned'],
		['cancelled', 'cancelled'],
	] as const)('takes an order that the map calls %s in as %s', (hubStatus, status) => {
		expect(fateOf({ hubStatus })).toMatchObject({ do: 'create', status });
	});

	test('parks an order placed before the connection, and says both times', () => {
		expect(fateOf({ placedAt: '2026-02-28T23:59:59.999Z' })).toEqual({
			do: 'park',
			reason: 'before_connection',
			detail: 'placed 2026-02-28T23:59:59.999Z, the store was connected 2026-03-01T00:00:00.000Z',
		});
	});

	test('takes in an order placed at the moment of the connection', () => {
		expect(fateOf({ placedAt: connectedAt }).do).toBe('create');
	});

	test('parks an order whose statuses the map does not know, and names them', () => {
		expect(fateOf({ hubStatus: null, statuses: ['payment:WAITING', 'status:DRAFT'] })).toEqual({
			do: 'park',
			reason: 'unmapped_status',
			detail: 'the map knows none of payment:WAITING, status:DRAFT',
		});
	});

	test('parks an order of a known location without a hub, and names the location', () => {
		expect(fateOf({ location: 'loc-izm' })).toEqual({
			do: 'park',
			reason: 'unmapped_location',
			detail: 'location loc-izm is not mapped to a hub',
		});
	});

	test('makes an exception of an order at a location that the store does not have, with advice', () => {
		expect(fateOf({ location: 'loc-nowhere' })).toEqual({
			do: 'except',
			cause: "location loc-nowhere is not one of the store's locations",
			advice: expect.stringContaining('Map the location to a hub in the store settings'),
		});
	});

	test.each([
		[
			'its time before its status',
			{ placedAt: '2026-02-01T00:00:00.000Z', hubStatus: null },
			'before_connection',
		],
		[
			'its time before its location',
			{ placedAt: '2026-02-01T00:00:00.000Z', location: 'loc-nowhere' },
			'before_connection',
		],
		[
			'its status before its location',
			{ hubStatus: null, location: 'loc-nowhere' },
			'unmapped_status',
		],
	])('looks at %s', (_, change, reason) => {
		expect(fateOf(change)).toMatchObject({ do: 'park', reason });
	});
});

describe('the place of a location', () => {
	test.each([
		[null, { hub: null, known: true }],
		['loc-ist', { hub: 'istanbul', known: true }],
		['loc-izm', { hub: null, known: true }],
		['loc-nowhere', { hub: null, known: false }],
	])('%p', (location, place) => {
		expect(placeOf(location, settings())).toEqual(place);
	});
});
