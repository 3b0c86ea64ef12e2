import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vinculum's own description of the API: it lies beside the repository, not in it, and not on every machine. */
const file = join(
	__dirname,
	'../../../shared/contracts/vinculum/vinculum-sellerpanel-openapi-original.yml',
);

export const hasContract = existsSync(file);

const [paths = '', definitions = ''] = hasContract
	? readFileSync(file, 'utf8')
			.replaceAll('\r', '')
			.split(/^definitions:$/m)
	: [];

/** What is said of an operation, its request as a sample inside of text. */
export function operationText(name: string): string {
	const blocks = paths.split(/^ {2}\/(?=\w)/m);
	const block = blocks.find((one) => new RegExp(`^${name} ?:`).test(one));
	if (block === undefined) throw new Error(`the contract has no operation ${name}`);
	return block;
}

interface Field {
	readonly example: unknown;
	/** The definition of its rows, where it is a list. */
	readonly rows: string | null;
}

type Definition = ReadonlyMap<string, Field>;

const keywords = ['properties', 'items'];

function exampleIn(written: string): unknown {
	const text = written.trim();
	if (text === 'null') return null;
	return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}

/** Line by line: the file is not sound enough for a parser. */
function definitionsIn(text: string): ReadonlyMap<string, Definition> {
	const found = new Map<string, Map<string, Field>>();
	let fields = new Map<string, Field>();
	let name = '';
	for (const line of text.split('\n')) {
		const [, definition] = /^ {2}(\w+): *$/.exec(line) ?? [];
		const [, field] = /^ {4,}(\w+): *$/.exec(line) ?? [];
		const [, example] = /^ +example: ?(.*)$/.exec(line) ?? [];
		const [, rows] = /\$ref: '#\/definitions\/(\w+)'/.exec(line) ?? [];
		if (definition !== undefined) found.set(definition, (fields = new Map()));
		else if (field !== undefined && !keywords.includes(field)) {
			name = field;
			fields.set(name, { example: null, rows: null });
		} else if (example !== undefined) fields.set(name, { example: exampleIn(example), rows: null });
		else if (rows !== undefined) fields.set(name, { example: null, rows });
	}
	return found;
}

const known = definitionsIn(definitions);

function sample(definition: string): Readonly<Record<string, unknown>> {
	const fields = known.get(definition);
	if (fields === undefined) throw new Error(`the contract has no definition ${definition}`);
	const entries = [...fields].map(([name, { example, rows }]) => [
		name,
		rows === null ? example : [sample(rows)],
	]);
	return Object.fromEntries(entries);
}

/** The answer of an operation with the contract's own values. */
export function answerOf(operation: string): Readonly<Record<string, unknown>> {
	const [, definition = ''] = /\$ref: '#\/definitions\/(\w+)'/.exec(operationText(operation)) ?? [];
	return sample(definition);
}
