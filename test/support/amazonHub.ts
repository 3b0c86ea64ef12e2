import './n8nFolder';
import type { IDataObject } from 'n8n-workflow';
import type { StoreSettings } from '../../domain/store';
import type { MappedOrder } from '../../domain/order';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows } from '../../ledger/statement';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { amazonSandbox } from '../../sandbox/amazonSellerFlex';
import type { AmazonOptions } from '../../sandbox/amazonSellerFlex/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { execute, runNode, type Given } from './engine';
import { draft, furnish, settings } from './ledgers';
import { templateOf } from './templates';

let opened = 0;

/** A store on the pretend Amazon with a hub of its own, and what templates and nodes do with both. */
export async function amazonHub(options: AmazonOptions = {}, change: Partial<StoreSettings> = {}) {
	const sandbox = amazonSandbox({ quotas: null, priceMs: 0, ...options });
	const server = await serve(sandbox);
	const { clientId, clientSecret, refreshToken, sellerId, marketplace } = sandbox.credential;
	const name = `amazon-${process.pid}-${++opened}`;
	const credentials = credentialStore({
		amazonSellerFlexChannelApi: {
			...{ marketplace, sellerId, clientId, clientSecret, refreshToken },
			...{ authorisation: 'refreshToken', environment: 'own', apiUrl: server.url, loginUrl: '' },
			...{ accessToken: '', exchangedToken: '' },
		},
		orderHubLedgerApi: { engine: 'sqlite', name },
	});
	const ledger = await ledgerIn({ engine: 'sqlite', name });
	await furnish(ledger);
	const account = `${sellerId}/${marketplace}`;
	await ledger.saveStore(
		draft({ code: 'amazon', channel: 'amazonSellerFlex', account, settings: settings(change) }),
	);
	const tables = sqliteEngine(ledgerFile(name));
	const sql = (query: string) => tables.run(() => rows(query));
	const run = async (type: string, picked: string, given: Given = {}) => {
		const [resource, operation] = picked.split(':');
		const parameters = { resource, operation, ...given.parameters } as IDataObject;
		return await runNode(`n8n-nodes-order-hub.${type}`, credentials, { ...given, parameters });
	};
	return {
		sandbox,
		ledger,
		credentials,
		account,
		sql,
		run,
		items: async (...of: Parameters<typeof run>) => (await run(...of))[0] ?? [],
		take: (...orders: readonly MappedOrder[]) => ledger.importOrders('amazon', orders),
		/** Runs the template once, with every sync due. */
		async tick(template: string) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			const file = templateOf(template);
			const schedule = file.nodes.find(({ type }) => type.endsWith('.scheduleTrigger'));
			return await execute(file, credentials, { node: schedule?.name ?? '' });
		},
		/** Calls of these kinds, or of all that ask Amazon something. */
		calls: (...kinds: readonly string[]) =>
			sandbox
				.calls()
				.map(({ kind }) => kind)
				.filter((kind) => (kinds.length === 0 ? kind !== 'token' : kinds.includes(kind))),
		async close() {
			await tables.close();
			await server.close();
		},
	};
}

export type AmazonHub = Awaited<ReturnType<typeof amazonHub>>;
