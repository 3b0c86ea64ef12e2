import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { csvReader } from '../../domain/csv';
import { csvEncodings, csvText, encodingOf } from '../../domain/csvText';
import { listingCsv, type ListingRow, type RefusedLine } from '../../domain/listingCsv';
import { binaryFile, type BinaryFile } from '../shared/binaryChunks';
import { eachItem } from '../shared/eachItem';
import { oneOf, option } from '../shared/parameters';
import { many, one } from '../shared/row';
import { changing, store } from './calls';

const refusedOutput = 1;
/** Rows of one transaction: few enough that nothing else in n8n has to wait long. */
const most = 500;

/** Links the rows of the file, and names each line that does not go in. A repeated upload changes what has changed. */
export const importListingCsv = eachItem(async (context, item) => {
	const { ledger, marked } = await changing(context, item);
	const code = store(context, item);
	const file = binaryFile(context, 'binaryField', item);
	const encoding = await encodingFor(context, item, file);
	const counts = { created: 0, updated: 0, unchanged: 0 };
	const refusedLines: RefusedLine[] = [];
	for await (const { rows, refused } of partsOf(csvText(file.read(), encoding))) {
		refusedLines.push(...refused);
		for (const { outcome } of await ledger.linkListings(code, rows))
			if (outcome in counts) counts[outcome as keyof typeof counts]++;
		// Lets webhooks and other executions have their turn between two transactions.
		await sleep(0);
	}
	const ended = { file: file.name, encoding, ...counts, refused: refusedLines.length };
	const summary = marked({ store: code, ...ended });
	return [...one(summary), ...many(refusedLines.map(marked), refusedOutput)];
});

async function encodingFor(context: IExecuteFunctions, item: number, file: BinaryFile) {
	const given = String(option(context, 'encoding', item) ?? 'automatic');
	const encoding = oneOf(csvEncodings, given, 'encoding');
	return encoding === 'automatic' ? await encodingOf(file.read()) : encoding;
}

interface Part {
	readonly rows: readonly ListingRow[];
	readonly refused: readonly RefusedLine[];
}

/** What the text holds, at most so many rows at a time. */
async function* partsOf(pieces: AsyncIterable<string>): AsyncIterable<Part> {
	const reader = csvReader();
	const file = listingCsv();
	for await (const piece of pieces) yield* cut(file.take(reader.push(piece)));
	yield* cut(file.take(reader.end()));
	file.end();
}

function* cut({ rows, refused }: Part): Iterable<Part> {
	yield { rows: rows.slice(0, most), refused };
	for (let at = most; at < rows.length; at += most)
		yield { rows: rows.slice(at, at + most), refused: [] };
}
