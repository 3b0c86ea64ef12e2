import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { serve } from '../../sandbox/serve';
import { theIconicSandbox } from '../../sandbox/theIconic';
import type {
	IconicCall,
	IconicOptions,
	IconicOrderDraft,
	IconicSandbox,
} from '../../sandbox/theIconic/types';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { carriers, dress, furnish, reasons, save, store } from './iconicStore';
import { templateOf, tick } from './templates';

/** A seller on the pretend Seller Center, with credentials for it and a ledger of its own. */
export interface IconicNodes {
	readonly iconic: IconicSandbox;
	readonly credentials: ICredentialsHelper;
	/** What n8n has stored for each credential. */
	readonly stored: Record<
		'theIconicChannelApi' | 'orderHubLedgerApi',
		IDataObject & Record<string, string>
	>;
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** With what n8n keeps beside the JSON of an item. */
	runWhole(type: string, operation: string, given?: Given): ReturnType<typeof executeNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** An operation of the Order Hub node on the store. */
	hub(operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** Calls that come from now on, sign-ins apart. */
	callsOf(work: () => Promise<unknown>): Promise<readonly IconicCall[]>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	/** Runs a template of The Iconic from its schedule, with every sync and update due. */
	tick(template: string, start?: Parameters<typeof tick>[2]): ReturnType<typeof tick>;
	close(): Promise<void>;
}

let opened = 0;

export const startAt = Date.UTC(2026, 2, 2, 9);

const usual: IconicOptions = {
	quota: null,
	startAt,
	exportMs: 0,
	providers: [
		{ name: carriers.typed, default: true },
		{ name: carriers.integrated, apiIntegrationAvailable: true },
	],
	reasons: [
		{ type: 'canceled', name: reasons.other },
		{ type: 'canceled', name: reasons.stock, outOfStock: true },
		{ type: 'failed', name: 'Wrong Address' },
	],
};

export async function openIconic(options: IconicOptions = {}): Promise<IconicNodes> {
	const iconic = theIconicSandbox({ ...usual, ...options });
	const server = await serve(iconic);
	const { clientId, clientSecret } = iconic.credential;
	const name = `iconic-${process.pid}-${++opened}`;
	const stored = {
		theIconicChannelApi: {
			...{ environment: 'own', apiUrl: server.url, clientId, clientSecret },
			...{ deliveryType: 'automatic', afterReadyToShip: 'ship', accessToken: '' },
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
	const run: IconicNodes['run'] = async (type, operation, of) =>
		await runNode(typed(type), credentials, given(operation, of));
	const items: IconicNodes['items'] = async (...of) => (await run(...of))[0] ?? [];
	const sql = (query: string) => stranger.run(() => rows(query));
	return {
		...{ iconic, credentials, stored, run, items, sql },
		runWhole: async (type, operation, of) =>
			await executeNode(typed(type), credentials, given(operation, of)),
		hub: (operation, parameters = {}) =>
			items('orderHub', operation, { parameters: { ...store, ...parameters } }),
		async callsOf(work) {
			const before = iconic.calls().at(-1)?.seq ?? 0;
			await work();
			return iconic.calls(before).filter(({ kind }) => kind !== 'token');
		},
		async tick(template, start) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			await sql("UPDATE outbox SET due_at = 1 WHERE state IN ('pending', 'waiting')");
			return await tick(templateOf(`theIconic/${template}`), credentials, start);
		},
		async close() {
			await stranger.close();
			await server.close();
		},
	};
}

/** The store connected to the hub, with the dress in its catalog. */
export async function connectedIconic(
	options: IconicOptions = {},
	change: IDataObject = {},
): Promise<IconicNodes> {
	const shop = await openIconic(options);
	shop.iconic.seed([dress]);
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
export type Draft = Partial<IconicOrderDraft>;

/** Such a store for each test of a file. */
export function iconicShops(options: IconicOptions = {}, settings: IDataObject = {}) {
	let shop: IconicNodes;
	beforeEach(async () => {
		shop = await connectedIconic(options, settings);
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get iconic() {
			return shop.iconic;
		},
		/** Instead of the one that was opened. */
		async reopen(change: IDataObject, other: IconicOptions = {}) {
			await shop.close();
			shop = await connectedIconic({ ...options, ...other }, { ...settings, ...change });
		},
		/** Orders of one dress each, a second after what was before. */
		place(...changes: readonly Draft[]) {
			shop.iconic.clock.advance(1_000);
			const lines = [{ sku: dress.sku, quantity: 1 }];
			return shop.iconic.place(changes.map((change) => ({ lines, ...change }))).map(({ id }) => id);
		},
		/** Orders of the hub, by their ID. */
		orders: async () =>
			(await shop.hub('order:getMany'))
				.map(({ id, status, hub }) => ({ id, status, hub }))
				.toSorted((one, other) => String(one.id).localeCompare(String(other.id))),
		/** What The Iconic is told or still has to be, oldest first. */
		outbox: async (orderId = '') =>
			(await shop.hub('channelUpdate:getMany', { filters: { orderId } }))
				.map(
					({ state, update }) =>
						`${String((update as IDataObject).channelStatus)} ${String(state)}`,
				)
				.toReversed(),
	};
}
