import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { okerSandbox } from '../../sandbox/oker';
import { basePath } from '../../sandbox/oker/calls';
import type { OkerOptions, OkerOrderDraft, OkerSandbox } from '../../sandbox/oker/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { runNode } from './engine';
import type { Given } from './engine';
import { picked } from './shop';
import { templateOf, tick } from './templates';

/** A seller of the pretend gateway, with credentials for it and a ledger of its own. */
export interface OkerNodes {
	readonly oker: OkerSandbox;
	readonly credentials: ICredentialsHelper;
	/** As the store has it. */
	readonly account: string;
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** The items on the first output. */
	items(type: string, operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** An operation of the Order Hub node on the store. */
	hub(operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	/** Runs a template of Oker from its schedule, with every sync and update due. */
	tick(template: string): ReturnType<typeof tick>;
	close(): Promise<void>;
}

let opened = 0;

export const store = { store: picked('oker') };

export async function openOker(
	options: OkerOptions = {},
	change: IDataObject = {},
): Promise<OkerNodes> {
	const oker = okerSandbox({ quota: null, courierMs: 0, labelMs: 0, ...options });
	const server = await serve(oker);
	const name = `oker-${process.pid}-${++opened}`;
	const credentials = credentialStore({
		okerChannelApi: {
			...oker.credential,
			baseUrl: `${server.url}${basePath}`,
			accessToken: '',
			...change,
		},
		orderHubLedgerApi: { engine: 'sqlite', name },
	});
	const stranger = sqliteEngine(ledgerFile(name));
	const run: OkerNodes['run'] = async (type, operation, { parameters, ...more } = {}) => {
		const [verb, resource] = operation.split(':').reverse();
		const whole = { resource, operation: verb, ...parameters } as IDataObject;
		return await runNode(`n8n-nodes-order-hub.${type}`, credentials, {
			...more,
			parameters: whole,
		});
	};
	const items: OkerNodes['items'] = async (type, operation, parameters) =>
		(await run(type, operation, { parameters }))[0] ?? [];
	const sql = (query: string) => stranger.run(() => rows(query));
	return {
		...{ oker, credentials, run, items, sql },
		account: `${oker.credential.username}@${new URL(server.url).host}`,
		hub: (operation, parameters = {}) => items('orderHub', operation, { ...store, ...parameters }),
		async tick(template) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			await sql("UPDATE outbox SET due_at = 1 WHERE state IN ('pending', 'waiting')");
			return await tick(templateOf(`oker/${template}`), credentials);
		},
		async close() {
			await stranger.close();
			await server.close();
		},
	};
}

const statusRows = (map: Readonly<Record<string, string>>, [from, to]: [string, string]) => ({
	rows: Object.entries(map).map(([key, value]) => ({ [from]: key, [to]: value })),
});

/** What the editor sends for the store page. */
export const okerPage = (change: IDataObject = {}): IDataObject => ({
	...store,
	seller: picked('acme'),
	inventorySync: true,
	automatedCancellation: true,
	busySeconds: 0,
	hubMapText: '{"OKR-W1":"north","OKR-W2":"city"}',
	channelStatusMapping: statusRows(
		{
			...{ CREATED: 'new_order', ON_HOLD: 'on_hold', DISPATCHED: 'shipped' },
			...{ DELIVERED: 'delivered', COURIER_RETURN: 'return_to_origin', CANCELLED: 'cancelled' },
			...{ RETURN_REQUESTED: 'return_in_progress', RETURNED: 'returned' },
			PARTLY_RETURNED: 'partial_return',
		},
		['channelStatus', 'hubStatus'],
	),
	workspaceStatusMapping: statusRows(
		{ packed: 'PACKED', shipped: 'DISPATCHED', cancelled: 'CANCELLED' },
		['hubStatus', 'channelStatus'],
	),
	changedBy: 'Asha',
	reason: 'opening',
	...change,
});

export const save = async (shop: OkerNodes, change: IDataObject = {}) =>
	await shop.items('oker', 'store:saveSettings', okerPage(change));

/** The seller with two hubs, and ten tees at each of them. */
export async function furnish({ items }: OkerNodes): Promise<void> {
	await items('orderHub', 'seller:save', { code: 'acme', name: 'Acme' });
	for (const code of ['north', 'city']) {
		await items('orderHub', 'hub:save', { code, name: code });
		await items('orderHub', 'stock:set', {
			...{ seller: 'acme', sku: 'TEE', hub: picked(code), onHand: 10 },
		});
	}
}

/** The store connected to the hub, with the tee in its catalog; `credential` says more than username and password. */
export async function connectedOker(
	options: OkerOptions = {},
	change: IDataObject = {},
	credential: IDataObject = {},
): Promise<OkerNodes> {
	const shop = await openOker(options, credential);
	shop.oker.seed([{ sku: 'TEE', product: 'P-1', variant: 'V-1' }]);
	const connected = furnish(shop)
		.then(() => save(shop, change))
		.then(() => shop.tick('sync-catalog'));
	const [outcome] = await Promise.allSettled([connected]);
	if (outcome.status === 'fulfilled') return shop;
	// Whoever asked has nothing to close.
	await shop.close();
	throw outcome.reason;
}

/** Orders of one tee each, a second after what was before. */
export function placed({ oker }: OkerNodes, ...changes: readonly Partial<OkerOrderDraft>[]) {
	oker.clock.advance(1_000);
	const lines = [{ sku: 'TEE', quantity: 1 }];
	return oker.place(changes.map((change) => ({ lines, ...change }))).map(({ id }) => id);
}
