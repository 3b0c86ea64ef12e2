import { isMadeOf, unitsIn, unitsOf } from '../../domain/omsUnits';

const of = (...lines: readonly string[]) =>
	lines.map((text) => {
		const [line = '', quantity = '1'] = text.split('x');
		return { line, quantity: Number(quantity) };
	});
const open = (...lines: readonly string[]) =>
	new Map(of(...lines).map(({ line, quantity }) => [line, quantity]));

describe('units of a parcel of an OMS', () => {
	test.each([
		['are taken line by line', [{ of: of('1', '2'), quantity: 1 }], ['1', '2'], ['1'], 0],
		['leave out what has left', [{ of: of('1', '2'), quantity: 1 }], ['2'], ['2'], 0],
		[
			'fill several lines',
			[{ of: of('1x2', '2x3'), quantity: 4 }],
			['1x2', '2x3'],
			['1x2', '2x2'],
			0,
		],
		[
			'are no more of a line than it stands for',
			[{ of: of('1x1'), quantity: 2 }],
			['1x5'],
			['1'],
			1,
		],
		['may be more than are open', [{ of: of('1', '2'), quantity: 3 }], ['1', '2'], ['1', '2'], 1],
		[
			'are taken once, also where two lines stand for the same',
			[
				{ of: of('1x2'), quantity: 1 },
				{ of: of('1x2'), quantity: 2 },
			],
			['1x2'],
			['1x2'],
			1,
		],
		['are not of what stands for no line', [{ of: [], quantity: 4 }], ['1'], [], 0],
	])('%s', (_, lines, has, units, missing) => {
		expect(unitsIn(lines, open(...has))).toEqual({ units: of(...units), missing });
	});

	test('are counted, and compared with those of another parcel', () => {
		const lines = [
			{ of: of('1', '2'), quantity: 1 },
			{ of: [], quantity: 9 },
		];
		expect(unitsOf(lines)).toBe(1);
		expect(isMadeOf(lines, of('2'))).toBe(true);
		expect(isMadeOf(lines, of('1', '2'))).toBe(false);
		expect(isMadeOf(lines, of('3'))).toBe(false);
	});
});
