const { existsSync, globSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');

/** Which folders a folder may import from, besides itself. */
const arrows = {
	domain: [],
	channels: ['domain'],
	ledger: ['domain'],
	credentials: ['channels', 'domain'],
	nodes: ['channels', 'credentials', 'domain', 'ledger'],
};

/** What n8n resolves for a community package. Only the skin knows n8n. */
const anywhere = ['luxon', 'zod', 'node:crypto'];
const fromHost = {
	domain: anywhere,
	channels: anywhere,
	ledger: [...anywhere, 'pg', 'node:sqlite', 'node:fs', 'node:os', 'node:path'],
	credentials: [...anywhere, 'n8n-workflow', 'node:dns/promises', 'node:net'],
	nodes: [...anywhere, 'n8n-workflow'],
};

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const required = (source) =>
	[...source.matchAll(/\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1]);
const folderOf = (file) => file.split(path.sep)[1];

const dependencies = ({ dependencies = {} }) =>
	Object.keys(dependencies).map(
		(name) => `package.json: dependency ${name}; the package has none at run time`,
	);

function listed({ n8n }) {
	const named = [...n8n.nodes, ...n8n.credentials];
	const sources = globSync(['nodes/**/*.node.ts', 'credentials/**/*.credentials.ts']);
	return [
		...named
			.filter((file) => !existsSync(file))
			.map((file) => `${file}: named in package.json, not built`),
		...sources
			.map((file) => `dist/${file.replaceAll(path.sep, '/').replace(/\.ts$/, '.js')}`)
			.filter((file) => !named.includes(file))
			.map((file) => `${file}: not named in package.json`),
	];
}

const codexes = ({ n8n }) =>
	n8n.nodes
		.filter((file) => !existsSync(`${file}on`))
		.map((file) => `${file}on: a node without codex`);

const imports = () =>
	globSync(Object.keys(arrows).map((folder) => `dist/${folder}/**/*.js`)).flatMap((file) =>
		required(readFileSync(file, 'utf8'))
			.filter(
				(target) => !(target.startsWith('.') ? isAlongArrow(file, target) : isInHost(file, target)),
			)
			.map((target) => `${file}: may not require ${target}`),
	);

function isAlongArrow(file, target) {
	const from = folderOf(file);
	const to = folderOf(path.join(path.dirname(file), target));
	return from === to || arrows[from].includes(to);
}

const isInHost = (file, target) => fromHost[folderOf(file)].includes(target);

function templates({ name, n8n }) {
	const own = n8n.nodes.map((file) => `${name}.${typeName(path.basename(file, '.node.js'))}`);
	const known = new Set([...own, ...hostTypes()]);
	return globSync('workflows/**/*.json').flatMap((file) =>
		json(file).nodes.flatMap((node) => [
			...(known.has(node.type) ? [] : [`${file}: ${node.name} has the unknown type ${node.type}`]),
			...Object.values(node.credentials ?? {})
				.filter(({ id }) => id !== null)
				.map(() => `${file}: ${node.name} carries the id of a credential`),
		]),
	);
}

const typeName = (className) => className.charAt(0).toLowerCase() + className.slice(1);

/** The node types of the n8n that is installed here. */
function hostTypes() {
	const n8n = require.resolve('n8n/package.json', { paths: [__dirname] });
	const base = require.resolve('n8n-nodes-base/package.json', { paths: [n8n] });
	return json(path.join(path.dirname(base), 'dist/types/nodes.json')).map(
		(type) => `n8n-nodes-base.${type.name.replace(/^n8n-nodes-base\./, '')}`,
	);
}

/** The official build copies every picture it finds. Those of the documents are not shipped. */
function dropPictures() {
	const found = globSync('dist/**/*.{png,svg}').filter((file) => folderOf(file) !== 'icons');
	for (const file of found) rmSync(file);
}

/** Refuses to ship what n8n could not load or what breaks the layout. Reads the package it is started in. */
async function verify() {
	dropPictures();
	const manifest = json('package.json');
	const violations = [dependencies, listed, codexes, imports, templates].flatMap((check) =>
		check(manifest),
	);
	if (violations.length > 0)
		throw new Error(`The package is not fit to ship.\n${violations.join('\n')}`);
}

module.exports = { verify };
