import { Failure } from '../../domain/failure';
import { failureOf } from '../bodyOf';
import type { Http, HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';

/** A part of the result of a bulk operation. */
export interface BulkPart {
	readonly rows: readonly Fields[];
	/** Where the next part begins, in bytes; null at the end. */
	readonly next: number | null;
}

/** What is held in memory at a time: some thousands of variants. */
export const partBytes = 1_048_576;

interface Wanted {
	readonly url: string;
	readonly from: number;
	/** What the whole has, where that is known. */
	readonly bytes: number | null;
}

/**
 * The lines from a byte on, as far as one part goes; or why the file will never give them. Storage that does not give parts gives the
 * whole. What was cut off on the way is asked for again.
 */
export async function bulkPart(http: Http, wanted: Wanted): Promise<BulkPart | string> {
	const { url, from } = wanted;
	const response = await http({
		method: 'GET',
		path: '',
		document: url,
		headers: {
			Range: `bytes=${from}-${from + partBytes - 1}`,
			// Parts are parts of what is stored, not of what is packed.
			'Accept-Encoding': 'identity',
		},
	});
	const { status } = response;
	if (status >= 300 && status < 500 && status !== 429) return `its file was refused (${status})`;
	const failure = failureOf('shopify', response);
	if (failure !== null) throw failure;
	const part = partOf(response, wanted);
	if (typeof part === 'string') return part;
	return linesOf(part.bytes, { from, isEnd: from + part.bytes.length >= part.total });
}

interface Part {
	readonly bytes: Buffer;
	readonly total: number;
}

function partOf({ status, headers, body }: HttpResponse, { from, bytes }: Wanted): Part | string {
	const got = Buffer.from(typeof body === 'string' ? body : '', 'base64');
	if (status !== 206) {
		const said = Number(headers['content-length'] ?? NaN);
		if (said !== got.length && bytes !== got.length) throw cutOff();
		if (bytes !== null && bytes !== got.length) return tooShort;
		return { bytes: got.subarray(from, from + partBytes), total: got.length };
	}
	const [, first, last, whole] =
		/^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
	if (Number(first) !== from || Number(last) - from + 1 !== got.length) throw cutOff();
	return bytes !== null && bytes !== Number(whole)
		? tooShort
		: { bytes: got, total: Number(whole) };
}

const tooShort = 'its file has not the length that Shopify says';

const cutOff = () =>
	new Failure('malformed', 'shopify: the result of a bulk operation was cut off. Try again.');

const lineFeed = 10;

/** Whole lines; what is begun at the end of a part belongs to the next one. */
function linesOf(
	bytes: Buffer,
	{ from, isEnd }: { from: number; isEnd: boolean },
): BulkPart | string {
	const length = isEnd ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
	if (length === 0 && !isEnd) return 'a line of its file has no end';
	const lines = bytes.subarray(0, length).toString('utf8').split('\n').filter(Boolean);
	return { rows: lines.map(rowOf), next: isEnd ? null : from + length };
}

function rowOf(line: string): Fields {
	const row = parsed(line);
	if (isFields(row)) return row;
	throw new Failure('malformed', 'shopify: a line of the result of a bulk operation is no object.');
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
