import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { amazonSandbox } from '../../sandbox/amazonSellerFlex';
import type {
	AmazonCall,
	AmazonOptions,
	AmazonSandbox,
	AmazonShipmentDraft,
} from '../../sandbox/amazonSellerFlex/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { picked } from './shop';
import { tick } from './templates';

/** A seller on the Amazon sandbox, with credentials for it and a ledger of its own. */
export interface AmazonNodes {
	readonly amazon: AmazonSandbox;
	readonly credentials: ICredentialsHelper;
	/** What n8n has stored for each credential. */
	readonly stored: Record<
		'amazonSellerFlexChannelApi' | 'orderHubLedgerApi',
		IDataObject & Record<string, string>
	>;
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** With what n8n keeps beside the JSON of an item. */
	runWhole(type: string, operation: string, given?: Given): ReturnType<typeof executeNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** An operation of the Order Hub node on the store. */
	hub(operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** Takes in a catalog file: summary and refused lines. */
	upload(content: string, parameters?: IDataObject): Promise<readonly (readonly IDataObject[])[]>;
	/** Calls of operations that come from now on: no sign-ins and no documents. */
	callsOf(work: () => Promise<unknown>): Promise<readonly AmazonCall[]>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	/** Lets every sync be due, also where a dead run held it. */
	becomeDue(): Promise<unknown>;
	tick(...of: TickOf): ReturnType<typeof tick>;
	close(): Promise<void>;
}

type TickOf = [file: Parameters<typeof tick>[0], start?: Parameters<typeof tick>[2]];

let opened = 0;

/** Between two of the times at which a walk reads what was shipped. */
export const startAt = Date.UTC(2026, 2, 2, 9);

export const store = { store: picked('amazon') };

/** `arriving` is how long a call of that path travels. */
export async function openAmazon(
	options: AmazonOptions = {},
	arriving: (path: string) => Promise<unknown> = async () => {},
): Promise<AmazonNodes> {
	const amazon = amazonSandbox({ quotas: null, startAt, ...options });
	const server = await serve({
		async handle(request) {
			await arriving(request.path);
			return await amazon.handle(request);
		},
	});
	const { marketplace, sellerId, clientId, clientSecret, refreshToken } = amazon.credential;
	const name = `amazon-${process.pid}-${++opened}`;
	const stored = {
		amazonSellerFlexChannelApi: {
			...{ marketplace, sellerId, clientId, clientSecret, refreshToken },
			authorisation: 'refreshToken',
			environment: 'own',
			apiUrl: server.url,
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
	const run: AmazonNodes['run'] = async (type, operation, of) =>
		await runNode(typed(type), credentials, given(operation, of));
	const items: AmazonNodes['items'] = async (...of) => (await run(...of))[0] ?? [];
	const sql = (query: string) => stranger.run(() => rows(query));
	return {
		...{ amazon, credentials, stored, run, items, sql },
		runWhole: async (type, operation, of) =>
			await executeNode(typed(type), credentials, given(operation, of)),
		hub: (operation, parameters = {}) =>
			items('orderHub', operation, { parameters: { ...store, ...parameters } }),
		upload: (content, parameters) =>
			run('amazonSellerFlex', 'listing:importCsv', {
				parameters,
				files: [{ name: 'catalog.csv', bytes: Buffer.from(content) }],
			}),
		async callsOf(work) {
			const before = amazon.calls().at(-1)?.seq ?? 0;
			await work();
			return amazon.calls(before).filter(({ kind }) => !['token', 'document'].includes(kind));
		},
		becomeDue: () => sql('UPDATE syncs SET due_at = 0, lease_until = 1'),
		tick: (file, start) => tick(file, credentials, start),
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
	statusRows(
		{ new_order: 'CONFIRMED', picked: 'SHIPLABEL_GENERATED', shipped: 'SHIPPED', ...more },
		['hubStatus', 'channelStatus'],
	);

/** Seller Flex Hub IDs and their hubs. */
export const mapped = (map: Readonly<Record<string, string>>) => ({
	rows: Object.entries(map).map(([location, hub]) => ({
		location: picked(location),
		hub: picked(hub),
	})),
});

/** What the editor sends for the store page. */
export const amazonPage = (change: IDataObject = {}): IDataObject => ({
	...store,
	seller: picked('noor'),
	inventorySync: true,
	automatedCancellation: true,
	busySeconds: 0,
	hubMapping: mapped({ EXSB: 'sharjah', DXB1: 'dubai' }),
	channelStatusMapping: statusRows(
		{
			...{ CANCELLED: 'cancelled', DELIVERED: 'delivered', SHIPPED: 'shipped' },
			...{ SHIPLABEL_GENERATED: 'picked', CONFIRMED: 'new_order', ACCEPTED: 'new_order' },
			...{ PACKAGE_CREATED: 'new_order', PICKUP_SLOT_RETRIEVED: 'new_order' },
			INVOICE_GENERATED: 'new_order',
		},
		['channelStatus', 'hubStatus'],
	),
	workspaceStatusMapping: toldAs(),
	changedBy: 'Layla',
	reason: 'opening',
	...change,
});

export const save = (shop: AmazonNodes, change: IDataObject = {}) =>
	shop.items('amazonSellerFlex', 'store:saveSettings', { parameters: amazonPage(change) });

/** The seller with two hubs, and ten units of MUG at each of them. */
export async function furnish({ items }: AmazonNodes): Promise<void> {
	await items('orderHub', 'seller:save', { parameters: { code: 'noor', name: 'Noor Trading' } });
	for (const code of ['sharjah', 'dubai']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
		await items('orderHub', 'stock:set', {
			parameters: { seller: 'noor', sku: 'MUG', hub: picked(code), onHand: 10 },
		});
	}
}

export const catalogOf = (...skus: readonly string[]) =>
	['seller sku,asin', ...skus.map((sku, at) => `${sku},B${String(at).padStart(9, '0')}`)]
		.map((line) => `${line}\n`)
		.join('');

/** The store connected to the hub, with MUG in its catalog. */
export async function connectedAmazon(
	options: AmazonOptions = {},
	change: IDataObject = {},
): Promise<AmazonNodes> {
	const shop = await openAmazon(options);
	const connected = furnish(shop)
		.then(() => save(shop, change))
		.then(() => shop.upload(catalogOf('MUG')));
	const [outcome] = await Promise.allSettled([connected]);
	if (outcome.status === 'fulfilled') return shop;
	// Whoever asked has nothing to close.
	await shop.close();
	throw outcome.reason;
}

/** What is otherwise with a shipment. */
export type Draft = Partial<AmazonShipmentDraft>;

export const recommendedPackage = { lengthCm: 20, widthCm: 15, heightCm: 10, weightG: 500 };

/** A shipment of one mug, at the first location. */
export const shipment = (change: Draft = {}): AmazonShipmentDraft => ({
	lines: [{ sku: 'MUG', quantity: 1 }],
	recommendedPackage,
	...change,
});

/** Such a store whose ledger forgets each call at once, so that no test waits for its turn on the quota. */
async function unhurried(options: AmazonOptions, settings: IDataObject): Promise<AmazonNodes> {
	const shop = await connectedAmazon(options, settings);
	await shop.sql(
		"CREATE TRIGGER unhurried AFTER UPDATE OF calls ON quotas BEGIN UPDATE quotas SET calls = '[]'; END",
	);
	return shop;
}

/** Such a store for each test of a file. */
export function amazonShops(options: AmazonOptions = {}, settings: IDataObject = {}) {
	let shop: AmazonNodes;
	beforeEach(async () => {
		shop = await unhurried(options, settings);
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get amazon() {
			return shop.amazon;
		},
		/** Instead of the one that was opened. */
		async reopen(change: IDataObject, other: AmazonOptions = options) {
			await shop.close();
			shop = await unhurried(other, { ...settings, ...change });
		},
		place: (...changes: readonly Draft[]) =>
			shop.amazon.place(changes.map(shipment)).map(({ id }) => id),
		/** Orders of the hub, oldest first. */
		orders: async () =>
			(await shop.hub('order:getMany'))
				.map(({ id, status, hub }) => ({ id, status, hub }))
				.toReversed(),
		/** What Amazon is told or still has to be, oldest first. */
		outbox: async (orderId = '') =>
			(await shop.hub('channelUpdate:getMany', { filters: { orderId } }))
				.map(
					({ state, update }) =>
						`${String((update as IDataObject).channelStatus)} ${String(state)}`,
				)
				.toReversed(),
	};
}
