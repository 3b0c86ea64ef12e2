import type { MappedOrder } from '../domain/order';
import type { Ledger } from '../ledger/ledger';
import type { Engine } from '../ledger/statement';
import { idOf, offerGoods, skuOf } from '../test/support/history';
import { always, draft, settings } from '../test/support/ledgers';
import { line, placed } from '../test/support/placed';

export const listings = given('listings', 1_000_000);
export const hubs = Array.from({ length: 50 }, (_, at) => `hub-${at}`);
/** Each SKU is at every tenth hub. */
const apart = 10;

/** A number of the command line, such as `--listings=1000` for a smaller ledger. */
export function given(name: string, otherwise: number): number {
	const found = process.argv.find((one) => one.startsWith(`--${name}=`));
	return found === undefined ? otherwise : Number(found.slice(name.length + 3));
}

/** A store with so many listings, of which each hub has some; its channel shows one figure of all of them. */
export async function settleDown(
	ledger: Ledger,
	engine: Engine,
	{ store = 'ikas-tr', seller = 'acme', skus = listings } = {},
): Promise<void> {
	await ledger.saveSeller({ code: seller, name: seller });
	const nowhere = { latitude: null, longitude: null };
	for (const code of hubs)
		await ledger.saveHub({ code, name: code, active: true, ...nowhere, ...always });
	const hubMap = hubs.map((hub) => ({ location: '', hub }));
	await ledger.saveStore(
		draft({ code: store, account: store, settings: settings({ seller, hubMap, locations: [] }) }),
	);
	await offerGoods(engine, { store, seller, skus, apart });
}

/** Paid orders of two lines that one hub has, with ids in no order. */
export const newOrders = (from: number, count: number, skus = listings): readonly MappedOrder[] =>
	Array.from({ length: count }, (_, at) => newOrder(from + at, skus));

function newOrder(n: number, skus: number): MappedOrder {
	const first = (n * 7_919) % skus;
	const second = (first + 37 * apart) % skus;
	const id = idOf(n);
	return placed(id, {
		number: `N${n}`,
		placedAt: '2026-03-02T10:00:00.000Z',
		lines: [line('1', skuOf(first)), line('2', skuOf(second))],
	});
}
