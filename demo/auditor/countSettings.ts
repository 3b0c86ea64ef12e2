import type { LedgerRows } from './ledger';

/** Changes in the configuration log, and versions that brought an earlier one back, to the letter. */
export function countSettings({ log, settings }: LedgerRows) {
	const saved = new Map(settings.map(({ version, settings: of }) => [version, withoutPlaces(of)]));
	const restored = new Set(
		log
			.filter(({ version, restored_from }) => {
				const from = restored_from === null ? undefined : saved.get(restored_from);
				return from !== undefined && saved.get(version) === from;
			})
			.map(({ version }) => version),
	);
	return { settingsLogged: log.length, restored: restored.size };
}

/** The locations are the channel's own, and no setting. */
const withoutPlaces = (settings: string): string =>
	JSON.stringify(
		Object.entries(JSON.parse(settings))
			.filter(([field]) => field !== 'locations')
			.sort(),
	);
