import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ikasSandbox } from '../sandbox/ikas';
import type { IkasSandbox } from '../sandbox/ikas/types';
import { serve } from '../sandbox/serve';
import { editorOf, owner, type Editor, type Execution } from './editor';
import type { Secrets } from './findSecrets';
import { installPackage } from './installPackage';
import { n8nIn, type N8n } from './n8n';
import { shopAt, type DemoShop } from './shop';
import { readTemplates, root, templateFolders, type Templates } from './template';
import { until } from './until';
import { warehouseAt, type Warehouse } from './warehouse';

const run = promisify(execFile);

/** The net under the others comes last: before, it would hide what they miss. */
const later = 'reconcile';

/** Everything that runs: the pretend ikas, the real n8n with the package and the templates in it. */
export interface Site {
	readonly n8n: N8n;
	readonly editor: Editor;
	readonly templates: Templates;
	/** Starts the template of that file at its schedule, instead of at the next full minute; answers the execution's id. */
	start(file: string): Promise<string>;
	/** The id that n8n has given the template of that file. */
	workflow(file: string): string;
	publish(file: string): Promise<void>;
	/** Starts it, and waits for the end of the execution. */
	play(file: string): Promise<Execution>;
	readonly sandbox: string;
	readonly shop: DemoShop;
	readonly warehouse: Warehouse;
	readonly ledger: string;
	/** What was entrusted to n8n, and the tokens that came of it: to be found in nothing that was written. */
	secrets(): Secrets;
	close(): Promise<void>;
}

export async function openSite(say: (line: string) => void, seed: number): Promise<Site> {
	const folder = join(root, '.demo', new Date().toISOString().replace(/[:.]/g, '-'));
	mkdirSync(folder, { recursive: true });
	say('building the package');
	await run('npm', ['run', 'build'], { cwd: root, maxBuffer: 2 ** 26 });
	const pretend = ikasSandbox({ seed });
	const sandbox = await serve(pretend);
	const n8n = await n8nIn(folder);
	const templates = readTemplates();
	say('installing it as a community package and starting n8n');
	await installPackage(root, folder);
	await n8n.start();
	const editor = await editorOf(n8n.url);
	say('importing credentials and workflows');
	const credentials = join(folder, 'credentials.json');
	writeFileSync(credentials, JSON.stringify(credentialsFor(templates, sandbox.url, pretend)));
	await n8n.command('import:credentials', `--input=${credentials}`);
	rmSync(credentials);
	for (const of of [...templateFolders, join(root, 'demo', 'workflows')])
		await n8n.command('import:workflow', '--separate', `--input=${of}`);
	const workflows = await editor.workflows();
	for (const { id, name } of workflows)
		if (name !== templates.named(later).name) await editor.publish(id);
	await until('the webhooks of the warehouse', () =>
		listens(`${n8n.url}/webhook/warehouse-sellers`),
	);
	const idOf = (name: string) => workflows.find((workflow) => workflow.name === name)?.id ?? '';
	const asked = (file: string) => {
		const { name, schedule } = templates.named(file);
		return [idOf(name), schedule] as const;
	};
	return {
		n8n,
		editor,
		templates,
		workflow: (file) => asked(file)[0],
		start: (file) => editor.run(...asked(file)),
		publish: (file) => editor.publish(asked(file)[0]),
		play: (file) => editor.runToEnd(...asked(file)),
		sandbox: sandbox.url,
		shop: shopAt(sandbox.url),
		warehouse: warehouseAt(n8n.url),
		ledger: join(folder, '.n8n', 'order-hub', 'default.sqlite'),
		secrets: () => ({
			'client secret': [pretend.credential.clientSecret],
			'access token': pretend.issuedTokens(),
			"owner's password": [owner.password],
		}),
		async close() {
			await n8n.stop();
			await sandbox.close();
		},
	};
}

/** A webhook answers a moment after its workflow was published; no rows change nothing. */
const listens = async (webhook: string): Promise<boolean> => {
	const headers = { 'content-type': 'application/json' };
	return (await fetch(webhook, { method: 'POST', headers, body: '{"rows":[]}' })).status !== 404;
};

const credentialsFor = (
	templates: Templates,
	apiUrl: string,
	{ credential, state }: IkasSandbox,
) => [
	{
		id: 'orderHubDemoIkas',
		name: templates.credential('ikasChannelApi'),
		type: 'ikasChannelApi',
		data: {
			storeName: state().merchant.storeName,
			clientId: credential.clientId,
			clientSecret: credential.clientSecret,
			apiUrl,
		},
	},
	{
		id: 'orderHubDemoLedger',
		name: templates.credential('orderHubLedgerApi'),
		type: 'orderHubLedgerApi',
		data: { engine: 'sqlite', name: 'default' },
	},
];
