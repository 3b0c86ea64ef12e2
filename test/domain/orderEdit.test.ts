import * as fc from 'fast-check';
import { differences } from '../../domain/orderEdit';
import { line, placed } from '../support/placed';

const hub = placed('1', { lines: [line('1', 'A', 2), line('2', 'B', 1)] });
const address = hub.shipTo && { ...hub.shipTo, lines: ['Atatürk Bulvarı 5'] };

describe('differences', () => {
	test.each([
		['the number', { number: 'N1b' }],
		['the statuses', { statuses: ['package:FULFILLED'] }],
		['the customer', { customer: null }],
		['the total', { total: { minor: 1, currency: 'TRY' } }],
		[
			'a price',
			{ lines: hub.lines.map((one) => ({ ...one, unitPrice: { minor: 1, currency: 'TRY' } })) },
		],
		['a title', { lines: hub.lines.map((one) => ({ ...one, title: 'renamed' })) }],
		['the order of the lines', { lines: [...hub.lines].reverse() }],
	])('a warehouse does nothing else when %s changes', (_, change) => {
		expect(differences(hub, { ...hub, ...change })).toEqual([]);
	});

	test.each([
		[
			'another address',
			{ shipTo: address },
			[{ field: 'shipTo', hub: hub.shipTo, channel: address }],
		],
		['no address', { shipTo: null }, [{ field: 'shipTo', hub: hub.shipTo, channel: null }]],
		[
			'another location',
			{ location: 'loc-ank' },
			[{ field: 'location', hub: null, channel: 'loc-ank' }],
		],
		[
			'more of a line',
			{ lines: [line('1', 'A', 3), line('2', 'B', 1)] },
			[{ field: 'line 1', hub: work('A', 2), channel: work('A', 3) }],
		],
		[
			'less of a line',
			{ lines: [line('1', 'A', 2, 1), line('2', 'B', 1)] },
			[{ field: 'line 1', hub: work('A', 2), channel: work('A', 2, 1) }],
		],
		[
			'another SKU on a line',
			{ lines: [line('1', 'A', 2), line('2', 'C', 1)] },
			[{ field: 'line 2', hub: work('B', 1), channel: work('C', 1) }],
		],
		[
			'a line gone',
			{ lines: [line('1', 'A', 2)] },
			[{ field: 'line 2', hub: work('B', 1), channel: null }],
		],
		[
			'a line more',
			{ lines: [...hub.lines, line('3', 'C', 4)] },
			[{ field: 'line 3', hub: null, channel: work('C', 4) }],
		],
	])('shows %s', (_, change, found) => {
		expect(differences(hub, { ...hub, ...change })).toEqual(found);
	});

	test('shows each thing that differs once', () => {
		const channel = { ...hub, shipTo: address, location: 'loc-ank', lines: [line('1', 'A', 9)] };
		expect(differences(hub, channel).map(({ field }) => field)).toEqual([
			'shipTo',
			'location',
			'line 1',
			'line 2',
		]);
	});

	test('finds the same seen from either side', () => {
		const lines = fc.uniqueArray(
			fc
				.tuple(
					fc.constantFrom('1', '2', '3'),
					fc.constantFrom('A', 'B'),
					fc.integer({ min: 1, max: 2 }),
				)
				.map(([id, sku, ordered]) => line(id, sku, ordered)),
			{ selector: ({ id }) => id },
		);
		fc.assert(
			fc.property(lines, lines, (ours, theirs) => {
				const [here, there] = [placed('1', { lines: ours }), placed('1', { lines: theirs })];
				const turned = differences(there, here).map((one) => ({
					...one,
					hub: one.channel,
					channel: one.hub,
				}));
				const byField = (one: { field: string }, other: { field: string }) =>
					one.field.localeCompare(other.field);
				expect([...differences(here, there)].sort(byField)).toEqual(turned.sort(byField));
				expect(differences(here, here)).toEqual([]);
			}),
		);
	});
});

function work(sku: string, ordered: number, cancelled = 0) {
	return { sku, listing: `listing-${sku}`, ordered, cancelled };
}
