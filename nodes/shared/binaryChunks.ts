import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { text } from './parameters';

const chunkBytes = 65_536;

/** A file of the item. It can be read several times, each time from its start and piece by piece. */
export interface BinaryFile {
	readonly name: string;
	read(): AsyncIterable<Uint8Array>;
}

/** The file in the binary field that the parameter names. */
export function binaryFile(
	context: IExecuteFunctions,
	parameter: string,
	item: number,
): BinaryFile {
	const field = text(context, parameter, item);
	const file = context.getInputData()[item]?.binary?.[field];
	if (file === undefined) throw noFile(field, item);
	const { id, data, fileName } = file;
	return {
		name: fileName ?? '',
		async *read() {
			if (id !== undefined) yield* await context.helpers.getBinaryStream(id, chunkBytes);
			else yield* piecesOf(Buffer.from(data, 'base64'));
		},
	};
}

const noFile = (field: string, item: number) =>
	refused(
		`Item ${item} holds no file in the field "${field}". Name the field that the file came in.`,
	);

function* piecesOf(bytes: Uint8Array): Iterable<Uint8Array> {
	for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
