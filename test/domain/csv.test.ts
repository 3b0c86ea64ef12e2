import * as fc from 'fast-check';
import { csvReader, type CsvRecord } from '../../domain/csv';

/** The records of a text that arrives in the pieces given. */
function read(...pieces: readonly string[]): readonly CsvRecord[] {
	const reader = csvReader();
	return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}
const rows = (...pieces: readonly string[]) =>
	read(...pieces).map((record) =>
		'cells' in record ? [record.line, ...record.cells] : [record.line, `refused: ${record.fault}`],
	);

describe('a CSV file', () => {
	test('is rows with the line on which each begins', () => {
		expect(rows('listing,sku\np1,A-1\np2,A-2\n')).toEqual([
			[1, 'listing', 'sku'],
			[2, 'p1', 'A-1'],
			[3, 'p2', 'A-2'],
		]);
	});

	test.each([
		['LF', '\n'],
		['CR LF', '\r\n'],
		['CR', '\r'],
	])('may end its lines with %s, the last one with none', (_, end) => {
		expect(rows(['a,b', '"1', '2",3', '4,5'].join(end))).toEqual([
			[1, 'a', 'b'],
			[2, `1${end}2`, '3'],
			[4, '4', '5'],
		]);
	});

	test('may quote cells that hold delimiters, line ends and doubled quotes', () => {
		expect(rows('a,b\n"x, ""y""\nz",\n"",""\n')).toEqual([
			[1, 'a', 'b'],
			[2, 'x, "y"\nz', ''],
			[4, '', ''],
		]);
	});

	test('may hold quotes inside of a cell that is not quoted', () => {
		expect(rows('a,b\n12" O"Neill,x\n')).toEqual([
			[1, 'a', 'b'],
			[2, '12" O"Neill', 'x'],
		]);
	});

	test.each([',', ';', '\t', '|'])('may delimit its cells with %j, as its header does', (by) => {
		const header = ['listing', '"sku,,,;;;\t\t\t|||"'.replaceAll(by, ''), 'title'].join(by);
		const [, row] = rows(`${header}\n${['1', 'A', 'x,;|y'.replaceAll(by, '')].join(by)}\n`);
		expect(row).toEqual([2, '1', 'A', 'x,;|y'.replaceAll(by, '')]);
	});

	test('may begin with a byte order mark and with blank lines, and have some in between', () => {
		expect(rows('\uFEFF\n\na,b\n\n1,2\n  \n3,4')).toEqual([
			[3, 'a', 'b'],
			[5, '1', '2'],
			[7, '3', '4'],
		]);
		expect(rows('\uFEFFa')).toEqual([[1, 'a']]);
	});

	test('may be empty', () => {
		expect(rows()).toEqual([]);
		expect(rows('', '\n')).toEqual([]);
	});

	test('costs only the row that has more or fewer cells than the header', () => {
		expect(rows('a,b\n1\n1,2,3\n"x\ny"\n1,2\n')).toEqual([
			[1, 'a', 'b'],
			[2, 'refused: it has 1 cell, the header has 2'],
			[3, 'refused: it has 3 cells, the header has 2'],
			[4, 'refused: it has 1 cell, the header has 2'],
			[6, '1', '2'],
		]);
	});

	test('costs only the row with text behind a closing quote', () => {
		expect(read('a,b\n"x"y,1\n2,3\n')).toEqual([
			{ line: 1, cells: ['a', 'b'] },
			{ line: 2, fault: 'text follows a closing quote', text: '"x"y,1' },
			{ line: 3, cells: ['2', '3'] },
		]);
	});

	test('costs only the line where a quote is opened and never closed', () => {
		expect(rows('a,b\n"1\n2","3\n4,5\n6,7\n')).toEqual([
			[1, 'a', 'b'],
			[3, 'refused: a quote is opened and not closed'],
			[4, '4', '5'],
			[5, '6', '7'],
		]);
		expect(rows('a,b\n1,"')).toEqual([
			[1, 'a', 'b'],
			[2, 'refused: a quote is opened and not closed'],
		]);
	});

	test('costs only that line also where a quote further down would close it', () => {
		expect(rows('a,b\n1,"2\n3,"4"\n5,6\n')).toEqual([
			[1, 'a', 'b'],
			[2, 'refused: a quote is opened and not closed'],
			[3, '3', '4'],
			[4, '5', '6'],
		]);
	});

	test('goes on behind a quote that is not closed for a long while', () => {
		const many = Array.from({ length: 30_000 }, (_, at) => `${at},x`);
		const found = read(['a,b', '1,"2', ...many].join('\n'));
		expect(found).toHaveLength(2 + many.length);
		expect(found[1]).toMatchObject({ line: 2, fault: 'a quote is opened and not closed' });
		expect(found.at(-1)).toEqual({ line: 30_002, cells: ['29999', 'x'] });
	});

	test('ends where a line has no end', () => {
		const reader = csvReader();
		reader.push('a,b\n1,2\n');
		expect(reader.push('x'.repeat(100_001))).toMatchObject([
			{ line: 3, fault: expect.stringContaining('nothing behind it was read') },
		]);
		expect([...reader.push('\n1,2\n'), ...reader.end()]).toEqual([]);
	});
});

describe('whatever table is written', () => {
	const delimiter = fc.constantFrom(',', ';', '\t', '|');
	const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
	const cell = fc.string({ unit: fc.constantFrom(...'aİ,;\t|"\r\n 👕'), maxLength: 6 });
	const table = fc
		.integer({ min: 2, max: 4 })
		.chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
		);
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

	/** Quotes what has to be quoted, and now and then what has not. */
	const write = (text: string, by: string, always: boolean) =>
		always || [by, '"', '\r', '\n'].some((special) => text.includes(special)) ? quoted(text) : text;

	/** The text in pieces cut at the places given. */
	const pieces = (text: string, cuts: readonly number[]) => {
		const at = [...cuts.map((cut) => cut % (text.length + 1)), 0, text.length].sort(
			(a, b) => a - b,
		);
		return at.slice(1).map((end, before) => text.slice(at[before], end));
	};

	test('is read back, with its lines, however it arrives', () => {
		fc.assert(
			fc.property(
				...[table, delimiter, lineEnd, fc.boolean(), fc.boolean(), fc.boolean()],
				fc.array(fc.nat()),
				(body, by, end, always, isEnded, hasMark, cuts) => {
					const header = (body[0] ?? ['', '']).map((_, column) => `c${column}`);
					const lines = [header, ...body].map((cells) =>
						cells.map((one) => write(one, by, always)).join(by),
					);
					const text = `${hasMark ? '\uFEFF' : ''}${lines.join(end)}${isEnded ? end : ''}`;
					let line = 1;
					const expected = [header, ...body].map((cells, at) => {
						const record = { line, cells };
						line += (lines[at]?.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
						return record;
					});
					expect(read(...pieces(text, cuts))).toEqual(expected);
				},
			),
			{ numRuns: 500 },
		);
	});

	test('gives each line of any text to at most one record, in order', () => {
		const text = fc.string({ unit: fc.constantFrom(...'a,"\r\n'), maxLength: 60 });
		fc.assert(
			fc.property(text, fc.array(fc.nat()), (body, cuts) => {
				const whole = `a,b\n${body}`;
				const found = read(whole);
				const numbers = found.map(({ line }) => line);
				expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
				expect(read(...pieces(whole, cuts))).toEqual(found);
			}),
			{ numRuns: 500 },
		);
	});
});
