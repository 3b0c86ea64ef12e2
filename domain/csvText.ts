/** Encodings that a file may be in; `automatic` finds out. */
export const csvEncodings = [
	'automatic',
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1254',
	'windows-1256',
] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
type Encoding = Exclude<CsvEncoding, 'automatic'>;

/** What spreadsheets write where they do not write Unicode: Western European with the letters of Turkish. */
const fallback: Encoding = 'windows-1254';

/** What the bytes of a whole file are: Unicode by its mark, or UTF-8 where they can be that, else a legacy encoding. */
export async function encodingOf(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
	let head = new Uint8Array();
	let awaited: number | null = 0;
	for await (const chunk of chunks) {
		if (head.length < 2) head = new Uint8Array([...head, ...chunk.subarray(0, 2)]);
		if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
		if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
		awaited = awaitedAfter(chunk, awaited);
	}
	return awaited === 0 ? 'utf-8' : fallback;
}

/** How many bytes of UTF-8 are to follow the chunk, as its last lead byte announces; null where it is none. */
function awaitedAfter(chunk: Uint8Array, before: number | null): number | null {
	let awaited = before;
	for (const byte of chunk) {
		if (awaited === null) return null;
		const isContinuation = (byte & 0xc0) === 0x80;
		if (isContinuation !== awaited > 0) return null;
		awaited = isContinuation ? awaited - 1 : announcedBy(byte);
	}
	return awaited;
}

function announcedBy(lead: number): number | null {
	if (lead < 0x80) return 0;
	if (lead < 0xc2 || lead > 0xf4) return null;
	return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

/** The text of a file, piece by piece; what cannot be in the encoding comes as U+FFFD. */
export async function* csvText(
	chunks: AsyncIterable<Uint8Array>,
	encoding: Encoding,
): AsyncIterable<string> {
	const decoder = new TextDecoder(encoding);
	for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
	yield decoder.decode();
}
