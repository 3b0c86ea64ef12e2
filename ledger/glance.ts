import { instant } from '../domain/instant';
import type { HubStatus } from '../domain/hubStatus';
import type { StoreGlance, StoreHour, StoresGlance } from './overviewShapes';
import { waitsForPerson } from './returnRows';
import { glanceOf, standingColumns, stateOf, whySwitchedOff, type StandingRow } from './standing';
import { storedSettings } from './storedSettings';
import { syncKinds } from './syncShapes';
import { first, rows, type Work } from './statement';

const hourMs = 3_600_000;

interface Of {
	readonly store: string;
}

interface StoreRow {
	readonly code: string;
	readonly channel: string;
	readonly seller: string;
	readonly settings: string;
}

/** Every store with how it stands, and its last hours; for a page that shows them all. */
export function* glanceAtStores(hours: number): Work<StoresGlance> {
	const now = yield* clock();
	const stores = yield* rows<StoreRow>(
		`SELECT s.code, s.channel, s.seller, v.settings FROM stores s
		JOIN store_settings v ON v.store = s.code AND v.version = s.version ORDER BY s.code`,
	);
	const syncs = yield* byStore<StandingRow>(`SELECT store, ${standingColumns} FROM syncs`);
	const figures = yield* figuresOf(now, hours);
	return {
		now: instant(now),
		stores: stores.map(({ code, channel, seller, settings }) => ({
			...{ code, channel, seller },
			syncs: glances(settings, syncs.get(code) ?? [], now),
			...figures(code),
		})),
	};
}

function glances(saved: string, known: readonly StandingRow[], now: number) {
	const settings = storedSettings(saved);
	return syncKinds.map((kind) => {
		const row = known.find((one) => one.kind === kind);
		return glanceOf(kind, row, stateOf(row, whySwitchedOff(kind, settings) !== null, now));
	});
}

type Figures = Pick<
	StoreGlance,
	'orders' | 'parked' | 'exceptions' | 'returns' | 'updates' | 'hours'
>;

/** What is counted of the one store, or of each where none is named. */
export function* figuresOf(
	now: number,
	hours: number,
	store?: string,
): Work<(store: string) => Figures> {
	const only = store === undefined ? '' : 'AND store = ?';
	const values = store === undefined ? [] : [store];
	const grouped = (table: string, what: string) =>
		byStore<{ readonly n: number }>(
			`SELECT store, COUNT(*) AS n FROM ${table} WHERE ${what} ${only} GROUP BY store`,
			...values,
		);
	const counted = yield* byStore<{ readonly status: HubStatus; readonly orders: number }>(
		`SELECT store, status, orders FROM order_counts WHERE orders > 0 ${only} ORDER BY status`,
		...values,
	);
	const parked = yield* grouped('parked', '1 = 1');
	const exceptions = yield* grouped('exceptions', "state = 'open'");
	const returns = yield* grouped('returns', waitsForPerson);
	const updates = yield* grouped('outbox', "state IN ('pending', 'claimed', 'waiting')");
	const since = Math.floor(now / hourMs) - hours;
	const passed = yield* byStore<{ hour: number; orders: number; failures: number }>(
		`SELECT store, hour, orders, failures FROM store_hours WHERE hour > ${since} ${only} ORDER BY hour`,
		...values,
	);
	const toHour = ({ hour, orders, failures }: { hour: number } & Omit<StoreHour, 'hour'>) => ({
		hour: instant(hour * hourMs),
		orders,
		failures,
	});
	return (of) => ({
		orders: Object.fromEntries(
			(counted.get(of) ?? []).map(({ status, orders }) => [status, orders]),
		),
		parked: parked.get(of)?.[0]?.n ?? 0,
		exceptions: exceptions.get(of)?.[0]?.n ?? 0,
		returns: returns.get(of)?.[0]?.n ?? 0,
		updates: updates.get(of)?.[0]?.n ?? 0,
		hours: (passed.get(of) ?? []).map(toHour),
	});
}

function* byStore<Row>(sql: string, ...values: readonly string[]): Work<Map<string, (Row & Of)[]>> {
	return Map.groupBy(yield* rows<Row & Of>(sql, ...values), ({ store }) => store);
}

/** The database's. */
export function* clock(): Work<number> {
	return (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0;
}
