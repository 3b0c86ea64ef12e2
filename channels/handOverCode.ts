import { createHash } from 'node:crypto';
import type { HandOver } from '../domain/oms';

const hashLength = 10;

export const shortHash = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, hashLength);

const plain = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '_');

/**
 * An OMS's code of an order, the same whenever it is handed over. The channel and the order are there to be read, and the hash
 * tells accounts apart.
 */
export function handOverCode(
	{ key, channel, order }: Pick<HandOver, 'key' | 'channel' | 'order'>,
	longest: number,
): string {
	const tail = `-${shortHash(key)}`;
	const head = `${plain(channel)}-${plain(order.id)}`.slice(0, longest - tail.length);
	return `${head}${tail}`;
}
