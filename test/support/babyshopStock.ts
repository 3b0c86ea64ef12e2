import './n8nFolder';
import type { IDataObject } from 'n8n-workflow';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sqliteEngine } from '../../ledger/sqlite';
import { run } from '../../ledger/statement';
import { babyshopSandbox } from '../../sandbox/babyshop';
import type { BabyshopCall, BabyshopOptions } from '../../sandbox/babyshop/types';
import { serve } from '../../sandbox/serve';
import { babyshopPath } from './babyshopHttp';
import { credentialStore } from './credentialStore';
import { runNode } from './engine';
import { picked } from './shop';
import { templateOf, tick } from './templates';

const store = { store: picked('babyshop') };
const template = templateOf('babyshop/push-inventory');
let opened = 0;

/** How long the panel takes to decide. */
export const decidesAfterMs = 60_000;

/** A store on a pretend panel that is not in a hurry to decide, for what the template does with its stock. */
async function openStore(options: BabyshopOptions, credential: IDataObject) {
	const panel = babyshopSandbox({ quota: null, moderationMs: decidesAfterMs, ...options });
	const server = await serve(panel);
	const { username, password } = panel.credential;
	const name = `babyshop-stock-${process.pid}-${++opened}`;
	const stored = {
		babyshopChannelApi: {
			...{ username, password, baseUrl: `${server.url}${babyshopPath}`, accessToken: '' },
			...{ timeZone: 'Asia/Dubai', inventoryKey: 'sku', callsPerFiveMinutes: 40, ...credential },
		},
		orderHubLedgerApi: { engine: 'sqlite', name },
	};
	const credentials = credentialStore(stored);
	const stranger = sqliteEngine(ledgerFile(name));
	const ask = async (
		type: string,
		picked: string,
		parameters = {},
		items?: readonly IDataObject[],
	) => {
		const [resource, operation] = picked.split(':');
		const given = {
			parameters: { resource, operation, ...parameters },
			items: items && [...items],
		};
		return (await runNode(`n8n-nodes-order-hub.${type}`, credentials, given))[0] ?? [];
	};
	const becomeDue = () => stranger.run(() => run('UPDATE syncs SET due_at = 0, lease_until = 1'));
	return {
		panel,
		ask,
		hub: (operation: string, parameters = {}) =>
			ask('orderHub', operation, { ...store, ...parameters }),
		ledger: () => ledgerIn(stored.orderHubLedgerApi),
		becomeDue,
		/** The template, when it is due again; `file` is what stands for it. */
		async tick(file = template) {
			await becomeDue();
			return await tick(file, credentials);
		},
		/** Calls of operations that come from now on. */
		async callsOf(work: () => Promise<unknown>): Promise<readonly BabyshopCall[]> {
			const before = panel.calls().at(-1)?.seq ?? 0;
			await work();
			return panel.calls(before).filter(({ kind }) => kind !== 'authToken');
		},
		async close() {
			await stranger.close();
			await server.close();
		},
	};
}

const page = {
	...store,
	seller: picked('mira'),
	inventorySync: true,
	hubMapping: { rows: ['dubai', 'sharjah'].map((code) => ({ hub: picked(code) })) },
	channelStatusMapping: { rows: [{ channelStatus: '5', hubStatus: 'new_order' }] },
	changedBy: 'Layla',
	reason: 'opening',
};

/** Such a store with so many SKUs in its catalog, seven units of each in two hubs together. */
export async function babyshopStock(
	many: number,
	options: BabyshopOptions = {},
	credential: IDataObject = {},
) {
	const at = await openStore(options, credential);
	const products = Array.from({ length: many }, (_, index) => ({
		sku: `MKT-${index}`,
		vendorSkuCode: `S-${index}`,
	}));
	at.panel.seed(products);
	await at.ask('orderHub', 'seller:save', { code: 'mira', name: 'Mira Kids' });
	for (const code of ['dubai', 'sharjah'])
		await at.ask('orderHub', 'hub:save', { code, name: code });
	await at.ask('babyshop', 'store:saveSettings', page);
	const listings = await at.ask('babyshop', 'listing:getMany', { returnAll: true });
	await at.ask('orderHub', 'listing:import', store, listings);
	const count = async (onHand: number, skus: readonly string[], hub = 'dubai') => {
		const ledger = await at.ledger();
		await ledger.setStock(skus.map((sku) => ({ seller: 'mira', sku, hub, onHand })));
	};
	const skus = products.map(({ vendorSkuCode }) => vendorSkuCode);
	await count(5, skus);
	await count(2, skus, 'sharjah');
	return {
		...at,
		count,
		decide: () => at.panel.clock.advance(decidesAfterMs),
		shown: (sku: string) => at.panel.state().products.find((one) => one.sku === sku)?.figure,
	};
}
