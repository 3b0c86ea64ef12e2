import '../support/n8nFolder';
import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

const { verify } = jest.requireActual<{ verify(): Promise<void> }>('../../gulpfile.js');

const root = resolve(__dirname, '../..');
const sources = ['channels', 'credentials', 'domain', 'icons', 'ledger', 'nodes', 'workflows'];
const files = ['package.json', 'tsconfig.json'];
const name = 'n8n-nodes-order-hub';

const folders: string[] = [];
function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'order-hub-package-'));
	folders.push(made);
	return made;
}

/** Another folder's package manager would be asked for by the one that started the tests. */
const environment = { ...process.env, npm_config_user_agent: '' };
const inFolder = (cwd: string, command: string, ...args: string[]) =>
	execFileSync(command, args, { cwd, env: environment, encoding: 'utf8', stdio: 'pipe' });

/** A copy of the package, built by the official CLI. */
function built(): string {
	const into = folder();
	for (const part of [...sources, ...files]) {
		cpSync(join(root, part), join(into, part), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'));
	inFolder(into, join(root, 'node_modules/.bin/n8n-node'), 'build');
	return into;
}

let whole: string;
beforeAll(() => {
	whole = built();
});
afterAll(() => {
	for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('the packed package', () => {
	let installed: string;
	beforeAll(() => {
		const host = folder();
		inFolder(whole, 'npm', 'pack', '--ignore-scripts', '--pack-destination', host);
		const [tarball = ''] = readdirSync(host);
		inFolder(host, 'tar', 'xzf', tarball);
		mkdirSync(join(host, 'node_modules'));
		installed = join(host, 'node_modules', name);
		cpSync(join(host, 'package'), installed, { recursive: true });
		for (const from of ['luxon', 'n8n-workflow', 'pg', 'zod']) {
			symlinkSync(join(root, 'node_modules', from), join(host, 'node_modules', from));
		}
	});

	test("is loaded by n8n's own loader: nodes, credentials, icons and codex", async () => {
		const loader = new PackageDirectoryLoader(installed);
		await loader.loadAll();
		expect(Object.keys(loader.known.nodes).sort()).toEqual([
			'amazonSellerFlex',
			'amazonSellerFlexTrigger',
			'babyshop',
			'babyshopTrigger',
			'hubRouter',
			'ikas',
			'ikasTrigger',
			'oker',
			'okerTrigger',
			'omnifulHub',
			'omnifulHubTrigger',
			'orderHub',
			'orderHubTrigger',
			'orderStatusMap',
			'shopifyHub',
			'shopifyHubTrigger',
			'theIconic',
			'theIconicTrigger',
			'uniwareHub',
			'uniwareHubTrigger',
		]);
		expect(Object.keys(loader.known.credentials).sort()).toEqual([
			'amazonSellerFlexChannelApi',
			'babyshopChannelApi',
			'ikasChannelApi',
			'okerChannelApi',
			'omnifulHubApi',
			'orderHubLedgerApi',
			'shopifyHubApi',
			'theIconicChannelApi',
			'uniwareHubApi',
		]);
		for (const node of loader.types.nodes) {
			expect(node.codex?.categories).toContain('Sales');
			expect(node.iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
		}
	});

	test('ships what is built and the templates, and nothing else', () => {
		expect(readdirSync(installed).sort()).toEqual(['dist', 'package.json', 'workflows']);
	});
});

describe('gulp verify', () => {
	const home = process.cwd();
	let planted: string;
	beforeEach(() => {
		planted = folder();
		for (const part of ['dist', ...sources, ...files]) {
			cpSync(join(whole, part), join(planted, part), { recursive: true });
		}
		process.chdir(planted);
	});
	afterEach(() => process.chdir(home));

	const change = (file: string, edit: (json: Record<string, unknown>) => void) => {
		const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
		edit(json);
		writeFileSync(file, JSON.stringify(json));
	};
	const requires = (file: string, target: string) => () =>
		appendFileSync(file, `\nrequire("${target}");\n`);
	const template = 'workflows/ikas/sync-orders.json';
	const node = (json: Record<string, unknown>, at: number) =>
		(json.nodes as Record<string, unknown>[])[at] ?? {};

	test('lets the package pass as it is', async () => {
		await expect(verify()).resolves.toBeUndefined();
	});

	test('drops the pictures of the documents, which the build takes along', async () => {
		cpSync('icons', 'dist/docs', { recursive: true });
		await verify();
		expect(readdirSync('dist/docs')).toEqual([]);
		expect(readdirSync('dist/icons')).toEqual(readdirSync('icons'));
	});

	test.each<[string, () => void, RegExp]>([
		[
			'a dependency',
			() => change('package.json', (json) => Object.assign(json, { dependencies: { axios: '1' } })),
			/dependency axios/,
		],
		[
			'a node that package.json does not name',
			() => cpSync('nodes/HubRouter/HubRouter.node.ts', 'nodes/HubRouter/Stray.node.ts'),
			/dist\/nodes\/HubRouter\/Stray\.node\.js: not named/,
		],
		[
			'a credential that was not built',
			() => rmSync('dist/credentials/IkasChannelApi.credentials.js'),
			/IkasChannelApi\.credentials\.js: named in package\.json, not built/,
		],
		[
			'a node without codex',
			() => rmSync('dist/nodes/Ikas/IkasTrigger.node.json'),
			/IkasTrigger\.node\.json: a node without codex/,
		],
		['axios', requires('dist/nodes/shared/http.js', 'axios'), /http\.js: may not require axios/],
		[
			'the file system outside the ledger',
			requires('dist/nodes/shared/http.js', 'node:fs'),
			/may not require node:fs/,
		],
		[
			'sockets outside the guard of the credentials',
			requires('dist/nodes/shared/http.js', 'node:net'),
			/may not require node:net/,
		],
		[
			'n8n in a connector',
			requires('dist/channels/ikas/connector.js', 'n8n-workflow'),
			/connector\.js: may not require n8n-workflow/,
		],
		[
			'a domain that knows the ledger',
			requires('dist/domain/order.js', '../ledger/ledger'),
			/order\.js: may not require \.\.\/ledger/,
		],
		[
			'a connector that knows a node',
			requires('dist/channels/ikas/connector.js', '../../nodes/shared/http'),
			/may not require \.\.\/\.\.\/nodes/,
		],
		[
			'something that is not shipped',
			requires('dist/nodes/shared/http.js', '../../sandbox/serve'),
			/may not require \.\.\/\.\.\/sandbox/,
		],
		[
			'a template with the id of a credential',
			() =>
				change(template, (json) =>
					Object.assign(node(json, 6), {
						credentials: { orderHubLedgerApi: { id: '7', name: 'x' } },
					}),
				),
			/carries the id of a credential/,
		],
		[
			'a template with a node that does not exist',
			() => change(template, (json) => Object.assign(node(json, 6), { type: `${name}.orderHib` })),
			/unknown type n8n-nodes-order-hub\.orderHib/,
		],
		[
			'a template with a node of another package',
			() =>
				change(template, (json) => Object.assign(node(json, 6), { type: 'n8n-nodes-base.sett' })),
			/unknown type n8n-nodes-base\.sett/,
		],
	])('refuses %s', async (_what, plant, message) => {
		plant();
		await expect(verify()).rejects.toThrow(message);
	});
});
