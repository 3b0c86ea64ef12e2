import '../support/n8nFolder';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { channels } from '../../channels';
import { hubStatusOptions } from '../../nodes/shared/fields';
import { own } from '../support/nodeTypes';

const root = join(__dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json(join(root, 'package.json'));

/** Where the sources of a node are, by its name. */
const fileOf = new Map<string, string>(
	manifest.n8n.nodes.map((built: string) => {
		const source = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		const className = basename(source, '.node.ts');
		return [className.charAt(0).toLowerCase() + className.slice(1), join(root, source)];
	}),
);

const nodes = Object.values(own).map((node) => [node.description.name, node] as const);
const actions = nodes.filter(([, { execute }]) => execute !== undefined);
const triggers = nodes.filter(([, { execute }]) => execute === undefined);

/** Groups that n8n's own nodes are found under. */
const categories = (() => {
	const base = createRequire(require.resolve('n8n/package.json')).resolve(
		'n8n-nodes-base/package.json',
	);
	const codexes = globSync('dist/nodes/**/*.node.json', { cwd: dirname(base) });
	const named = codexes.flatMap((file) => json(join(dirname(base), file)).categories ?? []);
	return new Set(named.filter((one, at) => named.indexOf(one) !== at));
})();

/** A field, or a mode of a picker: both have a place to type in. */
interface Field extends Pick<INodeProperties, 'name' | 'displayName' | 'type' | 'placeholder'> {
	readonly path: string;
	readonly source: INodeProperties | null;
}

/** Every field of a node, those inside collections included, by the way to it. */
function fieldsOf(properties: readonly INodeProperties[], path = ''): readonly Field[] {
	return properties.flatMap((source) => {
		const at = `${path}${source.name}`;
		const inner = (source.options ?? []).flatMap((option) => {
			if ('values' in option) return fieldsOf(option.values, `${at}.`);
			return 'type' in option ? fieldsOf([option], `${at}.`) : [];
		});
		const typed = (source.modes ?? [])
			.filter(({ type }) => type === 'string')
			.map((mode) => ({ ...mode, type: 'string' as const, path: `${at}.${mode.name}` }));
		return [
			{ ...source, path: at, source },
			...typed.map((mode) => ({ ...mode, source: null })),
			...inner,
		];
	});
}

const fields = ({ description }: INodeType) => fieldsOf(description.properties);

/** What is wrong with the fields of a node, one line each. */
const faultsOf = (node: INodeType, isFaulty: (field: Field) => boolean) =>
	fields(node)
		.filter(isFaulty)
		.map(({ path, displayName }) => `${path} (${displayName})`);

const choicesOf = ({ source }: Field) =>
	(source?.options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);

const operationsOf = (node: INodeType) =>
	fields(node)
		.filter(({ name }) => name === 'operation')
		.flatMap(choicesOf);

describe('package.json', () => {
	test('asks for nothing at run time but the host', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.optionalDependencies ?? manifest.bundledDependencies).toBeUndefined();
	});

	test('is found, loaded and checked by n8n as a community package', () => {
		expect(manifest).toMatchObject({
			name: expect.stringMatching(/^n8n-nodes-/),
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			license: 'MIT',
			files: ['dist', 'workflows'],
			repository: { type: 'git', url: expect.stringMatching(/^git\+https:\/\/github\.com\//) },
			n8n: { n8nNodesApiVersion: 1 },
		});
	});

	test('names every node that the tests know', () => {
		expect([...fileOf.keys()].sort()).toEqual(nodes.map(([name]) => name).sort());
	});
});

describe.each(nodes)('%s', (name, node) => {
	const { description } = node;
	const file = fileOf.get(name) ?? '';

	test('has a codex with groups that n8n has, words to find it by, and where to read on', () => {
		const codex = json(`${file.replace(/\.ts$/, '')}.json`);
		expect(codex.node).toBe(`n8n-nodes-order-hub.${name}`);
		expect(codex.categories.length).toBeGreaterThan(0);
		for (const category of codex.categories) expect([...categories]).toContain(category);
		expect(codex.alias.length).toBeGreaterThan(2);
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		for (const [{ url }] of [primaryDocumentation, credentialDocumentation]) {
			expect(url).toContain(manifest.homepage);
			const [, page] = /\/blob\/main\/([^#]+)/.exec(url) ?? [];
			expect(existsSync(join(root, page ?? 'README.md'))).toBe(true);
		}
	});

	test('has an icon for light and one for dark', () => {
		const { icon } = description;
		if (typeof icon !== 'object') throw new Error(`${name} has one icon for both`);
		expect(icon.light).not.toBe(icon.dark);
		for (const picture of [icon.light, icon.dark]) {
			const path = join(dirname(file), picture.replace(/^file:/, ''));
			expect(readFileSync(path, 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
		}
	});

	test('says in one sentence what it does, under a name of its own', () => {
		expect(description.displayName).toBe(description.defaults.name);
		expect(description.description).toMatch(/^[A-Z].{20,}[^.]$/);
		expect(description.subtitle).toMatch(/./);
	});

	test('has a list behind each field that offers one, and no other', () => {
		const listsIn = (kind: string) => {
			const found = JSON.stringify(description.properties).matchAll(
				new RegExp(`"${kind}":"(\\w+)"`, 'g'),
			);
			return [...new Set([...found].map(([, method]) => method))].sort();
		};
		const { listSearch = {}, loadOptions = {} } = node.methods ?? {};
		expect(listsIn('searchListMethod')).toEqual(Object.keys(listSearch).sort());
		expect(listsIn('loadOptionsMethod')).toEqual(Object.keys(loadOptions).sort());
	});

	test('lets people pick what the ledger or the channel can list', () => {
		const listed = /^(store|hub|seller|ruleSet|orderId|parcelId|exceptionId|listing|location)$/;
		const isTyped = ({ name: of, type }: Field) => listed.test(of) && type !== 'resourceLocator';
		expect(faultsOf(node, isTyped)).toEqual([]);
	});

	test('gives an example wherever something is typed', () => {
		const isBare = ({ type, placeholder = '' }: Field) =>
			type === 'string' && !/^e\.g\. \S/.test(placeholder);
		expect(faultsOf(node, isBare)).toEqual([]);
	});

	test('says of every switch whether what', () => {
		const isVague = ({ type, source }: Field) =>
			type === 'boolean' && !/^Whether \w/.test(source?.description ?? '');
		expect(faultsOf(node, isVague)).toEqual([]);
	});

	test('writes names in Title Case and descriptions as sentences', () => {
		const isTitle = (text: string) =>
			text.split(' ').every((word) => /^[^a-z]|^(and|at|or|of|on|the|in|per|to|for)$/.test(word));
		const isUntitled = ({ type, displayName }: Field) => type !== 'notice' && !isTitle(displayName);
		expect(faultsOf(node, isUntitled)).toEqual([]);
		// A channel writes its statuses as it likes.
		const isUnwritten = (field: Field) =>
			choicesOf(field).some(
				({ name: of, value }) => !isTitle(of) && !/:|^([A-Z_]+|\d+)$/.test(String(value)),
			);
		expect(faultsOf(node, isUnwritten)).toEqual([]);
		const isUnclear = ({ source }: Field) => !/^([A-Z"].*|)$/s.test(source?.description ?? '');
		expect(faultsOf(node, isUnclear)).toEqual([]);
	});

	test('sorts its lists by name, unless they have an order of their own', () => {
		const told = Object.values(channels).flatMap(({ updates }) => updates.statuses);
		const statuses: readonly unknown[] = [
			...hubStatusOptions.map(({ value }) => value),
			...told.map(({ key }) => key),
		];
		const isUnsorted = (field: Field) => {
			const names = choicesOf(field).map((choice) => choice.name);
			// Statuses come in the order in which an order passes them, days as they follow each other.
			const isSequence = choicesOf(field).every(
				({ value }) => statuses.includes(value) || /^((\w+:)?[A-Z_]+|\d+)$/.test(String(value)),
			);
			const sorted = names.toSorted((one, other) => one.localeCompare(other));
			return names.length >= 5 && !isSequence && names.join() !== sorted.join();
		};
		expect(faultsOf(node, isUnsorted)).toEqual([]);
	});
});

describe.each(actions)('%s', (_name, node) => {
	test('can be given to an agent as a tool', () => {
		expect(node.description).toMatchObject({ usableAsTool: true, inputs: ['main'] });
	});

	test('names each operation, says what it does, and what the panel of nodes shows of it', () => {
		expect(operationsOf(node).length).toBeGreaterThan(0);
		for (const { name, description, action } of operationsOf(node)) {
			expect(name).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+| CSV| AWB| to| of| for| and)*$/);
			expect(description).toMatch(/^[A-Z].*[^.]$/);
			expect(action).toMatch(/^[A-Z][a-z]+ (?!.*\b[A-Z][a-z])/);
		}
	});

	test('lists with Get Many', () => {
		const names = operationsOf(node).map(({ name }) => name);
		for (const refused of ['Get All', 'List', 'List All', 'Search']) {
			expect(names).not.toContain(refused);
		}
	});
});

describe.each(triggers)('%s', (_name, { description, trigger, poll, webhook }) => {
	test('is a trigger by its name, its group and what it needs', () => {
		expect(description).toMatchObject({
			displayName: expect.stringMatching(/ Trigger$/),
			name: expect.stringMatching(/Trigger$/),
			group: ['trigger'],
			inputs: [],
			outputs: ['main'],
		});
		expect([trigger, poll, webhook].filter(Boolean)).toHaveLength(1);
	});

	// An agent could not call it: n8n's own rule forbids it.
	test('is no tool', () => {
		expect(description.usableAsTool).toBeUndefined();
	});
});
