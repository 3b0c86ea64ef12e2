import './n8nFolder';
import type { ICredentialsHelper, IDataObject } from 'n8n-workflow';
import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { rows, type Row } from '../../ledger/statement';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { serve } from '../../sandbox/serve';
import { uniwareSandbox } from '../../sandbox/uniware';
import type { UniwareOptions } from '../../sandbox/uniware/types';
import { credentialStore } from './credentialStore';
import { executeNode, runNode } from './engine';
import type { Given } from './engine';
import { newStore } from '../../domain/newStore';
import { picked } from './shop';
import { startAt } from './shopifyNodes';
import { iconicStore } from './soldOnIconic';
import { templateOf, tick } from './templates';

let opened = 0;

/** Whom the channel bills; Uniware wants a phone. */
const billTo = {
	...{ name: 'The Iconic', company: null, lines: ['1 Bridge St'], district: null },
	...{ city: 'Sydney', region: 'NSW', postcode: '2000', country: 'AU' },
	...{ phone: '0299999999', latitude: null, longitude: null },
};

/** A pretend tenant with ten of TEE-M and three of TEE-L in WH_MAIN, credentials for it and a ledger of its own. */
export async function openUniware(options: UniwareOptions = {}) {
	const uniware = uniwareSandbox({ startAt, ...options });
	uniware.seed([
		{ sku: 'TEE-M', price: 55, stocks: { WH_MAIN: 10, WH_SOUTH: 5 } },
		{ sku: 'TEE-L', price: 55, stocks: { WH_MAIN: 3 } },
	]);
	const server = await serve(uniware);
	const { username, password } = uniware.credential;
	const name = `uniware-${process.pid}-${++opened}`;
	const stored = {
		uniwareHubApi: {
			...{ baseUrl: server.url, username, password, facility: 'WH_MAIN' },
			...{ channelCode: 'ORDER_HUB', marketplaceShips: false, accessToken: '' },
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
		...{ uniware, stored, credentials, sql, items, host: new URL(server.url).host },
		/** With what n8n keeps beside the JSON of an item. */
		runWhole: async (operation: string, of?: Given) =>
			await executeNode(typed('uniwareHub'), credentials, given(operation, of)),
		/** An operation of the node of Uniware. */
		act: async (operation: string, parameters: IDataObject = {}) =>
			await items('uniwareHub', operation, { parameters }),
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

export type UniwareNodes = Awaited<ReturnType<typeof openUniware>>;

/** What the editor sends for the store page. */
export const uniwarePage = (change: IDataObject = {}): IDataObject => ({
	store: picked('uniware'),
	seller: picked('acme'),
	hubMapping: {
		rows: [
			{ location: picked('WH_MAIN'), hub: picked('sydney') },
			{ location: picked('WH_SOUTH'), hub: picked('melbourne') },
		],
	},
	changedBy: 'Asha',
	reason: 'opening',
	...change,
});

/** The tenant connected as the stock master of both hubs, its catalog and its stock read. */
export async function connectedUniware(options: UniwareOptions = {}): Promise<UniwareNodes> {
	const shop = await openUniware(options);
	const { items, act } = shop;
	await items('orderHub', 'seller:save', { parameters: { code: 'acme', name: 'Acme' } });
	for (const code of ['sydney', 'melbourne']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
	}
	await act('store:saveSettings', uniwarePage());
	await shop.tick('uniware/sync-catalog');
	await shop.tick('uniware/sync-stock');
	return shop;
}

/** Such a tenant for each test of a file, and a store of The Iconic whose orders it ships. */
export function uniwareShops() {
	let shop: UniwareNodes;
	const store = 'the-iconic';
	const ledger = () => ledgerIn(shop.stored.orderHubLedgerApi);
	beforeEach(async () => {
		shop = await connectedUniware();
	});
	afterEach(() => shop.close());
	return {
		get shop() {
			return shop;
		},
		get uniware() {
			return shop.uniware;
		},
		async connectIconic(change: Partial<StoreSettings> = {}) {
			const omsOrder = { ...newStore.omsOrder, billTo };
			await (await ledger()).saveStore(iconicStore({ omsOrder, ...change }));
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
		/** What the channel is offered of a SKU, at all hubs together. */
		async offeredOf(sku: string) {
			const [offered] = await (await ledger()).getAvailability(store, [sku]);
			return offered?.hubs.reduce((sum, { available }) => sum + available, 0) ?? null;
		},
		/** What a store is told or still has to be, oldest first. */
		outbox: async (of = 'uniware') =>
			(
				await shop.items('orderHub', 'channelUpdate:getMany', {
					parameters: { store: picked(of) },
				})
			)
				.map(({ state, update }) => {
					const { effect, channelStatus, number } = update as IDataObject;
					return `${number} ${effect} ${channelStatus} ${state}`;
				})
				.toReversed(),
		exceptions: async (of = 'uniware') =>
			await shop.items('orderHub', 'exception:getMany', { parameters: { store: picked(of) } }),
	};
}
