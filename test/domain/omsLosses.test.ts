import { lossesIn } from '../../domain/omsLosses';

const of = ['1', '2', '3'].map((line) => ({ line, quantity: 1 }));
/** Lines of which nothing has left; `!` marks one that somebody packs, `.` one that has left, `-` one that is cancelled. */
const standing = (text: string) =>
	new Map(
		[...text].map((mark, at) => [
			String(at + 1),
			{
				kept: mark === '-' ? 0 : 1,
				open: mark === '-' || mark === '.' ? 0 : 1,
				isBegun: mark === '!',
			},
		]),
	);

describe('units that an OMS has taken off', () => {
	test.each([
		['none', '***', [3, 3], ''],
		['the last one', '***', [2, 2], '3'],
		['from the last on', '***', [1, 1], '32'],
		['one that nobody packs', '*!!', [2, 2], '1'],
		['one that is packed where no other is left', '.!!', [2, 1], '3'],
		['none that the hub lacks, too', '**-', [2, 2], ''],
		['one more than the hub lacks', '**-', [1, 1], '2'],
		['none that came back after it had left', '.**', [2, 2], ''],
		['none while one is on its way out and nobody knows', '***', [3, 2], ''],
		['all that is left', '.**', [1, 0], '32'],
		['none while the OMS has more than the hub', '*--', [3, 3], ''],
	])('are %s', (_, marks, [kept = 0, open = 0], lost) => {
		const found = lossesIn([{ of, kept, open }], standing(marks));
		expect(found).toEqual([...lost].map((line) => ({ line, quantity: 1 })));
	});

	test('are counted by units where a line has several', () => {
		const lines = [{ of: [{ line: '1', quantity: 5 }], kept: 3, open: 2 }];
		const five = new Map([['1', { kept: 5, open: 4, isBegun: false }]]);
		expect(lossesIn(lines, five)).toEqual([{ line: '1', quantity: 2 }]);
	});
});
