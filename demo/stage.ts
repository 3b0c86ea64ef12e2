import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { editorOf, owner, type Editor } from './editor';
import type { Secrets } from './findSecrets';
import { oneProcess, type Hosting, type OpenHosting } from './hosting';
import { installPackage } from './installPackage';
import { meetingOf, type Meeting } from './meeting';
import { n8nIn, type N8n } from './n8n';
import { answerOf } from './posting';
import { withPartners, type Pretend } from './pretend';
import { readTemplates, root, templatesOf } from './template';
import { until } from './until';
import { warehouseAt, type Warehouse } from './warehouse';

const run = promisify(execFile);

/** What all stories share: the real n8n with the package, and the templates of every channel that is played, over one ledger. */
export interface Stage {
	readonly n8n: N8n;
	readonly editor: Editor;
	/** The id that n8n has given the workflow of that name. */
	workflow(name: string): string;
	readonly warehouse: Warehouse;
	/** A file of SQLite, or an address of PostgreSQL. */
	readonly ledger: string;
	readonly crashDatabase: Hosting['crashDatabase'];
	/** Of the stories that are played on it. */
	readonly meeting: Meeting;
	secrets(): Secrets;
	close(): Promise<void>;
}

export async function openStage(
	say: (line: string) => void,
	channels: readonly Pretend[],
	openHosting: OpenHosting = oneProcess,
): Promise<Stage> {
	const folder = join(root, '.demo', new Date().toISOString().replace(/[:.]/g, '-'));
	mkdirSync(folder, { recursive: true });
	say('building the package');
	await run('npm', ['run', 'build'], { cwd: root, maxBuffer: 2 ** 26 });
	say('installing it as a community package and starting n8n');
	await installPackage(root, folder);
	const hosting = await openHosting(folder);
	const n8n = await n8nIn(folder, hosting);
	// Alone at first: it makes the tables that the workers need.
	await n8n.main.start();
	await n8n.start();
	const editor = await editorOf(n8n.url);
	say('importing credentials and workflows');
	const systems = withPartners(channels);
	await importCredentials(n8n, credentialsFor(systems, hosting.ledgerCredential));
	await importWorkflows(n8n, workflowsFor(systems));
	const workflows = await editor.workflows();
	const forLater = systems.map((system) => templatesOf(system).name(system.later));
	for (const { id, name } of workflows) if (!forLater.includes(name)) await editor.publish(id);
	await until('the webhooks of the warehouse', () =>
		listens(`${n8n.url}/webhook/warehouse-sellers`),
	);
	return {
		n8n,
		editor,
		workflow: (name) => workflows.find((workflow) => workflow.name === name)?.id ?? '',
		warehouse: warehouseAt(n8n),
		ledger: hosting.ledger,
		crashDatabase: hosting.crashDatabase,
		meeting: meetingOf(channels.length),
		secrets: () => ({
			"owner's password": [owner.password],
			'password of the channel summary': [summaryLogin.password],
			...hosting.secrets,
			...Object.fromEntries(systems.flatMap(secretsOf)),
		}),
		async close() {
			await n8n.stop();
			await hosting.close();
			for (const { close } of systems) await close();
		},
	};
}

const secretsOf = ({ channel, secrets }: Pretend) =>
	Object.entries(secrets()).map(([what, values]) => [`${what} of ${channel}`, values] as const);

/** As texts: the templates, and what people do in the demo. */
const workflowsFor = (systems: readonly Pretend[]): readonly string[] => [
	...readTemplates('hub').texts(),
	...ofPeople('demo/workflows'),
	...systems.flatMap((system) => [
		...templatesOf(system).texts(),
		...ofPeople(`demo/${system.channel}/workflows`),
	]),
];

const ofPeople = (folder: string): readonly string[] =>
	globSync(`${folder}/*.json`, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

/** A webhook answers a moment after its workflow was published; no rows change nothing. */
const listens = async (webhook: string): Promise<boolean> => {
	const headers = { 'content-type': 'application/json' };
	return (await answerOf(webhook, { method: 'POST', headers, body: '{"rows":[]}' })).status !== 404;
};

async function importCredentials(n8n: N8n, credentials: readonly object[]): Promise<void> {
	const file = join(n8n.folder, 'credentials.json');
	writeFileSync(file, JSON.stringify(credentials));
	await n8n.command('import:credentials', `--input=${file}`);
	rmSync(file);
}

/** Out of one folder: each command is a start of n8n. */
async function importWorkflows(n8n: N8n, texts: readonly string[]): Promise<void> {
	const gathered = join(n8n.folder, 'workflows');
	mkdirSync(gathered);
	texts.forEach((text, at) => writeFileSync(join(gathered, `${at}.json`), text));
	await n8n.command('import:workflow', '--separate', `--input=${gathered}`);
	rmSync(gathered, { recursive: true });
}

/** Who may open the Channel Summary. */
export const summaryLogin = { user: 'operations', password: randomUUID() };

const credentialsFor = (systems: readonly Pretend[], ledger: object) => [
	...systems.map((system) => {
		const { type, data } = system.credential;
		const name = templatesOf(system).credential(type);
		return { id: `orderHubDemo-${system.channel}`, name, type, data };
	}),
	{
		id: 'orderHubDemoLedger',
		name: readTemplates('hub').credential('orderHubLedgerApi'),
		type: 'orderHubLedgerApi',
		data: ledger,
	},
	{
		id: 'orderHubDemoSummary',
		name: readTemplates('hub').credential('httpBasicAuth'),
		type: 'httpBasicAuth',
		data: summaryLogin,
	},
];
