import { each, elements, first, rows, run, type Work } from '../../ledger/statement';
import { engines, type OpenLedger } from '../support/ledgers';

describe.each(engines)('a transaction on $engine', ({ open }) => {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await open();
		await hub.sql(
			'CREATE TABLE things (id {id}, name TEXT NOT NULL UNIQUE, amount BIGINT, at BIGINT)',
		);
	});
	afterEach(() => hub.close());

	const insert = 'INSERT INTO things (name, amount) VALUES (?, ?)';
	const does = <T>(work: () => Work<T>) => hub.engine.run(work);
	const names = async () =>
		(await hub.sql('SELECT name FROM things ORDER BY id')).map(Object.values);

	test('gives numbers as numbers, texts as texts and nothing as null', async () => {
		await hub.sql(insert, 'çay; DROP \'x\' "y" ? {now} \\ 1', 9_007_199_254_740_991);
		expect(
			await hub.sql(
				`SELECT id, name, amount, at, COUNT(*) OVER () AS counted, SUM(amount) OVER () AS sum, '?' AS quoted,
					CAST('7' AS TEXT) AS seven FROM things`,
			),
		).toEqual([
			{
				id: 1,
				name: 'çay; DROP \'x\' "y" ? {now} \\ 1',
				amount: 9_007_199_254_740_991,
				at: null,
				counted: 1,
				sum: 9_007_199_254_740_991,
				quoted: '?',
				seven: '7',
			},
		]);
	});

	test('runs a statement for more rows than it sends at once, in their order, and answers in it', async () => {
		const many = Array.from({ length: 1234 }, (_, at) => [`thing ${at}`, at]);
		const answered = await does(() => each(`${insert} RETURNING name, amount`, many));
		expect(answered).toEqual(many.map(([name, amount]) => ({ name, amount })));
	});

	test('runs it for each row as if the others were not there, so the same thing may come twice', async () => {
		const upsert = `${insert} ON CONFLICT (name) DO UPDATE SET amount = things.amount + excluded.amount RETURNING amount`;
		expect(
			await does(() =>
				each(upsert, [
					['a', 1],
					['a', 2],
					['b', 5],
					['a', 4],
				]),
			),
		).toEqual([{ amount: 1 }, { amount: 3 }, { amount: 5 }, { amount: 7 }]);
	});

	test('leaves nothing behind when it is refused', async () => {
		await expect(
			does(function* () {
				yield* run(insert, 'a', 1);
				throw new Error('no');
			}),
		).rejects.toThrow('no');
		expect(await names()).toEqual([]);
	});

	test('leaves nothing behind when one of many rows is wrong, and the next one goes well', async () => {
		const wrong = ['a', 'b', null, 'd'].map((name, at) => [name, at]);
		await expect(does(() => each(insert, wrong))).rejects.toThrow(/null/i);
		expect(await names()).toEqual([]);
		await hub.sql(insert, 'a', 1);
		expect(await names()).toEqual([['a']]);
	});

	test('refuses a value that no column holds', async () => {
		await expect(hub.sql(insert, undefined as never, 1)).rejects.toThrow();
		await expect(does(() => each(insert, [['a', undefined as never]]))).rejects.toThrow();
		expect(await names()).toEqual([]);
	});

	test('finds texts and keys that are given as a list', async () => {
		const odd = ['a', 'İ', `'"`, '\\u0000', '1'];
		await does(() =>
			each(
				insert,
				odd.map((name, at) => [name, at]),
			),
		);
		const found = await does(() =>
			rows(
				'SELECT name FROM things WHERE name IN {elements} AND id IN {ids} ORDER BY id',
				elements(odd),
				elements([1, 2, 3, 4]),
			),
		);
		expect(found.map(({ name }) => name)).toEqual(odd.slice(0, 4));
	});

	test('tells the time by one clock, also while it waits', async () => {
		const times = await does(function* () {
			const before = yield* first<{ now: number }>('SELECT {now} AS now');
			yield* each(
				insert,
				Array.from({ length: 3000 }, (_, at) => [`thing ${at}`, at]),
			);
			return [before?.now ?? 0, (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0];
		});
		expect(times[1]).toBeGreaterThan(times[0] ?? 0);
		expect(Number.isInteger(times[0])).toBe(true);
	});
});
