import { asFollowed, lineChanges } from '../../domain/lineChanges';
import { differences } from '../../domain/orderEdit';
import { line, placed } from '../support/placed';

const whole = { isWhole: true } as const;
const hub = placed('1', { ...whole, lines: [line('1', 'A', 2), line('2', 'B', 3, 1)] });
const [first = line('1', 'A'), second = line('2', 'B')] = hub.lines;
const withLines = (...lines: typeof hub.lines) => ({ ...hub, lines });

describe('what the channel changed of single lines', () => {
	test.each([
		[
			'units cancelled',
			[line('1', 'A', 2, 1), second],
			'Line 1 (SKU A): 1 of 2 units cancelled on the channel.',
		],
		[
			'other units cancelled than before',
			[first, line('2', 'B', 3, 2)],
			'Line 2 (SKU B): 2 of 3 units cancelled on the channel, 1 in the hub.',
		],
		[
			'more ordered',
			[line('1', 'A', 3), second],
			'Line 1 (SKU A): 3 units on the channel, 2 in the hub.',
		],
		['a line gone', [first], 'Line 2 (SKU B): removed on the channel.'],
		['a line more', [first, second, line('3', null, 1)], 'Line 3: added on the channel, 1 unit.'],
		['another SKU', [{ ...first, sku: 'C' }, second], 'Line 1 (SKU A): SKU C on the channel.'],
		[
			'another listing',
			[{ ...first, listing: null }, second],
			'Line 1 (SKU A): no listing on the channel.',
		],
		[
			'a line that breaks a line',
			[first, second, line('3\u202e', 'A\nB', 2)],
			'Line 3  (SKU A B): added on the channel, 2 units.',
		],
	])('is told of %s', (_, lines, sentence) => {
		expect(lineChanges(hub, withLines(...lines))).toEqual([sentence]);
		expect(differences(hub, withLines(...lines))).toHaveLength(1);
	});

	test('is nothing where a warehouse does nothing else', () => {
		const renamed = { ...first, title: 'renamed', unitPrice: { minor: 1, currency: 'TRY' } };
		expect(lineChanges(hub, withLines(second, renamed))).toEqual([]);
	});
});

describe('a newer revision', () => {
	const fewer = withLines(line('1', 'A', 2, 2), second);

	test('of an order that goes as a whole keeps the lines of the hub, and all else is as the channel has it', () => {
		expect(asFollowed(hub, { ...fewer, number: 'N2', memo: 'news' })).toEqual({
			...hub,
			...{ number: 'N2', memo: 'news' },
			notFollowed: ['Line 1 (SKU A): 2 of 2 units cancelled on the channel.'],
		});
	});

	test.each([
		['of any other order', { ...fewer, isWhole: undefined }],
		['that cancels the order', { ...fewer, hubStatus: 'cancelled' as const }],
		['that changes no line', { ...hub, location: 'loc-ank' }],
	])('%s is followed, whatever it says of itself', (_, channel) => {
		expect(asFollowed(hub, { ...channel, notFollowed: ['a sentence of a stranger'] })).toEqual(
			channel,
		);
	});
});
