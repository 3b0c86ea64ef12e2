import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { shopifySandbox } from '../../sandbox/shopify';
import type {
	ShopifyCall,
	ShopifyOptions,
	ShopifyProductDraft,
	ShopifySandbox,
} from '../../sandbox/shopify/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { picked } from './shop';
import { templateOf, tick } from './templates';

/** A store on the pretend Shopify, with credentials for it and a ledger of its own. */
export interface ShopifyNodes {
	readonly shopify: ShopifySandbox;
	readonly credentials: ICredentialsHelper;
	/** What n8n has stored for each credential. */
	readonly stored: Record<
		'shopifyHubApi' | 'orderHubLedgerApi',
		IDataObject & Record<string, string>
	>;
	readonly domain: string;
	/** Ids of the locations, in the order of the hubs sydney, melbourne. */
	readonly locations: readonly string[];
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** With what n8n keeps beside the JSON of an item. */
	runWhole(type: string, operation: string, given?: Given): ReturnType<typeof executeNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** An operation of the Order Hub node on the store of Shopify. */
	hub(operation: string, parameters?: IDataObject): Promise<readonly IDataObject[]>;
	/** Calls that come from now on, sign-ins apart. */
	callsOf(work: () => Promise<unknown>): Promise<readonly ShopifyCall[]>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	/** Runs a template from its schedule, with every sync and update due. */
	tick(template: string, start?: Parameters<typeof tick>[2]): ReturnType<typeof tick>;
	close(): Promise<void>;
}

let opened = 0;

export const startAt = Date.UTC(2026, 2, 2, 9);

/** What tests of nodes need of it: nothing is late, unless a test says so. */
export const prompt: ShopifyOptions = {
	...{ startAt, bucket: null, searchLagMs: 0, cancelMs: 0, cancelPolls: 0 },
	locations: [{ name: 'Sydney' }, { name: 'Melbourne' }, { name: 'Perth' }],
};

export async function openShopify(options: ShopifyOptions = {}): Promise<ShopifyNodes> {
	const shopify = shopifySandbox({ ...prompt, ...options });
	const server = await serve(shopify);
	const { shop, clientId, clientSecret } = shopify.credential;
	const name = `shopify-${process.pid}-${++opened}`;
	const stored = {
		shopifyHubApi: {
			...{ shopDomain: shop, signInWith: 'clientCredentials', clientId, clientSecret },
			...{ apiUrl: server.url, accessToken: '' },
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
	const run: ShopifyNodes['run'] = async (type, operation, of) =>
		await runNode(typed(type), credentials, given(operation, of));
	const items: ShopifyNodes['items'] = async (...of) => (await run(...of))[0] ?? [];
	const sql = (query: string) => stranger.run(() => rows(query));
	return {
		...{ shopify, credentials, stored, run, items, sql },
		domain: shopify.state().shop.domain,
		locations: shopify.state().locations.map(({ id }) => id),
		runWhole: async (type, operation, of) =>
			await executeNode(typed(type), credentials, given(operation, of)),
		hub: (operation, parameters = {}) =>
			items('orderHub', operation, { parameters: { store: picked('shopify'), ...parameters } }),
		async callsOf(work) {
			const before = shopify.calls().at(-1)?.seq ?? 0;
			await work();
			return shopify.calls(before).filter(({ kind }) => kind !== 'token');
		},
		async tick(template, start) {
			await sql('UPDATE syncs SET due_at = 0, lease_until = 1');
			await sql("UPDATE outbox SET due_at = 1 WHERE state IN ('pending', 'waiting')");
			return await tick(templateOf(template), credentials, start);
		},
		async close() {
			await stranger.close();
			await server.close();
		},
	};
}

/** What the editor sends for the store page. */
export const shopifyPage = (
	{ locations }: Pick<ShopifyNodes, 'locations'>,
	change: IDataObject = {},
): IDataObject => ({
	store: picked('shopify'),
	seller: picked('acme'),
	hubMapping: {
		rows: ['sydney', 'melbourne'].map((hub, at) => ({
			location: picked(locations[at] ?? ''),
			hub: picked(hub),
		})),
	},
	changedBy: 'Mia',
	reason: 'opening',
	...change,
});

export const saveShopify = (shop: ShopifyNodes, change: IDataObject = {}) =>
	shop.items('shopifyHub', 'store:saveSettings', { parameters: shopifyPage(shop, change) });

/** Ten of the one in Sydney and five in Melbourne; three of the other, in Sydney only. */
export const tee: ShopifyProductDraft = {
	title: 'Tee',
	variants: [
		{ sku: 'TEE-M', price: 40, stocks: { Sydney: 10, Melbourne: 5 } },
		{ sku: 'TEE-L', price: 40, stocks: { Sydney: 3 } },
	],
};

/** The seller with a hub for each of two locations. */
export async function furnish({ items }: ShopifyNodes): Promise<void> {
	await items('orderHub', 'seller:save', { parameters: { code: 'acme', name: 'Acme' } });
	for (const code of ['sydney', 'melbourne']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
	}
}

/** The store connected as the stock master of both hubs, its catalog and its stock read. */
export async function connectedShopify(
	options: ShopifyOptions = {},
	change: IDataObject = {},
): Promise<ShopifyNodes> {
	const shop = await openShopify(options);
	shop.shopify.seed([tee]);
	const connected = furnish(shop)
		.then(() => saveShopify(shop, change))
		.then(() => shop.tick('shopify/sync-catalog'))
		.then(() => shop.tick('theIconicToShopify/sync-stock'));
	const [outcome] = await Promise.allSettled([connected]);
	if (outcome.status === 'fulfilled') return shop;
	// Whoever asked has nothing to close.
	await shop.close();
	throw outcome.reason;
}

/** Such a store for each test of a file. */
export function shopifyShops(options: ShopifyOptions = {}, settings: IDataObject = {}) {
	let shop: ShopifyNodes;
	beforeEach(async () => {
		shop = await connectedShopify(options, settings);
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get shopify() {
			return shop.shopify;
		},
		/** Instead of the one that was opened. */
		async reopen(other: ShopifyOptions, change: IDataObject = {}) {
			await shop.close();
			shop = await connectedShopify({ ...options, ...other }, { ...settings, ...change });
		},
		/** What the ledger has at each hub of a SKU: `hub: on hand/reserved`. */
		async stockOf(sku: string) {
			const found = await shop.sql(
				`SELECT hub, on_hand, reserved FROM stock WHERE sku = '${sku}' ORDER BY hub`,
			);
			return found.map(({ hub, on_hand, reserved }) => `${hub}: ${on_hand}/${reserved}`);
		},
		/** What Shopify may still sell of a SKU at a location, by its name. */
		availableOf(sku: string, location = 'Sydney') {
			const { id } = shop.shopify.state().locations.find(({ name }) => name === location) ?? {};
			const found = shop.shopify.stock().find((row) => row.sku === sku && row.location === id);
			return found?.available ?? null;
		},
	};
}

/** Root fields that were asked for. */
export const fieldsOf = (calls: readonly ShopifyCall[]) => calls.flatMap(({ fields }) => fields);

/** Calls by which something was to change. */
export const writingIn = (calls: readonly ShopifyCall[]) =>
	fieldsOf(calls).filter((field) =>
		/^(order(Create|Cancel|Edit)|inventory|fulfillmentCreate|customerSet|metafieldDefinitionCreate|webhookSubscription(Create|Delete))/.test(
			field,
		),
	);
