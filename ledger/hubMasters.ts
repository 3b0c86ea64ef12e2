import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { ledgerAsMaster, masterInWords } from '../domain/stockMaster';
import { reconsiderHeld } from './settling';
import { mostNumbers, openStatuses, stillOpen, type OpenOrder } from './stillOpen';
import type { StoreDraft } from './storeShapes';
import { elements, rows, run, type Work } from './statement';

type Saved = Pick<StoreDraft, 'code' | 'settings'>;

interface HubRow {
	readonly code: string;
	readonly master: string;
}

/**
 * Gives the store the hubs that it is to be the stock master of and takes the others back (G9); belongs into the transaction that
 * saves the store, after its places. Refuses what would leave a hub, an order or a store between two masters. An OMS says what
 * may be promised, so no safety stock of the ledger stays at a hub that it gets.
 */
export function* keepMasters({ code, settings }: Saved): Work<void> {
	const wanted = new Set(settings.stockMaster ? settings.hubMap.map(({ hub }) => hub) : []);
	const hubs = yield* rows<HubRow>('SELECT code, stock_master AS master FROM hubs ORDER BY code');
	const gained = hubs.filter((hub) => wanted.has(hub.code) && hub.master !== code);
	const lost = hubs.filter((hub) => !wanted.has(hub.code) && hub.master === code);
	if (wanted.size > 0) checkCode(code);
	checkFree(code, gained);
	const changed = [...gained, ...lost].map((hub) => hub.code);
	if (changed.length > 0) {
		yield* checkNoOpenOrders(code, changed, wanted.size === 0);
		yield* setMaster(code, gained);
		yield* setMaster(ledgerAsMaster, lost);
		yield* run(
			'UPDATE stock SET safety_stock = 0 WHERE safety_stock <> 0 AND hub IN {elements}',
			elements(gained.map((hub) => hub.code)),
		);
	}
	yield* checkStores(code, changed);
	if (changed.length > 0) yield* reconsiderHeld(yield* storesAt(changed));
}

function checkCode(code: string): void {
	if (code !== ledgerAsMaster) return;
	throw refused(
		`Store code ${shown(code)} stands for the hub's own ledger, so this store cannot be a stock master. Use another store code.`,
	);
}

function checkFree(code: string, gained: readonly HubRow[]): void {
	const taken = gained.filter(({ master }) => master !== ledgerAsMaster);
	if (taken.length === 0) return;
	throw refused(
		`Store ${shown(code)} was not saved: a hub has one stock master, and another OMS has ${namesOf(taken)}. Unmap it there first, or take it out of Hub Mapping here.`,
	);
}

const setMaster = (master: string, hubs: readonly HubRow[]): Work<void> =>
	run(
		'UPDATE hubs SET stock_master = ? WHERE code IN {elements}',
		master,
		elements(hubs.map(({ code }) => code)),
	);

/** Whoever has to ship them would not know of them any more. `isAll`: the OMS has no hub left, so none for those it is still to get. */
function* checkNoOpenOrders(code: string, hubs: readonly string[], isAll: boolean): Work<void> {
	const found = yield* rows<OpenOrder>(
		`SELECT number, COUNT(*) OVER () AS total FROM orders WHERE status IN {elements} AND id IN (
			SELECT id FROM orders WHERE hub IN {elements}
			UNION SELECT order_id FROM parcels WHERE hub IN {elements} AND shipped_at IS NULL
			UNION SELECT order_id FROM oms_orders WHERE oms = ?
			UNION SELECT order_id FROM outbox WHERE store = ? AND effect = 'create'
				AND state IN ('pending', 'claimed', 'waiting', 'exception'))
		ORDER BY placed_at, id LIMIT ?`,
		elements(openStatuses),
		elements(hubs),
		elements(hubs),
		isAll ? code : '',
		isAll ? code : '',
		mostNumbers,
	);
	if (found.length === 0) return;
	throw refused(
		`Store ${shown(code)} was not saved: the stock master of ${hubs.map(shown).join(', ')} would change, and ${stillOpen(found)}. Ship or cancel them, or give them to another hub with Order: Assign Hub, then save again.`,
	);
}

interface PlaceRow extends HubRow {
	readonly store: string;
	readonly seller: string;
	/** 1 where the hub keeps no stock for the store. */
	readonly shipping_only: number;
	/** Null where the ledger is the master. */
	readonly master_seller: string | null;
}

/** A store's orders go to one master, and that is one of its own seller. An OMS ships from its stock only. */
function* checkStores(code: string, changed: readonly string[]): Work<void> {
	const places = yield* rows<PlaceRow>(
		`SELECT DISTINCT p.store, s.seller, s.shipping_only, h.code, h.stock_master AS master, m.seller AS master_seller
		FROM store_places p JOIN stores s ON s.code = p.store JOIN hubs h ON h.code = p.hub
		LEFT JOIN stores m ON m.code = h.stock_master
		WHERE p.store = ? OR p.store IN (SELECT store FROM store_places WHERE hub IN {elements})
		ORDER BY p.store, h.code`,
		code,
		elements(changed),
	);
	for (const [store, hubs] of Map.groupBy(places, (place) => place.store)) {
		const foreign = hubs.filter(
			({ seller, master_seller }) => (master_seller ?? seller) !== seller,
		);
		if (foreign.length > 0) {
			throw refused(
				`Store ${shown(code)} was not saved: store ${shown(store)} maps ${namesOf(foreign)}, which belongs to another seller. Stock never moves between sellers: map another hub.`,
			);
		}
		const outside = hubs.filter((hub) => hub.shipping_only === 1 && hub.master !== ledgerAsMaster);
		if (outside.length > 0) {
			throw refused(
				`Store ${shown(code)} was not saved: store ${shown(store)} is Shipping Only and maps ${namesOf(outside)}, which takes what it ships off its own stock. Map another hub, or choose Integration Type Fulfillment + Shipping.`,
			);
		}
		if (new Set(hubs.map(({ master }) => master)).size > 1) {
			throw refused(
				`Store ${shown(code)} was not saved: Hub Mapping of store ${shown(store)} would hold hubs of different stock masters: ${namesOf(hubs)}. A store sells from hubs of one master: take the others out of its map.`,
			);
		}
	}
}

function* storesAt(hubs: readonly string[]): Work<readonly string[]> {
	const found = yield* rows<{ store: string }>(
		'SELECT DISTINCT store FROM store_places WHERE hub IN {elements} ORDER BY store',
		elements(hubs),
	);
	return found.map(({ store }) => store);
}

const namesOf = (hubs: readonly HubRow[]) =>
	hubs.map(({ code, master }) => `hub ${shown(code)} of ${masterInWords(master)}`).join(', ');
