import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { own } from '../support/nodeTypes';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/parity.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const cells = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

/** The rows of each table, under what its first column is called. */
const tables = page
	.split(/\n(?!\|)/)
	.map((block) => block.split('\n').filter((line) => line.startsWith('|')))
	.filter(({ length }) => length > 0)
	.map(([head = '', , ...rows]) => ({ head: cells(head), rows: rows.map(cells) }));
const statements = tables.flatMap(({ head, rows }) => (head[0] === '#' ? rows : []));
const named = (pattern: RegExp) =>
	statements.flatMap((row) => [...row.slice(2).join(' ').matchAll(pattern)]);

const credentials: readonly ICredentialType[] = manifest.n8n.credentials.map((built: string) => {
	const source = built.replace(/^dist\//, '').replace(/\.js$/, '');
	const [made] = Object.values(jest.requireActual<object>(join(root, source)));
	return new made();
});
const nodes = Object.values(own).map(({ description }) => description);

/** What a person reads on the fields of a node or credential, those inside of others included. */
const labelsIn = (properties: readonly INodeProperties[]): readonly string[] =>
	properties.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((option) =>
			'values' in option ? labelsIn(option.values) : 'type' in option ? labelsIn([option]) : [],
		),
	]);
const labels = new Set(
	[...nodes, ...credentials].flatMap(({ properties }) => labelsIn(properties)),
);

/** Every name that a row may set in bold: nodes, credentials, and operations as people pick them. */
const offered = new Set([
	...[...nodes, ...credentials].map(({ displayName }) => displayName),
	...nodes.flatMap(({ displayName, properties }) => {
		const choices = (name: string) => properties.filter((field) => field.name === name);
		const resources = choices('resource').flatMap(({ options = [] }) => options);
		return choices('operation').flatMap(({ options = [], displayOptions }) => {
			const of = resources.filter(
				(one) => 'value' in one && displayOptions?.show?.resource?.includes(one.value),
			);
			const before = of.length === 0 ? [''] : of.map(({ name }) => `${name} > `);
			return options.flatMap(({ name }) => before.map((at) => `${displayName}: ${at}${name}`));
		});
	}),
]);

describe('the page of statements', () => {
	test('has something in every cell of its tables', () => {
		expect(statements.length).toBeGreaterThan(100);
		for (const { head, rows } of tables) {
			for (const row of rows) {
				expect([row, row.length, row.includes('')]).toEqual([row, head.length, false]);
			}
		}
	});

	test('numbers the statements of each source without a gap', () => {
		for (const { head, rows } of tables.filter((table) => table.head[0] === '#')) {
			const letter = rows[0]?.[0]?.charAt(0);
			expect([head[1], ...rows.map(([number]) => number)]).toEqual([
				head[1],
				...rows.map((_, at) => `${letter}${at + 1}`),
			]);
		}
	});

	test('shows every statement by a test', () => {
		const bare = statements.filter((row) => !/`test\//.test(row.at(-1) ?? ''));
		expect(bare).toEqual([]);
	});

	test('names only tests that there are, by a title that they have', () => {
		const shown = named(/`(test\/[^`]+)`((?:,? "[^"]+")*)/g).flatMap(
			([, file = '', titles = '']) => {
				const quoted = [...titles.matchAll(/"([^"]+)"/g)].map(([, title]) => title);
				return quoted.length === 0 ? [[file, '']] : quoted.map((title) => [file, title ?? '']);
			},
		);
		const isThere = ([file = '', title = '']: readonly string[]) =>
			title !== '' &&
			existsSync(join(root, file)) &&
			readFileSync(join(root, file), 'utf8').includes(title);
		expect(shown.filter((one) => !isThere(one))).toEqual([]);
	});

	test('names only templates and pages that there are', () => {
		const paths = [
			...named(/`(workflows\/[^`]+)`/g).map(([, path = '']) => path),
			...[...page.matchAll(/\]\(([^)#:]+)/g)].map(([, path]) => join('docs', path ?? '')),
		];
		expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	test('names only nodes, operations and credentials that there are', () => {
		const bold = named(/\*\*([^*]+)\*\*/g).map(([, name = '']) => name);
		expect(bold.filter((name) => !offered.has(name))).toEqual([]);
	});

	test('names only fields that there are', () => {
		const italic = named(/(?<!\*)\*([^*]+)\*(?!\*)/g).map(([, name = '']) => name);
		expect(italic.filter((name) => !labels.has(name))).toEqual([]);
	});
});
