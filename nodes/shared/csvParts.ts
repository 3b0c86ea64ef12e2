import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { csvReader } from '../../domain/csv';
import { csvRows, type CsvFormat, type CsvPart, type RefusedLine } from '../../domain/csvRows';
import { csvEncodings, csvText, encodingOf } from '../../domain/csvText';
import { binaryFile, type BinaryFile } from './binaryChunks';
import { oneOf, option } from './parameters';
import { many, one, type Row } from './row';

/** Rows of one transaction: few enough that nothing else in n8n has to wait long. */
const most = 500;

export interface CsvTaken {
	readonly file: string;
	readonly encoding: string;
	readonly refused: readonly RefusedLine[];
}

/**
 * Reads the item's file piece by piece and has its rows taken in, a part at a time; names each line that does not go in, those
 * that `take` answers among them.
 */
export async function takeCsv<Name extends string, Taken, Left>(
	context: IExecuteFunctions,
	item: number,
	format: CsvFormat<Name, Taken, Left>,
	take: (part: CsvPart<Taken, Left>) => Promise<readonly RefusedLine[] | void>,
): Promise<CsvTaken> {
	const file = binaryFile(context, 'binaryField', item);
	const encoding = await encodingFor(context, item, file);
	const refused: RefusedLine[] = [];
	for await (const part of partsOf(csvText(file.read(), encoding), format)) {
		const alsoRefused = (await take(part)) ?? [];
		refused.push(
			...[...part.refused, ...alsoRefused].toSorted((one, other) => one.line - other.line),
		);
		// Lets webhooks and other executions have their turn between two transactions.
		await sleep(0);
	}
	return { file: file.name, encoding, refused };
}

/** The summary on the first output, and on the second each line that did not go in. */
export const csvOutputs = (
	{ refused, ...summary }: CsvTaken & Readonly<Record<string, unknown>>,
	marked: (json: object) => object,
): readonly Row[] => [
	...one(marked({ ...summary, refused: refused.length })),
	...many(refused.map(marked), 1),
];

async function encodingFor(context: IExecuteFunctions, item: number, file: BinaryFile) {
	const given = String(option(context, 'encoding', item) ?? 'automatic');
	const encoding = oneOf(csvEncodings, given, 'encoding');
	return encoding === 'automatic' ? await encodingOf(file.read()) : encoding;
}

/** What the text holds, at most so many rows at a time. */
async function* partsOf<Name extends string, Taken, Left>(
	pieces: AsyncIterable<string>,
	format: CsvFormat<Name, Taken, Left>,
): AsyncIterable<CsvPart<Taken, Left>> {
	const reader = csvReader();
	const file = csvRows(format);
	for await (const piece of pieces) yield* cut(file.take(reader.push(piece)));
	yield* cut(file.take(reader.end()));
	file.end();
}

function* cut<Taken, Left>(part: CsvPart<Taken, Left>): Iterable<CsvPart<Taken, Left>> {
	const longest = Math.max(part.rows.length, part.left.length, 1);
	for (let at = 0; at < longest; at += most) {
		const rows = part.rows.slice(at, at + most);
		const left = part.left.slice(at, at + most);
		yield { rows, left, refused: at === 0 ? part.refused : [] };
	}
}
