import { refused } from '../domain/failure';
import { hubFaults } from '../domain/hubFaults';
import type { RuleSet } from '../domain/routing';
import { ruleFaults } from '../domain/ruleFaults';
import { shown } from '../domain/sku';
import { ledgerAsMaster } from '../domain/stockMaster';
import type { StoreSettings } from '../domain/store';
import { hubsInLedger } from './lookups';
import { reconsiderHeld } from './settling';
import type { Hub, HubDraft, Seller } from './storeShapes';
import { first, rows, run, type Work } from './statement';
import { takeTurn } from './turn';

/** Whose goods they are; the code never changes. */
export function* saveSeller(seller: Seller): Work<Seller> {
	if (seller.code.trim() === '') throw refused('The seller has no code. Give it one, e.g. "acme".');
	yield* run(
		'INSERT INTO sellers (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name',
		seller.code,
		seller.name,
	);
	return seller;
}

/** A warehouse or shop that ships. Closed ones take no new orders. */
export function* saveHub(hub: HubDraft): Work<Hub> {
	const { code, name, active, latitude, longitude, orderLimit, workingHours } = hub;
	if (code.trim() === '') throw refused('The hub has no code. Give it one, e.g. "istanbul".');
	if ((latitude === null) !== (longitude === null)) {
		throw refused(
			`Hub ${shown(code)} has only one of latitude and longitude. Give both or neither.`,
		);
	}
	if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) {
		throw refused(`Hub ${shown(code)}: ${latitude}, ${longitude} is not a place. Use degrees.`);
	}
	const faults = hubFaults(hub);
	if (faults.length > 0) throw refused(`Hub ${shown(code)}: ${faults.join(' ')}`);
	yield* takeTurn();
	const saved = yield* first<{ stock_master: string }>(
		`INSERT INTO hubs (code, name, active, latitude, longitude, order_limit, working_hours)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (code) DO UPDATE SET name = excluded.name, active = excluded.active,
			latitude = excluded.latitude, longitude = excluded.longitude, order_limit = excluded.order_limit,
			working_hours = excluded.working_hours RETURNING stock_master`,
		code,
		name,
		active ? 1 : 0,
		latitude,
		longitude,
		orderLimit,
		workingHours === null ? null : JSON.stringify(workingHours),
	);
	if (active) yield* reconsiderHeld(yield* storesWith(code));
	return { ...hub, stockMaster: saved?.stock_master ?? ledgerAsMaster };
}

function* storesWith(hub: string): Work<readonly string[]> {
	const found = yield* rows<{ store: string }>(
		'SELECT DISTINCT store FROM store_places WHERE hub = ? ORDER BY store',
		hub,
	);
	return found.map(({ store }) => store);
}

/** Adds a version of the rule set; decisions name the version they were made with. What no rule could place is tried again. */
export function* saveRuleSet({ code, rules }: Omit<RuleSet, 'version'>): Work<RuleSet> {
	const hubs = (yield* hubsInLedger()).map((hub) => hub.code);
	const faults = ruleFaults(rules, hubs);
	if (faults.length > 0) throw refused(`Rule set ${shown(code)}: ${faults.join(' ')}`);
	yield* takeTurn();
	const saved = yield* first<{ version: number }>(
		`INSERT INTO rule_sets (code, version, rules, saved_at)
		SELECT ?, COALESCE(MAX(version), 0) + 1, ?, {now} FROM rule_sets WHERE code = ? RETURNING version`,
		code,
		JSON.stringify(rules),
		code,
	);
	yield* reconsiderHeld(yield* storesRoutedBy(code));
	return { code, version: saved?.version ?? 1, rules };
}

function* storesRoutedBy(ruleSet: string): Work<readonly string[]> {
	const stores = yield* rows<{ code: string; settings: string }>(
		`SELECT s.code, v.settings FROM stores s JOIN store_settings v ON v.store = s.code AND v.version = s.version`,
	);
	return stores
		.filter(({ settings }) => (JSON.parse(settings) as StoreSettings).ruleSet === ruleSet)
		.map(({ code }) => code);
}
