import type { Fault } from './contract';

export type ErrorCode =
	| 'VALIDATION_FAILED'
	| 'INVALID_CREDENTIALS'
	| 'TOKEN_EXPIRED'
	| 'FORBIDDEN'
	| 'UNKNOWN_WAREHOUSE'
	| 'UNKNOWN_ORDER'
	| 'UNKNOWN_ORDER_ITEM'
	| 'UNKNOWN_LISTING'
	| 'OPERATION_NOT_SUPPORTED'
	| 'NOT_INVOICED'
	| 'ALREADY_INVOICED'
	| 'ALREADY_DISPATCHED'
	| 'ORDER_CANCELLED'
	| 'ORDER_ON_HOLD'
	| 'WAREHOUSE_MISMATCH'
	| 'SPLIT_NOT_ALLOWED'
	| 'MULTI_BOX_NOT_ALLOWED'
	| 'PARTIAL_CANCEL_NOT_ALLOWED'
	| 'LABEL_NOT_READY'
	| 'STALE_UPDATE'
	| 'TOO_MANY_ENTRIES'
	| 'IDEMPOTENCY_KEY_REUSED'
	| 'REQUEST_IN_PROGRESS'
	| 'RATE_LIMITED'
	| 'INTERNAL_ERROR'
	| 'UPSTREAM_UNAVAILABLE';

interface More {
	readonly isRetryable?: boolean;
	readonly retryAfterMs?: number;
	readonly details?: readonly Fault[];
}

/** A refusal of the gateway: an `Error` of the contract with its HTTP status. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly code: ErrorCode,
		message: string,
		readonly more: More = {},
	) {
		super(message);
	}
}

export const badRequest = (details: readonly Fault[]) => {
	const [first] = details;
	const message = first ? `${first.field} ${first.message}` : 'The request is malformed';
	return new Refused(400, 'VALIDATION_FAILED', message, { details });
};

export const notSupported = (what: string) =>
	new Refused(404, 'OPERATION_NOT_SUPPORTED', `The gateway has no ${what}`);

export const unknownOrder = (id: string) =>
	new Refused(404, 'UNKNOWN_ORDER', `Order ${id} not found`);

export const unknownItem = (id: string) =>
	new Refused(404, 'UNKNOWN_ORDER_ITEM', `Order item ${id} not found`);

export const conflict = (code: ErrorCode, message: string, more: More = {}) =>
	new Refused(409, code, message, more);

/** Well formed, but against a rule of the contract. */
export const unprocessable = (code: ErrorCode, message: string) => new Refused(422, code, message);
