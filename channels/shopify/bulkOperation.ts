import { epochMs } from '../../domain/instant';
import { flaw, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { time } from './times';
import type { ShopifyBulk } from './types';

/** What Shopify says of a bulk operation. Whoever has `url` can read the result: it goes nowhere but into the next request. */
export interface BulkOperation {
	/** The number in it. */
	readonly id: string;
	readonly status: string;
	readonly errorCode: string | null;
	/** Epoch ms, rounded down to the second. */
	readonly createdAt: number;
	readonly query: string;
	/** Lines of the result, and its bytes where that is said. */
	readonly rows: number;
	readonly bytes: number | null;
	readonly url: string | null;
}

export function bulkOperationIn(from: Reading<ShopifyBulk>): BulkOperation {
	const id = /^gid:\/\/shopify\/BulkOperation\/(\d{1,20})$/.exec(text(from, 'id'))?.[1];
	if (id === undefined) flaw(from, 'id', 'the id of a bulk operation');
	return {
		id: id ?? '',
		status: text(from, 'status'),
		errorCode: textOrNull(from, 'errorCode'),
		createdAt: epochMs(time(from, 'createdAt')),
		query: text(from, 'query'),
		rows: big(from, 'rootObjectCount') ?? 0,
		bytes: big(from, 'fileSize'),
		url: addressIn(from),
	};
}

/** Numbers of 64 bits come as texts. */
function big(from: Reading<ShopifyBulk>, name: 'rootObjectCount' | 'fileSize'): number | null {
	const value = from.fields[name];
	if (value === null || value === undefined) return null;
	const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
	flaw(from, name, 'a whole number');
	return null;
}

/** No message says what stands there. */
function addressIn(from: Reading<ShopifyBulk>): string | null {
	const { url } = from.fields;
	if (url === null || url === undefined) return null;
	if (typeof url === 'string' && URL.canParse(url) && /^https?:/.test(url)) return url;
	from.flaws.push(`${from.path}url is no address`);
	return null;
}
