import { asinFault, listingCsv } from '../../channels/amazonSellerFlex/listingCsv';
import { csvReader } from '../../domain/csv';
import { csvRows } from '../../domain/csvRows';

function read(...lines: readonly string[]) {
	const reader = csvReader();
	const file = csvRows(listingCsv);
	const records = [...reader.push(lines.join('\n')), ...reader.end()];
	const part = file.take(records);
	file.end();
	return part;
}

const reasons = (...lines: readonly string[]) =>
	read(...lines).refused.map(({ line, reason }) => `${line}: ${reason}`);

describe('the catalog of an Amazon store, as a file', () => {
	test('says which product each seller SKU is, and which SKU it is in the hub where that differs', () => {
		const { rows, refused } = read(
			'ASIN,Seller SKU,Hub SKU,Title',
			'B0EXAMPLE1,MUG-BLUE,,"Mug, blue"',
			'B0EXAMPLE2,MUG-RED,M-2,',
		);
		expect(refused).toEqual([]);
		expect(rows).toEqual([
			{ listing: 'MUG-BLUE', sku: 'MUG-BLUE', product: 'B0EXAMPLE1', title: 'Mug, blue' },
			{ listing: 'MUG-RED', sku: 'M-2', product: 'B0EXAMPLE2' },
		]);
	});

	test("may be Amazon's own report of all listings", () => {
		const header = ['item-name', 'seller-sku', 'price', 'quantity', 'product-id', 'asin1'].join(
			'\t',
		);
		const { rows } = read(
			header,
			['Mug', 'MUG', '9.99', '3', 'B0EXAMPLE1', 'B0EXAMPLE1'].join('\t'),
		);
		expect(rows).toEqual([{ listing: 'MUG', sku: 'MUG', product: 'B0EXAMPLE1', title: 'Mug' }]);
	});

	test.each(['B0EXAMPLE1', 'B000000000', '0306406152', '080442957X'])('%s is an ASIN', (asin) => {
		expect(asinFault(asin)).toBeNull();
	});

	test.each(['B0EXAMPLE', 'B0EXAMPLE12', 'b0example1', 'A0EXAMPLE1', 'B0EXAMPL 1', '08044295X7'])(
		'%s is none, and its line is refused and listed',
		(asin) => {
			const { rows, refused, left } = read('sku,asin,title', `MUG,${asin},Mug`);
			const reason = expect.stringContaining(`"${asin}" is no ASIN: it has 10 characters`);
			expect(rows).toEqual([]);
			expect(refused).toMatchObject([{ line: 2, reason }]);
			expect(left).toEqual([{ listing: 'MUG', title: 'Mug', reason }]);
		},
	);

	test('lists a row without an ASIN by its SKU, and one without a usable SKU not at all', () => {
		const { refused, left } = read('sku,asin', 'MUG,', ',B0EXAMPLE1');
		const reason = 'it has no ASIN, and without one its stock cannot be told to Amazon';
		expect(refused).toMatchObject([
			{ line: 2, reason },
			{ line: 3, reason: 'the seller SKU is not usable, it is blank' },
		]);
		expect(left).toEqual([{ listing: 'MUG', title: 'MUG', reason }]);
	});

	test('may say how large and heavy a unit is, with a point or a comma', () => {
		const header = 'sku;asin;length cm;width_cm;Height (cm);weight g';
		expect(read(header, 'MUG;B0EXAMPLE1;12,5;10;9.25;350', 'CUP;B0EXAMPLE2;;;;').rows).toEqual([
			{
				...{ listing: 'MUG', sku: 'MUG', product: 'B0EXAMPLE1' },
				box: { length: 12.5, width: 10, height: 9.25, weight: 350 },
			},
			{ listing: 'CUP', sku: 'CUP', product: 'B0EXAMPLE2' },
		]);
	});

	test('refuses a size that is none, or only a part of one', () => {
		const header = 'sku;asin;length;width;height;weight';
		const row = (...sizes: readonly string[]) => ['MUG;B0EXAMPLE1', ...sizes].join(';');
		expect(
			reasons(header, row('1', '2', '3', ''), row('1', '2', '3', '1.250'), row('0', '1', '1', '1')),
		).toEqual([
			'2: it has no weight, and a size needs length, width, height and weight',
			'3: weight "1.250" is no number with at most two decimals',
			'4: length "0" is no number above 0, up to 1000000',
		]);
		expect(read(header, row('0', '1', '1', '1')).left).toEqual([]);
	});

	test('is refused as a whole without a column for the ASIN', () => {
		expect(() => read('sku,title', 'MUG,Mug')).toThrow(/no column for asin/);
		expect(() => read()).toThrow('e.g. seller sku,asin,title.');
	});
});
