import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { babyshopSandbox } from '../../sandbox/babyshop';
import type {
	BabyshopCall,
	BabyshopOptions,
	BabyshopOrderDraft,
	BabyshopSandbox,
} from '../../sandbox/babyshop/types';
import { serve } from '../../sandbox/serve';
import { babyshopPath } from './babyshopHttp';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { picked } from './shop';
import { templateOf, tick } from './templates';

/** A seller on the pretend Seller Panel, with credentials for it and a ledger of its own. */
export interface BabyshopNodes {
	readonly babyshop: BabyshopSandbox;
	readonly credentials: ICredentialsHelper;
	/** What n8n has stored for each credential. */
	readonly stored: Record<
		'babyshopChannelApi' | 'orderHubLedgerApi',
		IDataObject & Record<string, string>
	>;
	/** As the store has it. */
	readonly account: string;
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** With what n8n keeps beside the JSON of an item. */
	runWhole(type: string, operation: string, given?: Given): ReturnType<typeof executeNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** An operation of the Order Hub node on the store. */
	hub(operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** Calls that come from now on, sign-ins apart. */
	callsOf(work: () => Promise<unknown>): Promise<readonly BabyshopCall[]>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	/** Runs a template of Babyshop from its schedule, with every sync and update due. */
	tick(template: string, start?: Parameters<typeof tick>[2]): ReturnType<typeof tick>;
	close(): Promise<void>;
}

let opened = 0;

export const startAt = Date.UTC(2026, 2, 2, 9);

export const store = { store: picked('babyshop') };

export async function openBabyshop(options: BabyshopOptions = {}): Promise<BabyshopNodes> {
	const babyshop = babyshopSandbox({ quota: null, startAt, ...options });
	const server = await serve(babyshop);
	const { username, password, apiOwner } = babyshop.credential;
	const name = `babyshop-${process.pid}-${++opened}`;
	const stored = {
		babyshopChannelApi: {
			...{ username, password, baseUrl: `${server.url}${babyshopPath}` },
			...{ timeZone: babyshop.state().timeZone, inventoryKey: 'sku', callsPerFiveMinutes: '400' },
			accessToken: '',
		},
		orderHubLedgerApi: { engine: 'sqlite', name },
	};
	const credentials = credentialStore(stored);
	const stranger = sqliteEngine(ledgerFile(name));
	const given = (operation: string, { parameters, ...more }: Given = {}): Given => {
		const [verb, resource] = operation.split(':').reverse();
		return { ...more, parameters: { resource, operation: verb, ...parameters } as IDataObject };
	};
	const typed = (type: string) => `n8n-nodes-order-hub.${type}`;
	const run: BabyshopNodes['run'] = async (type, operation, of) =>
		await runNode(typed(type), credentials, given(operation, of));
	const items: BabyshopNodes['items'] = async (...of) => (await run(...of))[0] ?? [];
	const sql = (query: string) => stranger.run(() => rows(query));
	return {
		...{ babyshop, credentials, stored, run, items, sql },
		account: `${apiOwner}@${new URL(server.url).host}`,
		runWhole: async (type, operation, of) =>
			await executeNode(typed(type), credentials, given(operation, of)),
		hub: (operation, parameters = {}) =>
			items('orderHub', operation, { parameters: { ...store, ...parameters } }),
		async callsOf(work) {
			const before = babyshop.calls().at(-1)?.seq ?? 0;
			await work();
			return babyshop.calls(before).filter(({ kind }) => kind !== 'authToken');
		},
		async tick(template, start) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			await sql("UPDATE outbox SET due_at = 1 WHERE state IN ('pending', 'waiting')");
			return await tick(templateOf(`babyshop/${template}`), credentials, start);
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

/** The usual rows of Workspace Order Mapping, and others. */
export const toldAs = (more: Readonly<Record<string, string>> = {}) =>
	statusRows({ packed: '10', shipped: '15', ...more }, ['hubStatus', 'channelStatus']);

/** What the editor sends for the store page. */
export const babyshopPage = (change: IDataObject = {}): IDataObject => ({
	...store,
	seller: picked('noor'),
	inventorySync: true,
	automatedCancellation: true,
	busySeconds: 0,
	hubMapping: { rows: ['sharjah', 'dubai'].map((hub) => ({ hub: picked(hub) })) },
	channelStatusMapping: statusRows(
		{
			...{ '1': 'new_order', '5': 'new_order', '18': 'new_order', '12': 'packed' },
			...{ '10': 'ready_to_ship', '15': 'shipped', '25': 'delivered', '8': 'cancelled' },
		},
		['channelStatus', 'hubStatus'],
	),
	workspaceStatusMapping: toldAs({ cancelled: '8' }),
	changedBy: 'Layla',
	reason: 'opening',
	...change,
});

export const save = (shop: BabyshopNodes, change: IDataObject = {}) =>
	shop.items('babyshop', 'store:saveSettings', { parameters: babyshopPage(change) });

/** The seller with two hubs, and ten teddies at each of them. */
export async function furnish({ items }: BabyshopNodes): Promise<void> {
	await items('orderHub', 'seller:save', { parameters: { code: 'noor', name: 'Noor Trading' } });
	for (const code of ['sharjah', 'dubai']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
		await items('orderHub', 'stock:set', {
			parameters: { seller: 'noor', sku: 'TEDDY', hub: picked(code), onHand: 10 },
		});
	}
}

/** On the panel under a code of the marketplace, in the hub under that of the seller. */
export const teddy = { sku: 'MKT-1', vendorSkuCode: 'TEDDY' };

/** The store connected to the hub, with the teddy in its catalog. */
export async function connectedBabyshop(
	options: BabyshopOptions = {},
	change: IDataObject = {},
): Promise<BabyshopNodes> {
	const shop = await openBabyshop(options);
	shop.babyshop.seed([teddy]);
	const connected = furnish(shop)
		.then(() => save(shop, change))
		.then(() => shop.tick('sync-catalog'));
	const [outcome] = await Promise.allSettled([connected]);
	if (outcome.status === 'fulfilled') return shop;
	// Whoever asked has nothing to close.
	await shop.close();
	throw outcome.reason;
}

/** What is otherwise with an order. */
export type Draft = Partial<BabyshopOrderDraft>;

/** Such a store for each test of a file. */
export function babyshopShops(options: BabyshopOptions = {}, settings: IDataObject = {}) {
	let shop: BabyshopNodes;
	beforeEach(async () => {
		shop = await connectedBabyshop({ awbMs: 0, moderationMs: 0, ...options }, settings);
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get babyshop() {
			return shop.babyshop;
		},
		/** Instead of the one that was opened. */
		async reopen(change: IDataObject, other: BabyshopOptions = {}) {
			await shop.close();
			shop = await connectedBabyshop(
				{ awbMs: 0, moderationMs: 0, ...options, ...other },
				{ ...settings, ...change },
			);
		},
		/** Orders of one teddy each, a second after what was before. */
		place(...changes: readonly Draft[]) {
			shop.babyshop.clock.advance(1_000);
			const lines = [{ sku: teddy.sku, quantity: 1 }];
			return shop.babyshop
				.place(changes.map((change) => ({ lines, ...change })))
				.map(({ id }) => id);
		},
		/** Orders of the hub, by their number. */
		orders: async () =>
			(await shop.hub('order:getMany'))
				.map(({ id, status, hub }) => ({ id, status, hub }))
				.toSorted((one, other) => String(one.id).localeCompare(String(other.id))),
		/** What Babyshop is told or still has to be, oldest first. */
		outbox: async (orderId = '') =>
			(await shop.hub('channelUpdate:getMany', { filters: { orderId } }))
				.map(
					({ state, update }) =>
						`${String((update as IDataObject).channelStatus)} ${String(state)}`,
				)
				.toReversed(),
	};
}
