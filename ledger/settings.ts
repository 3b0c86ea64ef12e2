import { refused, type Failure } from '../domain/failure';
import { changeInWords, settingChanges } from '../domain/settingsChange';
import { shown } from '../domain/sku';
import type { StoreSettings } from '../domain/store';
import { settingsFaults, settingsWarnings } from '../domain/storeSettings';
import { keepMasters } from './hubMasters';
import { keepIntegrationType } from './integrationTypes';
import { hubsInLedger, ruleSetOf, storeOf } from './lookups';
import { savePlaces } from './places';
import { reconsiderHeld } from './settling';
import type { Store, StoreDraft, StoreRestore, StoreSaved } from './storeShapes';
import { each, first, run, type Work } from './statement';
import { storedSettings } from './storedSettings';
import { takeTurn } from './turn';

/** Saves the store page as a new version, with every changed field in the configuration log. */
export const saveStore = (draft: StoreDraft): Work<StoreSaved> => save(draft, null);

/**
 * Saves what an earlier version said as a new one. The locations stay those that the channel had last: they are no setting, unless
 * people typed them. What the old version needs and is gone by now, such as a hub, refuses it.
 */
export function* restoreStore({ code, version, ...by }: StoreRestore): Work<StoreSaved> {
	const now = yield* storeOf(code);
	const { settings } = yield* storeOf(code, version);
	const isTyped = [settings, now.settings].some((one) => one.locations.some((it) => it.isTyped));
	const { locations } = isTyped ? settings : now.settings;
	return yield* save(
		{ ...now, ...by, version: null, settings: { ...settings, locations } },
		version,
	);
}

function* save(draft: StoreDraft, restoredFrom: number | null): Work<StoreSaved> {
	yield* checkDraft(draft);
	// The stock master of a hub may change for the stores of every seller.
	yield* takeTurn();
	const before = yield* storeToChange(draft);
	const changes = settingChanges(before?.settings ?? null, draft.settings).map((change) => ({
		...change,
		inWords: changeInWords(change, draft.settings.locations),
	}));
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
		`INSERT INTO configuration_log (store, version, field, before, after, changed_by, changed_at, reason, restored_from)
		VALUES (?, ?, ?, ?, ?, ?, {now}, ?, ?)`,
		changes.map(({ field, before: was, after }) => [
			draft.code,
			version,
			field,
			JSON.stringify(was ?? null),
			JSON.stringify(after ?? null),
			draft.changedBy,
			draft.reason,
			restoredFrom,
		]),
	);
	yield* savePlaces(draft.code, draft.settings);
	yield* keepIntegrationType(draft, before?.settings);
	yield* keepMasters(draft);
	if (changes.some(({ field }) => decidesRouting.includes(field)))
		yield* reconsiderHeld([draft.code]);
	return { store: draft.code, version, changes, warnings };
}

/** An order that found no hub may find one when these change. */
const decidesRouting: readonly string[] = ['hubMap', 'ruleSet', 'splitOrders'];

function* checkDraft({ code, settings, changedBy }: StoreDraft): Work<void> {
	if (!/^[a-z0-9-]+$/.test(code)) {
		throw refused(
			`Store code ${shown(code)} is not usable. Use lower-case letters, digits and hyphens, e.g. "ikas-tr".`,
		);
	}
	if (changedBy.trim() === '') {
		throw refused(`Store ${shown(code)}: nobody is named who changes it. Fill in Changed By.`);
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
	if (faults.length > 0) throw refused(`Store ${shown(code)}: ${faults.join(' ')}`);
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
	if (draft.version !== null && draft.version !== store.version) throw yield* stale(store, draft);
	return store;
}

/** The save was made on a page that somebody has changed since: both sides are told, and nothing is saved. */
function* stale(store: Store, { code, version, settings }: StoreDraft): Work<Failure> {
	const base = yield* first<{ settings: string }>(
		'SELECT settings FROM store_settings WHERE store = ? AND version = ?',
		code,
		version,
	);
	const since =
		base === undefined
			? ''
			: ` Changed since then: ${differences(storedSettings(base.settings), store.settings)}.`;
	return refused(
		`Store ${shown(code)} is at version ${store.version} by now, this change was based on version ${version}.${since} Saving this would change: ${differences(store.settings, settings)}. Load the store again and repeat the change.`,
	);
}

const differences = (before: StoreSettings, after: StoreSettings): string =>
	settingChanges(before, after)
		.map((change) => changeInWords(change, [...before.locations, ...after.locations]))
		.join('; ') || 'nothing';
