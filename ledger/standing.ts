import { instant } from '../domain/instant';
import type { StoreSettings } from '../domain/store';
import type { SyncGlance, SyncState } from './overviewShapes';
import type { SyncKind } from './syncShapes';
import { kindsOfSync, whyOfOthers } from './syncKinds';

/** A schedule ticks once a minute, and the run before may take its time. */
const lateMs = 10 * 60_000;

export interface StandingRow {
	readonly kind: SyncKind;
	readonly run_id: number | null;
	readonly lease_until: number | null;
	readonly watermark: string | null;
	readonly due_at: number;
	readonly failures: number;
	readonly last_ended_at: number | null;
	readonly last_failure: string | null;
}

export const standingColumns =
	'kind, run_id, lease_until, watermark, due_at, failures, last_ended_at, last_failure';

/** Why a kind is off by the settings alone, or null where it is on. */
export function whySwitchedOff(kind: SyncKind, settings: StoreSettings): string | null {
	const { isOn, switch: of } = kindsOfSync[kind];
	const others = whyOfOthers(kind, settings);
	if (others !== null) return others;
	return isOn(settings) ? null : `${of} is switched off in the store settings.`;
}

export function stateOf(row: StandingRow | undefined, isOff: boolean, now: number): SyncState {
	const isHeld = row !== undefined && row.run_id !== null;
	const isRunning = isHeld && (row.lease_until ?? 0) > now;
	if (isRunning) return 'running';
	if (isOff) return 'off';
	if (row === undefined) return 'never';
	if (isHeld || row.failures > 0) return 'failing';
	// Prices that nobody uploaded are due all the time.
	const isLate = row.kind !== 'prices' && row.due_at + lateMs < now;
	return isLate ? 'late' : 'waiting';
}

export const glanceOf = (
	kind: SyncKind,
	row: StandingRow | undefined,
	state: SyncState,
): SyncGlance => ({
	kind,
	state,
	dueAt: row === undefined || row.due_at === 0 ? null : instant(row.due_at),
	lastEndedAt: row?.last_ended_at == null ? null : instant(row.last_ended_at),
	lastError: row?.last_failure ?? null,
});
