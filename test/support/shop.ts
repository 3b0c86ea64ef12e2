import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import { ikasSandbox } from '../../sandbox/ikas';
import type { IkasOptions, IkasSandbox } from '../../sandbox/ikas/types';
import { serve } from '../../sandbox/serve';
import { credentialStore } from './credentialStore';
import { runNode } from './engine';
import type { Given } from './engine';

/** A shop on the ikas sandbox, with credentials for it and a ledger of its own. */
export interface Shop {
	readonly ikas: IkasSandbox;
	readonly credentials: ICredentialsHelper;
	/** What n8n has stored for each credential. */
	readonly stored: Record<
		'ikasChannelApi' | 'orderHubLedgerApi',
		IDataObject & Record<string, string>
	>;
	/** Ids of the stock locations, in the order of the hubs istanbul, ankara. */
	readonly locations: readonly string[];
	run(type: string, operation: string, given?: Given): ReturnType<typeof runNode>;
	/** The items on the first output. */
	items(type: string, operation: string, given?: Given): Promise<readonly IDataObject[]>;
	/** Runs with the body of each call that reaches ikas, before it is answered. */
	watch(seen: (body: string) => void): void;
	close(): Promise<void>;
}

let shops = 0;

export async function openShop(options: IkasOptions = {}): Promise<Shop> {
	const ikas = ikasSandbox({ quota: null, ...options });
	let watching: (body: string) => void = () => {};
	const server = await serve({
		handle: async (request) => {
			watching(request.body);
			return await ikas.handle(request);
		},
	});
	const stored = {
		ikasChannelApi: {
			storeName: 'lale-giyim',
			clientId: ikas.credential.clientId,
			clientSecret: ikas.credential.clientSecret,
			apiUrl: server.url,
			accessToken: '',
		},
		orderHubLedgerApi: { engine: 'sqlite', name: `shop-${process.pid}-${++shops}` },
	};
	const credentials = credentialStore(stored);
	const run: Shop['run'] = async (type, picked, given = {}) => {
		const [resource, operation] = picked.includes(':') ? picked.split(':') : [undefined, picked];
		const parameters = { resource, operation, ...given.parameters } as IDataObject;
		return await runNode(`n8n-nodes-order-hub.${type}`, credentials, { ...given, parameters });
	};
	return {
		ikas,
		credentials,
		stored,
		locations: ikas.state().locations.map(({ id }) => id),
		run,
		items: async (...of) => (await run(...of))[0] ?? [],
		watch: (seen) => {
			watching = seen;
		},
		close: server.close,
	};
}

export const picked = (value: string) => ({ __rl: true, mode: 'id', value });

/** What the editor sends for the store page of the shop. */
export const storePage = (shop: Shop, change: IDataObject = {}): IDataObject => ({
	store: picked('ikas'),
	seller: picked('lale'),
	inventorySync: true,
	automatedCancellation: true,
	busySeconds: 0,
	hubMapping: {
		rows: [
			{ location: picked(shop.locations[0] ?? ''), hub: picked('istanbul') },
			{ location: picked(shop.locations[1] ?? ''), hub: picked('ankara') },
		],
	},
	channelStatusMapping: {
		rows: [
			{ channelStatus: 'status:CANCELLED', hubStatus: 'cancelled' },
			{ channelStatus: 'package:FULFILLED', hubStatus: 'shipped' },
			{ channelStatus: 'payment:PAID', hubStatus: 'new_order' },
		],
	},
	workspaceStatusMapping: { rows: [{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' }] },
	changedBy: 'Ayşe',
	reason: 'opening',
	...change,
});

/** The shop connected to the hub: seller, two hubs, stock of the SKU A-1, and the store page. */
export async function connectedShop(
	options: IkasOptions = {},
	change: IDataObject = {},
): Promise<Shop> {
	const shop = await openShop(options);
	await shop.run('orderHub', 'seller:save', { parameters: { code: 'lale', name: 'Lale Giyim' } });
	for (const code of ['istanbul', 'ankara']) {
		await shop.run('orderHub', 'hub:save', { parameters: { code, name: code } });
		await shop.run('orderHub', 'stock:set', {
			parameters: { seller: 'lale', sku: 'A-1', hub: picked(code), onHand: 10 },
		});
	}
	await shop.run('ikas', 'store:saveSettings', { parameters: storePage(shop, change) });
	return shop;
}
