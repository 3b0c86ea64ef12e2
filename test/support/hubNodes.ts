import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import { ledgerFile } from '../../ledger/ledgerFile';
import { openLedger } from '../../ledger/openLedger';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { credentialStore } from './credentialStore';
import { runNode } from './engine';
import type { Given } from './engine';
import { draft, furnish, settings } from './ledgers';
import { picked } from './shop';

/** The nodes of the hub on a furnished ledger of their own, without a channel. */
export interface HubNodes {
	/** The same ledger, as another process has it. */
	readonly ledger: Ledger;
	readonly credentials: ICredentialsHelper;
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** Orders that came in, and were routed where the test says so. */
	take(...orders: readonly MappedOrder[]): Promise<void>;
	route(): Promise<void>;
	/** Other settings of the store than `furnish` saves. */
	settle(change: Partial<StoreSettings>): Promise<void>;
	/** Its tables, as a stranger sees them. */
	sql(query: string): Promise<readonly Row[]>;
	close(): Promise<void>;
}

/** Of an account on Amazon, for what is done without asking Amazon. */
export const amazonCredential = {
	marketplace: 'A2VIGQ35RCS4UG',
	sellerId: 'A1SELLER0EXAMPLE',
	clientId: 'amzn1.application-oa2-client.id',
	clientSecret: 'secret',
	authorisation: 'refreshToken',
	refreshToken: 'token',
	environment: 'own',
	apiUrl: 'http://127.0.0.1:1',
	accessToken: '',
};

/** The same of an account on Babyshop. */
export const babyshopCredential = {
	username: '1000001',
	password: 'password',
	baseUrl: 'http://127.0.0.1:1/v3',
	timeZone: 'Asia/Kolkata',
	inventoryKey: 'sku',
	callsPerFiveMinutes: 40,
	accessToken: '',
};

/** The same of a seller on Oker. */
export const okerCredential = {
	username: 'seller-042',
	password: 'password',
	baseUrl: 'http://127.0.0.1:1/v1',
	accessToken: '',
};

/** The same of a seller of Omniful. */
export const omnifulCredential = {
	environment: 'own',
	apiUrl: 'http://127.0.0.1:1',
	clientId: 'id',
	clientSecret: 'secret',
	refreshToken: 'token',
	accessToken: '',
};

/** The same of a store on Shopify. */
export const uniwareCredential = {
	baseUrl: 'http://127.0.0.1:1',
	username: 'api@example.com',
	password: 'secret',
	facility: 'WH_MAIN',
	channelCode: 'ORDER_HUB',
	marketplaceShips: false,
	accessToken: '',
};

export const shopifyCredential = {
	shopDomain: 'my-shop',
	signInWith: 'clientCredentials',
	clientId: 'id',
	clientSecret: 'secret',
	apiUrl: 'http://127.0.0.1:1',
	accessToken: '',
};

/** The same of an account on The Iconic. */
export const iconicCredential = {
	environment: 'own',
	apiUrl: 'http://127.0.0.1:1',
	clientId: 'id',
	clientSecret: 'secret',
	deliveryType: 'automatic',
	afterReadyToShip: 'ship',
	accessToken: '',
};

let opened = 0;

/** Parameters that name the furnished store. */
export const store = { store: picked('ikas-tr') };

export async function openHub(): Promise<HubNodes> {
	const name = `hub-${process.pid}-${++opened}`;
	const credentials = credentialStore({
		orderHubLedgerApi: { engine: 'sqlite', name },
		amazonSellerFlexChannelApi: amazonCredential,
	});
	const file = ledgerFile(name);
	const ledger = await openLedger({ engine: 'sqlite', file });
	const stranger = sqliteEngine(file);
	await furnish(ledger);
	const run: HubNodes['run'] = async (type, operation, given = {}) => {
		const [resource, verb] = operation.includes(':')
			? operation.split(':')
			: [undefined, operation];
		const parameters = { resource, operation: verb, ...given.parameters } as IDataObject;
		return await runNode(`n8n-nodes-order-hub.${type}`, credentials, { ...given, parameters });
	};
	return {
		ledger,
		credentials,
		run,
		items: async (...of) => (await run(...of))[0] ?? [],
		async take(...orders) {
			await ledger.importOrders('ikas-tr', orders);
		},
		async route() {
			await ledger.routeWaiting('ikas-tr', 50);
		},
		async settle(change) {
			await ledger.saveStore(draft({ settings: settings(change) }));
		},
		sql: (query) => stranger.run(() => rows(query)),
		async close() {
			await ledger.close();
			await stranger.close();
		},
	};
}
