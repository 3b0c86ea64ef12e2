import * as fc from 'fast-check';
import { hubStatuses } from '../../domain/hubStatus';
import { mapBack, mapStatus } from '../../domain/statusMap';

const map = [
	{ channelStatus: 'payment:PAID', hubStatus: 'new_order' },
	{ channelStatus: 'package:FULFILLED', hubStatus: 'shipped' },
	{ channelStatus: 'status:CANCELLED', hubStatus: 'cancelled' },
] as const;

describe('the status map', () => {
	test.each([
		['the only one it knows', ['payment:PAID'], 'new_order'],
		[
			'the most telling of the order, whatever the order of the rows',
			['status:CANCELLED', 'payment:PAID'],
			'cancelled',
		],
		['the first it knows', ['status:DRAFT', 'package:FULFILLED', 'payment:PAID'], 'shipped'],
		['nothing when it knows none', ['status:DRAFT'], null],
		['nothing for letters of another case', ['payment:paid'], null],
		['nothing for an order without a status', [], null],
	])('reads %s', (_, statuses, meaning) => {
		expect(mapStatus({ statuses }, map)).toBe(meaning);
	});

	test('means nothing without rows', () => {
		expect(mapStatus({ statuses: ['payment:PAID'] }, [])).toBeNull();
	});

	test('never gives a meaning that the row of a status of the order does not give', () => {
		const rows = fc.uniqueArray(
			fc.record({
				channelStatus: fc.constantFrom('a', 'b', 'c', 'd'),
				hubStatus: fc.constantFrom(...hubStatuses),
			}),
			{ selector: (row) => row.channelStatus },
		);
		fc.assert(
			fc.property(rows, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (known, statuses) => {
				const decides = statuses.find((status) =>
					known.some((row) => row.channelStatus === status),
				);
				const row = known.find(({ channelStatus }) => channelStatus === decides);
				expect(mapStatus({ statuses }, known)).toBe(row?.hubStatus ?? null);
			}),
		);
	});
});

describe('the status map back', () => {
	const back = [{ hubStatus: 'shipped', channelStatus: 'FULFILLED' }] as const;

	test('says what the channel is told', () => {
		expect(mapBack('shipped', back)).toBe('FULFILLED');
	});

	test('says nothing of a status without a row', () => {
		expect(mapBack('delivered', back)).toBeNull();
	});
});
