import { offerGoods, tellHistory } from '../support/history';
import { always, draft, engines, furnish, settings } from '../support/ledgers';
import { enlarged, partialIndexes, readsOf, statementsOf, type TableRead } from '../support/plans';
import { everyStep } from '../support/telling';
import { workingDay } from '../support/workingDay';

/** Tables with a row or more for each order or listing. */
const growing = new Set([
	...['orders', 'order_lines', 'parcels', 'parcel_lines', 'reservations', 'movements', 'events'],
	...['outbox', 'listings', 'published', 'stock', 'skus', 'exceptions', 'sync_runs'],
	...['returns', 'return_lines', 'invoices', 'issued_invoices', 'oms_orders', 'oms_parcels'],
	...['manifest_parcels'],
]);
/** What very many rows have in common. */
const common = new Set(['store', 'seller', 'hub', 'status', 'state', 'kind', 'type', 'consumer']);
/** Where few of many stand. */
const few = /(status|state) (= '(created|on_hold|open)'|IN \('pending', 'claimed', 'waiting'\))/;

/** What may read much, and why. */
const allowed: readonly (readonly [RegExp, string])[] = [
	[/^INSERT INTO consumers .*MAX\(id\)/s, 'the newest event is the last of its index'],
	[/MAX\(id\), 0\) FROM events\) - 10000/, 'the newest event is the last of its index'],
	[/COUNT\(\*\) FROM listings WHERE store/, 'a person who looks at a store sees how many it lists'],
	[
		/FROM listings WHERE store = \S+ ?\) l WHERE/,
		'only the first ones of two lists are put in order',
	],
	[/AND p\.status = /, 'a person asks for all that a hub has brought to one status'],
	[/FROM exceptions\s+WHERE store = \S+ AND state = /, 'a person asks for exceptions in a state'],
];

describe.each(engines)('a ledger with many orders on $engine', ({ engine: name, open }) => {
	test('reads nothing that grows from one end to the other, whatever is done every day', async () => {
		const hub = await open();
		const { ledger } = hub;
		await furnish(ledger);
		await ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: everyStep }) }));
		for (let nth = 0; nth < 5; nth++) {
			const made = { code: `hub-${nth}`, name: 'Hub', latitude: null, longitude: null };
			await ledger.saveHub({ ...made, ...always, active: true });
		}
		await offerGoods(hub.engine, { store: 'ikas-tr', seller: 'acme', skus: 500, apart: 1 });
		const history = { store: 'ikas-tr', orders: 2_500, from: 100, skus: 500 };
		await tellHistory(hub.engine, { ...history, hubs: ['istanbul', 'ankara'] });
		const partial = new Set((await hub.sql(partialIndexes(name))).map((row) => row.name));
		const statements = await statementsOf(() => workingDay(hub));
		const looked = name === 'PostgreSQL' ? await enlarged(hub, growing) : growing;
		const reads = await readsOf(hub.engine, name, statements);
		await hub.close();
		const isWalk = ({ table, index, by, isSorted, sql }: TableRead) =>
			looked.has(table) &&
			!partial.has(index) &&
			by.every((column) => common.has(column)) &&
			!few.test(sql) &&
			(isSorted || !sql.includes('LIMIT')) &&
			!allowed.some(([which]) => which.test(sql));
		expect(reads.filter(isWalk)).toEqual([]);
	});
});
