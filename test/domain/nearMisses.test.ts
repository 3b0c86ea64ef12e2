import { nearMisses } from '../../domain/nearMisses';

function near(sought: string, others: readonly string[], taken: readonly string[] = []) {
	const misses = nearMisses();
	misses.seek(sought);
	for (const sku of others) misses.look(sku, taken.includes(sku));
	return misses.of(sought);
}

describe('near misses of a SKU', () => {
	test.each([
		['case', 'shirt-red-m'],
		['a space', 'SHIRT-RED-M '],
		['spaces inside', 'SHIRT RED M'],
		['separators', 'SHIRT_RED-M'],
		['no separators', 'SHIRTREDM'],
		['wide letters', 'ＳＨIRT-RED-M'],
		['one letter more', 'SHIRT-REDD-M'],
		['one letter less', 'SHIRT-RD-M'],
		['another letter', 'SHIRT-RET-M'],
		['two letters changed about', 'SHIRT-ERD-M'],
		['case and a letter', 'shirt-rdd-m'],
	])('differ by %s', (_, other) => {
		expect(near('SHIRT-RED-M', [other])).toEqual([other]);
	});

	test.each(['SHIRT-BLUE-M', 'SHIRT-RDX-M', 'SHIRT-RE', 'SHIRT-DRE-M', 'SHITR-ERD-M', 'M', ''])(
		'are not what differs more: %s',
		(other) => {
			expect(near('SHIRT-RED-M', [other])).toEqual([]);
		},
	);

	test('are never the SKU itself', () => {
		expect(near('A-1', ['A-1'])).toEqual([]);
	});

	test('come with those first that only look different, and five at most', () => {
		const others = ['AB-12', 'AB-13', 'AB-14', 'ab-11', 'AB 11', 'AB-15'];
		expect(near('AB-11', others)).toEqual(['ab-11', 'AB 11', 'AB-12', 'AB-13', 'AB-14']);
	});

	test('are not a letter apart from what has its own counterpart', () => {
		expect(near('AB-11', ['AB-12', 'ab-11'], ['AB-12', 'ab-11'])).toEqual(['ab-11']);
	});

	test('of short ones are not a letter apart: that is too much of them', () => {
		expect(near('AB1', ['AB2', 'ab1'])).toEqual(['ab1']);
	});
});
