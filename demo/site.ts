import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ikasSandbox } from '../sandbox/ikas';
import type { IkasSandbox } from '../sandbox/ikas/types';
import { serve } from '../sandbox/serve';
import { editorOf, type Editor } from './editor';
import { installPackage } from './installPackage';
import { n8nIn, type N8n } from './n8n';
import { shopAt, type DemoShop } from './shop';
import { readTemplate, root, templateFile, type Template } from './template';
import { until } from './until';
import { warehouseAt, type Warehouse } from './warehouse';

const run = promisify(execFile);

/** Everything that runs: the pretend ikas, the real n8n with the package and the template in it. */
export interface Site {
	readonly n8n: N8n;
	readonly editor: Editor;
	readonly template: Template;
	/** Ids in n8n of the template and of the warehouse's own workflow. */
	readonly syncWorkflow: string;
	readonly sandbox: string;
	readonly shop: DemoShop;
	readonly warehouse: Warehouse;
	readonly ledger: string;
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
	const template = readTemplate();
	say('installing it as a community package and starting n8n');
	await installPackage(root, folder);
	await n8n.start();
	const editor = await editorOf(n8n.url);
	say('importing credentials and workflows');
	const credentials = join(folder, 'credentials.json');
	writeFileSync(credentials, JSON.stringify(credentialsFor(template, sandbox.url, pretend)));
	await n8n.command('import:credentials', `--input=${credentials}`);
	rmSync(credentials);
	await n8n.command('import:workflow', `--input=${templateFile}`);
	await n8n.command('import:workflow', '--separate', `--input=${join(root, 'demo', 'workflows')}`);
	const workflows = await editor.workflows();
	for (const { id } of workflows) await editor.publish(id);
	await until('the webhooks of the warehouse', () =>
		listens(`${n8n.url}/webhook/warehouse-sellers`),
	);
	return {
		n8n,
		editor,
		template,
		syncWorkflow: workflows.find(({ name }) => name === template.name)?.id ?? '',
		sandbox: sandbox.url,
		shop: shopAt(sandbox.url),
		warehouse: warehouseAt(n8n.url),
		ledger: join(folder, '.n8n', 'order-hub', 'default.sqlite'),
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

const credentialsFor = (template: Template, apiUrl: string, { credential, state }: IkasSandbox) => [
	{
		id: 'orderHubDemoIkas',
		name: template.credential('ikasChannelApi'),
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
		name: template.credential('orderHubLedgerApi'),
		type: 'orderHubLedgerApi',
		data: { engine: 'sqlite', name: 'default' },
	},
];
