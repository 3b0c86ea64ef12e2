import { facilityFaults } from '../../channels/oker/facilities';
import { warehouseRows } from '../../channels/oker/warehouseMap';
import { warehouseFaults } from '../../channels/oker/warehouses';
import { closeShops, okerShop } from './okerShop';
import { failureOf } from './testShop';

const messageOf = async (text: string) =>
	(await failureOf(Promise.resolve(text).then(warehouseRows))).message;

describe('Warehouse Location of Oker', () => {
	it.each([
		['{"OKR-W1":"north"}', [['OKR-W1', 'north']]],
		[
			' {\n\t"OKR-W1" : "north",\r\n "W\\u0032":"city \\"2\\"" } ',
			[
				['OKR-W1', 'north'],
				['W2', 'city "2"'],
			],
		],
		[
			'{"okr-w1":"a","OKR-W1":"b"}',
			[
				['okr-w1', 'a'],
				['OKR-W1', 'b'],
			],
		],
		[
			'{"OKR-W1":"north","OKR-W2":"north"}',
			[
				['OKR-W1', 'north'],
				['OKR-W2', 'north'],
			],
		],
	])('reads %s', (text, pairs) => {
		expect(warehouseRows(text)).toEqual(pairs.map(([location, hub]) => ({ location, hub })));
	});

	it.each([
		['', 'it is empty'],
		[' \n', 'it is empty'],
		['{}', 'it names no warehouse'],
		['["OKR-W1"]', 'it is a list, not an object, at line 1, column 1'],
		['\n "north"', 'it is a text, not an object, at line 2, column 2'],
		['7', 'it is a number, not an object, at line 1, column 1'],
		['null', 'it is null, not an object, at line 1, column 1'],
		['OKR-W1=north', 'an object in braces is missing at line 1, column 1'],
		['{"OKR-W1":5}', 'the hub of warehouse "OKR-W1" is a number, not a text, at line 1, column 11'],
		[
			'{"A":{"B":"c"},"D":[],"E":true}',
			'the hub of warehouse "A" is an object, not a text, at line 1, column 6; the hub of warehouse "D" is a list, not a text, at line 1, column 20; the hub of warehouse "E" is true, not a text, at line 1, column 27',
		],
		['{"":"north"}', 'the code of a warehouse is empty at line 1, column 2'],
		['{"OKR-W1":" "}', 'the hub of warehouse "OKR-W1" is empty at line 1, column 11'],
		[
			'{"A":"x",\n"B":"y",\n"A":"x"}',
			'warehouse "A" stands twice, at line 1, column 2 and at line 3, column 1',
		],
		[
			'{"\\u0041":"x","A":"y"}',
			'warehouse "A" stands twice, at line 1, column 2 and at line 1, column 15',
		],
		['{"é😀":"x","é😀":"y"}', 'at line 1, column 2 and at line 1, column 11'],
		['{"A":"x"', 'a comma or } is missing at line 1, column 9'],
		['{"A":"x",}', 'a name in double quotes is missing at line 1, column 10'],
		["{'A':'x'}", 'a name in double quotes is missing at line 1, column 2'],
		['{"A" "x"}', 'a colon is missing at line 1, column 6'],
		['{"A":}', 'a value is missing at line 1, column 6'],
		['{"A":x}', 'a value is missing at line 1, column 6'],
		['{"A":"x"} {"B":"y"}', 'the end is missing at line 1, column 11'],
		['{"A":"x"} // north', 'the end is missing at line 1, column 11'],
	])('refuses %j', async (text, words) => {
		expect(await messageOf(text)).toContain(`Warehouse Location: `);
		expect(await messageOf(text)).toContain(words);
	});

	it('agrees with a JSON parser on what is JSON', async () => {
		const pieces = [
			'{',
			'}',
			'[',
			']',
			':',
			',',
			'"A"',
			'"',
			'1',
			'01',
			'1.5e3',
			'-',
			'true',
			'nul',
			'\\',
			' ',
		];
		let seed = 7;
		const pick = () => {
			seed = (seed * 48_271) % 2_147_483_647;
			return pieces[seed % pieces.length] ?? '';
		};
		const isJson = async (text: string) => {
			const [parsed] = await Promise.allSettled([
				Promise.resolve(text).then((one) => JSON.parse(one)),
			]);
			return parsed.status === 'fulfilled';
		};
		for (let round = 0; round < 3_000; round++) {
			const inner = Array.from({ length: seed % 9 }, pick).join('');
			const text = `{"K":"v"${inner}}`;
			const [read] = await Promise.allSettled([Promise.resolve(text).then(warehouseRows)]);
			if (read.status === 'fulfilled') expect([text, await isJson(text)]).toEqual([text, true]);
			else if (await isJson(text)) expect(String(read.reason)).not.toContain('missing');
		}
	});
});

describe('facilities of Oker', () => {
	afterEach(closeShops);

	const hubMap = [
		{ location: 'OKR-W1', hub: 'north' },
		{ location: 'OKR-W2', hub: 'city' },
	];
	const faults = (change: object) =>
		facilityFaults({ hubMap, inventorySync: true, inventoryHubs: [], ...change });

	it('are those of the map, whether they are chosen or not', () => {
		expect(faults({})).toEqual([]);
		expect(faults({ inventoryHubs: ['city', 'north'] })).toEqual([]);
	});

	it('differ from the map in words', () => {
		expect(faults({ inventoryHubs: ['north', 'south'] })).toEqual([
			expect.stringContaining('it lacks "city" and has "south" besides'),
		]);
	});

	it('may not be one hub for two warehouses while stock goes out', () => {
		const shared = hubMap.map((row) => ({ ...row, hub: 'north' }));
		expect(faults({ hubMap: shared })).toEqual([
			expect.stringContaining('warehouses "OKR-W1", "OKR-W2" are all hub "north"'),
		]);
		expect(faults({ hubMap: shared, inventorySync: false })).toEqual([]);
	});

	it('are compared with the warehouses of the gateway, where it lists them', async () => {
		const shop = await okerShop();
		shop.sandbox.setWarehouses([{ code: 'OKR-W1' }, { code: 'OKR-W3', active: false }]);
		expect(await warehouseFaults(shop.seller, hubMap)).toEqual([
			expect.stringContaining('no warehouse "OKR-W2". It has "OKR-W1", "OKR-W3"'),
		]);
		const off = [{ location: 'OKR-W3', hub: 'x' }];
		expect(await warehouseFaults(shop.seller, off)).toEqual([
			expect.stringContaining('switched off'),
		]);
		const core = await okerShop({ level: 'core' });
		expect(await warehouseFaults(core.seller, hubMap)).toEqual([]);
	});
});
