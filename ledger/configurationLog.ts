import { instant } from '../domain/instant';
import { changeInWords, type SettingChange } from '../domain/settingsChange';
import { storeOf } from './lookups';
import type { ConfigurationLogRow } from './storeShapes';
import { rows, type Work } from './statement';

interface LogRow {
	version: number;
	field: SettingChange['field'];
	before: string;
	after: string;
	changed_by: string;
	changed_at: number;
	reason: string;
	restored_from: number | null;
}

/** Newest first. Nothing is ever taken out of it. */
export function* configurationLog(
	store: string,
	limit: number,
): Work<readonly ConfigurationLogRow[]> {
	const { locations } = (yield* storeOf(store)).settings;
	const found = yield* rows<LogRow>(
		`SELECT version, field, before, after, changed_by, changed_at, reason, restored_from FROM configuration_log
		WHERE store = ? ORDER BY id DESC LIMIT ?`,
		store,
		limit,
	);
	return found.map((row) => {
		const change: SettingChange = {
			field: row.field,
			before: JSON.parse(row.before) as unknown,
			after: JSON.parse(row.after) as unknown,
		};
		return {
			...change,
			inWords: changeInWords(change, locations),
			version: row.version,
			changedBy: row.changed_by,
			changedAt: instant(row.changed_at),
			reason: row.reason,
			restoredFrom: row.restored_from,
		};
	});
}
