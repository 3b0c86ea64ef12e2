import { hubStatuses, type HubStatus } from '../../domain/hubStatus';
import {
	asIntake,
	channelTransitions,
	hasLeft,
	hubTransitions,
	isUnpicked,
	leastAdvanced,
	mayMove,
} from '../../domain/transitions';

const inside: readonly HubStatus[] = hubStatuses.filter(
	(status) => !hasLeft(status) && status !== 'cancelled',
);

describe.each([
	{ who: 'the hub', table: hubTransitions },
	{ who: 'the channel', table: channelTransitions },
])('what $who may do', ({ table }) => {
	const reachable = (from: HubStatus, seen = new Set<HubStatus>()): ReadonlySet<HubStatus> => {
		for (const to of table[from]) if (!seen.has(to)) reachable(to, seen.add(to));
		return seen;
	};

	test('is said for every status, and leads to statuses only', () => {
		expect(Object.keys(table).sort()).toEqual([...hubStatuses].sort());
		for (const to of Object.values(table).flat()) expect(hubStatuses).toContain(to);
	});

	test.each(hubStatuses)('never names a step from %s twice, nor to itself', (status) => {
		expect(new Set([...table[status], status]).size).toBe(table[status].length + 1);
	});

	test('ends at returned, and comes back from cancelled only with what has left all the same', () => {
		expect(table.returned).toEqual([]);
		expect(table.cancelled.every(hasLeft)).toBe(true);
	});

	test.each(hubStatuses.filter((status) => !isUnpicked(status)))(
		'has no way back to %s',
		(status) => {
			expect(reachable(status)).not.toContain(status);
			expect([...reachable(status)].filter(isUnpicked)).toEqual([]);
		},
	);

	test.each(hubStatuses.filter(hasLeft))('brings nothing back that is %s', (status) => {
		expect([...reachable(status)].every(hasLeft)).toBe(true);
	});

	test('can cancel exactly what has not left', () => {
		const cancellable = hubStatuses.filter((status) => mayMove(table, status, 'cancelled'));
		expect(cancellable).toEqual(inside);
	});

	test('reaches the end from everywhere', () => {
		for (const status of inside) {
			expect([...reachable(status)]).toEqual(
				expect.arrayContaining(['delivered', 'returned', 'cancelled']),
			);
		}
	});
});

describe('the hub', () => {
	test.each([
		['new_order', 'picked', true],
		['picked', 'shipped', true],
		['new_order', 'delivered', true],
		['on_hold', 'created', true],
		['packed', 'picked', false],
		['on_hold', 'new_order', false],
		['created', 'picked', false],
		['hub_assigned', 'picked', false],
		['shipped', 'cancelled', false],
		['delivered', 'shipped', false],
	] as const)('from %s to %s: %p', (from, to, allowed) => {
		expect(mayMove(hubTransitions, from, to)).toBe(allowed);
	});

	test('puts on hold only what is not picked', () => {
		for (const status of hubStatuses.filter((one) => mayMove(hubTransitions, one, 'on_hold'))) {
			expect(isUnpicked(status)).toBe(true);
		}
	});
});

describe('the channel', () => {
	test('never says what is picked or packed, or which hub ships', () => {
		const work: readonly HubStatus[] = inside.filter(
			(status) => status !== 'created' && status !== 'on_hold',
		);
		expect(
			Object.values(channelTransitions)
				.flat()
				.filter((to) => work.includes(to)),
		).toEqual([]);
	});

	test.each([
		['picked', 'on_hold', false],
		['packed', 'created', false],
		['new_order', 'created', false],
		['new_order', 'on_hold', true],
		['picked', 'shipped', true],
		['picked', 'delivered', true],
		['shipped', 'returned', true],
		['delivered', 'partial_return', true],
		['delivered', 'cancelled', false],
	] as const)('from %s to %s: %p', (from, to, allowed) => {
		expect(mayMove(channelTransitions, from, to)).toBe(allowed);
	});
});

describe('a status', () => {
	test('is unpicked, in work, gone or cancelled, and only one of them', () => {
		expect(hubStatuses.filter(isUnpicked)).toEqual([
			'created',
			'on_hold',
			'hub_assigned',
			'new_order',
		]);
		expect(hubStatuses.filter(hasLeft)).toEqual([
			'shipped',
			'delivered',
			'return_to_origin',
			'return_in_progress',
			'partial_return',
			'returned',
		]);
		expect(hubStatuses.filter((status) => isUnpicked(status) && hasLeft(status))).toEqual([]);
	});

	test.each(hubStatuses)(
		'%s is taken in as itself when it left, was cancelled or is held, else as created',
		(mapped) => {
			const kept = hasLeft(mapped) || mapped === 'cancelled' || mapped === 'on_hold';
			expect(asIntake(mapped)).toBe(kept ? mapped : 'created');
		},
	);

	test('is taken in the same way when it is taken in twice', () => {
		for (const status of hubStatuses) expect(asIntake(asIntake(status))).toBe(asIntake(status));
	});
});

describe('an order of several parcels', () => {
	test.each([
		[[], null],
		[['shipped', 'new_order', 'delivered'], 'new_order'],
		[['return_to_origin'], 'return_to_origin'],
		[['returned', 'returned'], 'returned'],
		[['returned', 'shipped'], 'shipped'],
		[['picked', 'returned'], 'picked'],
		[['delivered', 'returned'], 'partial_return'],
		[['returned', 'return_to_origin'], 'partial_return'],
		[['delivered', 'return_in_progress'], 'return_in_progress'],
		[['return_to_origin', 'delivered'], 'return_in_progress'],
	] as const)('%j is %s', (parcels, whole) => {
		expect(leastAdvanced(parcels)).toBe(whole);
		expect(leastAdvanced(parcels.toReversed())).toBe(whole);
	});
});
