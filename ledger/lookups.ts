import { refused } from '../domain/failure';
import type { RuleSet, WorkingHours } from '../domain/routing';
import { shown } from '../domain/sku';
import type { Hub, Seller, Store } from './storeShapes';
import { first, rows, type Work } from './statement';
import { storedSettings } from './storedSettings';

interface StoreRow {
	code: string;
	channel: string;
	account: string;
	connected_at: string;
	version: number;
	settings: string;
}

/** The store with its settings in force, or those of the given version. */
export function* storeOf(code: string, version?: number): Work<Store> {
	const row = yield* first<StoreRow>(
		`SELECT s.code, s.channel, s.account, s.connected_at, v.version, v.settings
		FROM stores s JOIN store_settings v ON v.store = s.code AND v.version = COALESCE(?, s.version)
		WHERE s.code = ?`,
		version ?? null,
		code,
	);
	if (row === undefined) throw refused(yield* noSuchStore(code, version));
	return {
		code: row.code,
		channel: row.channel,
		account: row.account,
		connectedAt: row.connected_at,
		version: row.version,
		settings: storedSettings(row.settings),
	};
}

/** The seller's stores that are at work, by code. */
export function* activeStores(seller: string): Work<readonly Store[]> {
	const codes = yield* rows<{ code: string }>(
		'SELECT code FROM stores WHERE seller = ? AND active = 1 ORDER BY code',
		seller,
	);
	const stores: Store[] = [];
	for (const { code } of codes) stores.push(yield* storeOf(code));
	return stores;
}

function* noSuchStore(code: string, version?: number): Work<string> {
	const stores = yield* rows<{ code: string }>('SELECT code FROM stores ORDER BY code');
	if (version !== undefined && stores.some((store) => store.code === code)) {
		return `Store ${shown(code)} has no settings version ${version}.`;
	}
	const known = stores.map((store) => store.code).join(', ') || 'none yet';
	return `There is no store ${shown(code)} in the ledger. Save its settings with the channel's node first, or pick one of: ${known}.`;
}

export const sellersInLedger = (): Work<readonly Seller[]> =>
	rows('SELECT code, name FROM sellers ORDER BY code');

interface HubRow {
	code: string;
	name: string;
	active: number;
	latitude: number | null;
	longitude: number | null;
	order_limit: number | null;
	working_hours: string | null;
	stock_master: string;
}

export function* hubsInLedger(): Work<readonly Hub[]> {
	const found = yield* rows<HubRow>(
		'SELECT code, name, active, latitude, longitude, order_limit, working_hours, stock_master FROM hubs ORDER BY code',
	);
	return found.map(({ order_limit, working_hours, stock_master, ...row }) => ({
		...row,
		active: row.active === 1,
		orderLimit: order_limit,
		workingHours: working_hours === null ? null : (JSON.parse(working_hours) as WorkingHours),
		stockMaster: stock_master,
	}));
}

/** Refuses a hub that is not there. */
export function* checkHub(code: string): Work<void> {
	const hubs = (yield* hubsInLedger()).map((hub) => hub.code);
	if (hubs.includes(code)) return;
	throw refused(
		`There is no hub ${shown(code)}. Pick one of ${hubs.join(', ') || 'none yet: save one first'}.`,
	);
}

/** Every rule set with its newest version. */
export const ruleSetsInLedger = (): Work<readonly Pick<RuleSet, 'code' | 'version'>[]> =>
	rows('SELECT code, MAX(version) AS version FROM rule_sets GROUP BY code ORDER BY code');

/** The newest version of a rule set, or the given one. */
export function* ruleSetOf(code: string, version?: number): Work<RuleSet> {
	const row = yield* first<{ version: number; rules: string }>(
		`SELECT version, rules FROM rule_sets WHERE code = ? AND version = COALESCE(?, version)
		ORDER BY version DESC LIMIT 1`,
		code,
		version ?? null,
	);
	if (row !== undefined) {
		return { code, version: row.version, rules: JSON.parse(row.rules) as RuleSet['rules'] };
	}
	if (version !== undefined) {
		const { version: newest } = yield* ruleSetOf(code);
		throw refused(`Rule set ${shown(code)} has no version ${version}. Its newest is ${newest}.`);
	}
	throw refused(
		`There is no rule set ${shown(code)}. Save it first, or use "priority" or "nearest".`,
	);
}
