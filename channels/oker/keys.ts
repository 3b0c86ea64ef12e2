import { createHash } from 'node:crypto';
import type { Gateway } from './gateway';
import type { OrderState } from './orderState';

/**
 * The key under which the gateway does a write once, or null where it knows no keys. It stays over all tries of one write and is
 * another one once the order has changed: what was refused of the order as it was must not be answered again from memory.
 */
export const keyOf = (
	{ idempotencyKey }: Gateway,
	action: string,
	{ revision }: OrderState,
	body: object,
): string | null =>
	idempotencyKey
		? `${action}:${createHash('sha256')
				.update(JSON.stringify([revision, body]))
				.digest('hex')}`
		: null;
