import { csvText, encodingOf } from '../../domain/csvText';

async function* inPieces(bytes: Uint8Array, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function joined(pieces: AsyncIterable<string>) {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}

/** The text of the bytes, by the encoding that was found, in pieces of every size up to 5. */
async function decoded(bytes: Uint8Array): Promise<readonly [string, string]> {
	const texts = new Set<string>();
	const encodings = new Set<Awaited<ReturnType<typeof encodingOf>>>();
	for (const size of [1, 2, 3, 4, 5]) {
		const encoding = await encodingOf(inPieces(bytes, size));
		encodings.add(encoding);
		texts.add(await joined(csvText(inPieces(bytes, size), encoding)));
	}
	expect([texts.size, encodings.size]).toEqual([1, 1]);
	return [[...encodings][0] ?? '', [...texts][0] ?? ''];
}

const utf16 = (text: string, isBigEndian: boolean) => {
	const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
	return isBigEndian ? bytes.swap16() : bytes;
};

describe('the bytes of a CSV file', () => {
	const text = 'listing;sku\np1;Gömlek-ŞĞİ-👕-قميص\n';

	test.each([
		['UTF-8', Buffer.from(text), 'utf-8'],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
		['UTF-16, little end first', utf16(text, false), 'utf-16le'],
		['UTF-16, big end first', utf16(text, true), 'utf-16be'],
	])('are read as %s', async (_, bytes, encoding) => {
		expect(await decoded(bytes)).toEqual([encoding, text]);
	});

	test('are read as what Turkish spreadsheets write where they are no Unicode', async () => {
		const bytes = Uint8Array.from([0x47, 0xf6, 0x6d, 0x2d, 0xde, 0xd0, 0xdd, 0xfd, 0xfe, 0xf0]);
		expect(await decoded(bytes)).toEqual(['windows-1254', 'Göm-ŞĞİışğ']);
	});

	test('are read as what is said, where that is known better', async () => {
		const bytes = Uint8Array.from([0xde, 0xf0]);
		expect(await joined(csvText(inPieces(bytes, 1), 'windows-1252'))).toBe('Þð');
	});

	test.each([
		['a lone continuation', [0x61, 0x80]],
		['a lead byte without what it announces', [0xc3, 0x61]],
		['a lead byte at the end', [0x61, 0xde]],
		['a byte that UTF-8 never has', [0xff, 0x61, 0x61]],
		['a letter written too long', [0xc0, 0x80]],
	])('are no UTF-8 with %s', async (_, bytes) => {
		expect((await decoded(Uint8Array.from(bytes)))[0]).toBe('windows-1254');
	});

	test('are UTF-8 where they are plain, or nothing', async () => {
		expect(await decoded(Buffer.from('a,b'))).toEqual(['utf-8', 'a,b']);
		expect(await encodingOf(inPieces(new Uint8Array(), 1))).toBe('utf-8');
	});
});
