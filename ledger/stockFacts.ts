import { refused } from '../domain/failure';
import { shown, skuFault } from '../domain/sku';
import { ledgerAsMaster, masterInWords } from '../domain/stockMaster';
import { addToCatalog } from './catalog';
import { tell } from './events';
import { hubsInLedger } from './lookups';
import { freeStock } from './reserving';
import { recognise, settle } from './settling';
import { rows, type Work } from './statement';
import { takeTurn } from './turn';

interface Place {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
}

/** Refuses the whole list when one of its rows cannot be stored. */
export function* checkPlaces<P extends Place>(
	places: readonly P[],
	faultOf: (place: P) => string | null,
): Work<void> {
	const hubs = new Map((yield* hubsInLedger()).map((hub) => [hub.code, hub.stockMaster]));
	const sellers = new Set(
		(yield* rows<{ code: string }>('SELECT code FROM sellers')).map(({ code }) => code),
	);
	for (const place of places) {
		const fault = placeFault(place, hubs, sellers) ?? faultOf(place);
		if (fault !== null)
			throw refused(
				`Stock of SKU ${shown(place.sku)} at hub ${shown(place.hub)}: ${fault} No stock was changed.`,
			);
	}
}

function placeFault(
	{ seller, sku, hub }: Place,
	masters: ReadonlyMap<string, string>,
	sellers: ReadonlySet<string>,
): string | null {
	const inSku = skuFault(sku);
	if (inSku !== null) return `the SKU is not usable, ${inSku}. Correct it.`;
	const master = masters.get(hub);
	if (master === undefined) return 'there is no such hub. Save the hub first.';
	if (!sellers.has(seller)) return `there is no seller ${shown(seller)}. Save the seller first.`;
	if (master !== ledgerAsMaster) {
		return `${masterInWords(master)} is the stock master of this hub. Change it there: the next stock sync brings it here.`;
	}
	return null;
}

export const isWhole = (value: number) => Number.isSafeInteger(value);

/** Carries out a change of stock and everything that follows from it, within the transaction (G6). */
export function* changeStock(places: readonly Place[], change: () => Work<void>): Work<void> {
	const touched = [...Map.groupBy(places, ({ seller }) => seller)].map(([seller, of]) => ({
		seller,
		skus: [...new Set(of.map(({ sku }) => sku))].sort(),
	}));
	yield* takeTurn(touched.map(({ seller }) => seller));
	const before: Stand[] = [];
	for (const { seller, skus } of touched) {
		const fresh = yield* addToCatalog(seller, skus);
		before.push({ seller, skus, fresh, inStock: yield* inStock(seller, skus) });
	}
	yield* change();
	for (const stand of before) yield* follow(stand);
}

interface Stand {
	readonly seller: string;
	readonly skus: readonly string[];
	/** SKUs that the catalog did not have. */
	readonly fresh: readonly string[];
	readonly inStock: ReadonlySet<string>;
}

function* follow({ seller, skus, fresh, inStock: before }: Stand): Work<void> {
	yield* settle(seller, skus);
	yield* recognise(seller, fresh);
	const after = yield* inStock(seller, skus);
	const out = [...before].filter((sku) => !after.has(sku));
	yield* tell(
		null,
		out.map((sku) => ({ type: 'stock_out', order: null, detail: sku })),
	);
}

/** SKUs of which some hub has free units. */
function* inStock(seller: string, skus: readonly string[]): Work<ReadonlySet<string>> {
	const levels = yield* freeStock(seller, skus);
	return new Set(levels.filter(({ free }) => free > 0).map(({ sku }) => sku));
}
