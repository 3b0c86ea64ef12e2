import type { IDataObject } from 'n8n-workflow';
import { failureKinds, type FailureKind } from '../../domain/failure';
import type { SyncFailure } from '../../ledger/syncShapes';

/** What the error output of a node before put on the item. */
export function failureIn({
	error,
	details,
}: IDataObject): SyncFailure & { readonly kind: FailureKind } {
	const { kind, retryAfterMs } = Object(details) as { kind?: unknown; retryAfterMs?: unknown };
	return {
		kind: failureKinds.find((known) => known === kind) ?? 'rejected',
		message: typeof error === 'string' ? error : JSON.stringify(error),
		retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
	};
}
