import { refused } from '../domain/failure';
import { instant } from '../domain/instant';
import { shown } from '../domain/sku';
import { settingsFaults, settingsWarnings } from '../domain/storeSettings';
import { hubsInLedger, ruleSetOf, storeOf } from './lookups';
import { savePlaces } from './places';
import { reconsiderHeld } from './settling';
import type {
	ConfigurationChange,
	ConfigurationLogRow,
	Store,
	StoreDraft,
	StoreSaved,
} from './storeShapes';
import { each, first, rows, run, type Work } from './statement';
import { takeTurn } from './turn';

/** Saves the store page as a new version, with every changed field in the configuration log. */
export function* saveStore(draft: StoreDraft): Work<StoreSaved> {
	yield* checkDraft(draft);
	yield* takeTurn([draft.settings.seller]);
	const before = yield* storeToChange(draft);
	const changes = changed(before, draft);
	const version = (before?.version ?? 0) + (changes.length > 0 ? 1 : 0);
	const warnings = settingsWarnings(draft.settings);
	if (changes.length === 0) return { store: draft.code, version, changes, warnings };
	yield* run(
		`INSERT INTO stores (code, seller, channel, account, active, connected_at, version) VALUES (?, ?, ?, ?, 1, ?, ?)
		ON CONFLICT (code) DO UPDATE SET version = excluded.version`,
		draft.code,
		draft.settings.seller,
		draft.channel,
		draft.account,
		draft.connectedAt,
		version,
	);
	yield* run(
		'INSERT INTO store_settings (store, version, settings) VALUES (?, ?, ?)',
		draft.code,
		version,
		JSON.stringify(draft.settings),
	);
	yield* each(
		`INSERT INTO configuration_log (store, version, field, before, after, changed_by, changed_at, reason)
		VALUES (?, ?, ?, ?, ?, ?, {now}, ?)`,
		changes.map(({ field, before: was, after }) => [
			draft.code,
			version,
			field,
			JSON.stringify(was ?? null),
			JSON.stringify(after ?? null),
			draft.changedBy,
			draft.reason,
		]),
	);
	yield* savePlaces(draft.code, draft.settings);
	if (changes.some(({ field }) => decidesRouting.includes(field)))
		yield* reconsiderHeld([draft.code]);
	return { store: draft.code, version, changes, warnings };
}

/** An order that found no hub may find one when these change. */
const decidesRouting: readonly string[] = ['hubMap', 'ruleSet', 'splitOrders'];

function* checkDraft({ code, settings }: StoreDraft): Work<void> {
	if (!/^[a-z0-9-]+$/.test(code)) {
		throw refused(
			`Store code ${shown(code)} is not usable. Use lower-case letters, digits and hyphens, e.g. "ikas-tr".`,
		);
	}
	const seller = yield* first('SELECT code FROM sellers WHERE code = ?', settings.seller);
	if (seller === undefined) {
		throw refused(
			`There is no seller ${shown(settings.seller)}. Save the seller first with the Order Hub node.`,
		);
	}
	const faults = settingsFaults(
		settings,
		(yield* hubsInLedger()).map((hub) => hub.code),
	);
	if (faults.length > 0) throw refused(`Store ${shown(code)} was not saved. ${faults.join(' ')}`);
	yield* ruleSetOf(settings.ruleSet);
}

/** The store as it is, null when new; refuses what would mix accounts, sellers or versions. */
function* storeToChange(draft: StoreDraft): Work<Store | null> {
	const rival = yield* first<{ code: string }>(
		'SELECT code FROM stores WHERE channel = ? AND account = ? AND active = 1 AND code <> ?',
		draft.channel,
		draft.account,
		draft.code,
	);
	if (rival !== undefined) {
		throw refused(
			`Store ${shown(rival.code)} already serves this ${draft.channel} account. One account can feed only one active store, or its orders would come twice.`,
		);
	}
	const known = yield* first('SELECT code FROM stores WHERE code = ?', draft.code);
	if (known === undefined) return null;
	const store = yield* storeOf(draft.code);
	if (store.channel !== draft.channel || store.account !== draft.account) {
		throw refused(
			`Store ${shown(draft.code)} belongs to ${store.channel} account ${store.account}, the credential to ${draft.channel} account ${draft.account}. Use the store's own credential, or a new store code.`,
		);
	}
	if (store.settings.seller !== draft.settings.seller) {
		throw refused(
			`Store ${shown(draft.code)} belongs to seller ${shown(store.settings.seller)}. Stock never moves between sellers: use a new store code.`,
		);
	}
	if (draft.version !== null && draft.version !== store.version) {
		const fields =
			changed(store, draft)
				.map(({ field }) => field)
				.join(', ') || 'nothing';
		throw refused(
			`Store ${shown(draft.code)} is at version ${store.version} by now, this change was based on version ${draft.version}. It differs in: ${fields}. Load the store again and repeat the change.`,
		);
	}
	return store;
}

function changed(before: Store | null, { settings }: StoreDraft): readonly ConfigurationChange[] {
	const was = (before?.settings ?? {}) as Record<string, unknown>;
	return Object.entries(settings)
		.filter(([field, value]) => JSON.stringify(was[field]) !== JSON.stringify(value))
		.map(([field, after]) => ({ field, before: was[field] ?? null, after: after as unknown }));
}

interface LogRow {
	version: number;
	field: string;
	before: string;
	after: string;
	changed_by: string;
	changed_at: number;
	reason: string;
}

/** Newest first. */
export function* configurationLog(store: string): Work<readonly ConfigurationLogRow[]> {
	yield* storeOf(store);
	const found = yield* rows<LogRow>(
		'SELECT version, field, before, after, changed_by, changed_at, reason FROM configuration_log WHERE store = ? ORDER BY id DESC',
		store,
	);
	return found.map((row) => ({
		version: row.version,
		field: row.field,
		before: JSON.parse(row.before) as unknown,
		after: JSON.parse(row.after) as unknown,
		changedBy: row.changed_by,
		changedAt: instant(row.changed_at),
		reason: row.reason,
	}));
}
