import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialsHelper, IDataObject, IWorkflowBase } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { execute } from './engine';
import { connectedShop, picked } from './shop';
import type { Shop } from './shop';

const folder = join(__dirname, '../../workflows');

/** A template as it ships, such as `ikas/sync-orders`. */
export const templateOf = (name: string) =>
	JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as IWorkflowBase;

export const templateNames = globSync('*/*.json', { cwd: folder })
	.map((file) => file.replace(/\.json$/, ''))
	.sort();

/** The same, where n8n dies as soon as the node has run. */
export const dyingAfter = (file: IWorkflowBase, node: string): IWorkflowBase => ({
	...file,
	connections: { ...file.connections, [node]: { main: [] } },
});

/** Runs a template from its schedule, or from another trigger with what it is handed. */
export const tick = (
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	start?: { node: string; items: IDataObject[] },
	beforeNode?: (name: string) => Promise<void>,
) => {
	const [schedule] = file.nodes.filter(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	return execute(file, credentials, start ?? { node: schedule?.name ?? '' }, beforeNode);
};

export const store = { store: picked('ikas') };

/** A shop for each test of a file, and what the templates do with it. */
export function templatedShop(settings: IDataObject = {}) {
	let shop: Shop;
	let tables: ReturnType<typeof sqliteEngine>;
	const open = async (change: IDataObject = settings) => {
		shop = await connectedShop({}, change);
		tables = sqliteEngine(ledgerFile(shop.stored.orderHubLedgerApi.name ?? ''));
	};
	const close = async () => {
		await tables.close();
		await shop.close();
	};
	beforeEach(() => open());
	afterEach(close);
	const sql = (query: string): Promise<readonly Row[]> => tables.run(() => rows(query));
	return {
		get shop() {
			return shop;
		},
		/** Instead of the one that was opened: with other settings. */
		async reopen(change: IDataObject) {
			await close();
			await open({ ...settings, ...change });
		},
		sql,
		tick: (file: IWorkflowBase, start?: Parameters<typeof tick>[2]) =>
			tick(file, shop.credentials, start),
		/** Lets every sync be due, also where a dead run held it. */
		becomeDue: () => sql('UPDATE syncs SET due_at = 0, lease_until = 1'),
		/** Calls to ikas that come from now on. */
		callsOf: async (work: () => Promise<unknown>) => {
			const before = shop.ikas.calls().at(-1)?.seq ?? 0;
			await work();
			return shop.ikas.calls(before);
		},
		hub: (operation: string, parameters: IDataObject = {}) =>
			shop.items('orderHub', operation, { parameters: { ...store, ...parameters } }),
	};
}
