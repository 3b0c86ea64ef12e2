import type { Instant } from '../domain/instant';
import type { RecordOutcome } from './syncShapes';

export const exceptionStates = ['open', 'resolved', 'dismissed'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export interface LedgerException {
	readonly id: number;
	readonly store: string;
	readonly kind: string;
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly state: ExceptionState;
	/** The reason that a person gave, or null. */
	readonly dismissedBecause: string | null;
	readonly since: Instant;
	readonly payload: unknown;
}

export interface ExceptionFilter {
	/** Open ones when left out. */
	readonly state?: ExceptionState;
	readonly kind?: string;
	readonly reference?: string;
}

/**
 * What became of a retried exception. `read`: the order has to be read from the channel again, by id. `linked`: the listing
 * counts as the SKU that the channel writes.
 */
export interface ExceptionRetried {
	readonly id: number;
	readonly store: string;
	readonly did: 'imported' | 'linked' | 'requeued' | 'read' | 'asked';
	readonly order: string | null;
	readonly outcomes: readonly RecordOutcome[];
}
