import type { HandOver } from '../../domain/oms';
import { handOverCode, shortHash } from '../handOverCode';

/** The most of a code (reference/uniware-oker.md 2.1). */
export const longestCode = 45;

/** Uniware's code of an order: it takes no second order with it. */
export const orderCode = (handOver: HandOver): string => handOverCode(handOver, longestCode);

/** The code of one unit of a line, counted from 1. */
export function unitCode(line: string, unit: number): string {
	const whole = `${line}-${unit}`;
	if (whole.length <= longestCode) return whole;
	const tail = `-${shortHash(line)}-${unit}`;
	return `${line.slice(0, longestCode - tail.length)}${tail}`;
}

const keyPrefix = 'Order Hub: ';

/** What stands in `additionalInfo`, by which the hub knows its order again. */
export const keyText = ({ key }: HandOver): string => `${keyPrefix}${key}`;

/** `HandOver.key`, or null where the order is not the hub's. */
export const keyIn = (additionalInfo: string | null): string | null =>
	additionalInfo?.startsWith(keyPrefix) ? additionalInfo.slice(keyPrefix.length) : null;
