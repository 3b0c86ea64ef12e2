import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { omnifulSandbox } from '../../sandbox/omniful';
import type { OmnifulOptions } from '../../sandbox/omniful/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { picked } from './shop';
import { startAt } from './shopifyNodes';
import { iconicStore } from './soldOnIconic';
import { templateOf, tick } from './templates';

let opened = 0;

/** A pretend seller with ten of TEE-M and three of TEE-L in RUH, credentials for it and a ledger of its own. */
export async function openOmniful(options: OmnifulOptions = {}) {
	const omniful = omnifulSandbox({ startAt, ...options });
	omniful.seed([
		{ sku: 'TEE-M', price: 55, stocks: { RUH: 10, JED: 5 } },
		{ sku: 'TEE-L', price: 55, stocks: { RUH: 3 } },
	]);
	const server = await serve(omniful);
	const name = `omniful-${process.pid}-${++opened}`;
	const { credential: seller, tenantCredential: tenant, webhookSecret } = omniful;
	const stored = {
		omnifulHubApi: {
			...{ environment: 'own', apiUrl: server.url, ...seller, webhookSecret },
			...{ defaultHub: '', useTenant: true, tenantClientId: tenant.clientId },
			...{ tenantClientSecret: tenant.clientSecret, tenantRefreshToken: tenant.refreshToken },
			accessToken: '',
		} as IDataObject & Record<string, string | boolean>,
		orderHubLedgerApi: { engine: 'sqlite', name },
	};
	const credentials: ICredentialsHelper = credentialStore(stored);
	const stranger = sqliteEngine(ledgerFile(name));
	const given = (operation: string, { parameters, ...more }: Given = {}): Given => {
		const [verb, resource] = operation.split(':').reverse();
		return { ...more, parameters: { resource, operation: verb, ...parameters } as IDataObject };
	};
	const typed = (type: string) => `n8n-nodes-order-hub.${type}`;
	const sql = (query: string): Promise<readonly Row[]> => stranger.run(() => rows(query));
	const items = async (type: string, operation: string, of?: Given) =>
		(await runNode(typed(type), credentials, given(operation, of)))[0] ?? [];
	return {
		...{ omniful, stored, credentials, sql, items },
		/** With what n8n keeps beside the JSON of an item. */
		runWhole: async (operation: string, of?: Given) =>
			await executeNode(typed('omnifulHub'), credentials, given(operation, of)),
		/** An operation of the node of Omniful. */
		act: async (operation: string, parameters: IDataObject = {}) =>
			await items('omnifulHub', operation, { parameters }),
		/** Runs a template from its schedule, with every sync and update due. */
		async tick(template: string) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			await sql("UPDATE outbox SET due_at = 1 WHERE state IN ('pending', 'waiting')");
			const done = await tick(templateOf(template), credentials);
			expect(done.run.data.resultData.error).toBeUndefined();
		},
		async close() {
			await stranger.close();
			await server.close();
		},
	};
}

export type OmnifulNodes = Awaited<ReturnType<typeof openOmniful>>;

/** What the editor sends for the store page. */
export const omnifulPage = (change: IDataObject = {}): IDataObject => ({
	store: picked('omniful'),
	seller: picked('acme'),
	hubMapping: {
		rows: [
			{ location: picked('RUH'), hub: picked('sydney') },
			{ location: picked('JED'), hub: picked('melbourne') },
		],
	},
	changedBy: 'Asha',
	reason: 'opening',
	...change,
});

/** The seller connected as the stock master of both hubs, its catalog and its stock read. */
export async function connectedOmniful(options: OmnifulOptions = {}): Promise<OmnifulNodes> {
	const shop = await openOmniful(options);
	const { items, act } = shop;
	await items('orderHub', 'seller:save', { parameters: { code: 'acme', name: 'Acme' } });
	for (const code of ['sydney', 'melbourne']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
	}
	await act('store:saveSettings', omnifulPage());
	await shop.tick('omniful/sync-catalog');
	await shop.tick('omniful/sync-stock');
	return shop;
}

/** Such a seller for each test of a file, and a store of The Iconic whose orders it ships. */
export function omnifulShops() {
	let shop: OmnifulNodes;
	const store = 'the-iconic';
	const ledger = () => ledgerIn(shop.stored.orderHubLedgerApi);
	beforeEach(async () => {
		shop = await connectedOmniful();
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get omniful() {
			return shop.omniful;
		},
		async connectIconic(change: Partial<StoreSettings> = {}) {
			await (await ledger()).saveStore(iconicStore(change));
		},
		/** Orders that the hub has taken and routed. */
		async taken(...orders: readonly MappedOrder[]) {
			await (await ledger()).importOrders(store, orders);
			await (await ledger()).routeWaiting(store, 50);
		},
		order: async (id: string) => await (await ledger()).getOrder(store, id),
		/** What the ledger has at each hub of a SKU: `hub: on hand/reserved`. */
		async stockOf(sku: string) {
			const found = await shop.sql(
				`SELECT hub, on_hand, reserved FROM stock WHERE sku = '${sku}' ORDER BY hub`,
			);
			return found.map(({ hub, on_hand, reserved }) => `${hub}: ${on_hand}/${reserved}`);
		},
		/** What Omniful is told or still has to be, oldest first. */
		outbox: async () =>
			(await shop.sql('SELECT effect, state FROM outbox ORDER BY id')).map(
				({ effect, state }) => `${effect} ${state}`,
			),
	};
}
