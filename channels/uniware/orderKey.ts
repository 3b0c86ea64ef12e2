import { createHash } from 'node:crypto';
import type { HandOver } from '../../domain/oms';

/** The most of a code (reference/uniware-oker.md 2.1). */
export const longestCode = 45;

const hashLength = 10;

const hashed = (text: string) =>
	createHash('sha256').update(text).digest('hex').slice(0, hashLength);

const plain = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '_');

/**
 * Uniware's code of an order, the same whenever it is handed over: it takes no second order with it. The channel and the order are
 * there to be read, and the hash tells accounts apart.
 */
export function orderCode({ key, channel, order }: HandOver): string {
	const tail = `-${hashed(key)}`;
	const head = `${plain(channel)}-${plain(order.id)}`.slice(0, longestCode - tail.length);
	return `${head}${tail}`;
}

/** The code of one unit of a line, counted from 1. */
export function unitCode(line: string, unit: number): string {
	const whole = `${line}-${unit}`;
	if (whole.length <= longestCode) return whole;
	const tail = `-${hashed(line)}-${unit}`;
	return `${line.slice(0, longestCode - tail.length)}${tail}`;
}

const keyPrefix = 'Order Hub: ';

/** What stands in `additionalInfo`, by which the hub knows its order again. */
export const keyText = ({ key }: HandOver): string => `${keyPrefix}${key}`;

/** `HandOver.key`, or null where the order is not the hub's. */
export const keyIn = (additionalInfo: string | null): string | null =>
	additionalInfo?.startsWith(keyPrefix) ? additionalInfo.slice(keyPrefix.length) : null;
