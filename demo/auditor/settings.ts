import type { LedgerRows } from './ledger';

/** The settings in force, as far as they are asked for. */
export const settingsIn = <Asked extends object>({ settings }: LedgerRows): Partial<Asked> =>
	JSON.parse(settings.toSorted((a, b) => b.version - a.version)[0]?.settings ?? '{}');
