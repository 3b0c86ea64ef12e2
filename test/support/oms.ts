import { newStore } from '../../domain/newStore';
import type { Listing } from '../../domain/listing';
import type { OmsLevel } from '../../domain/oms';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import type { StoreDraft } from '../../ledger/storeShapes';
import { draft, settings } from './ledgers';

/** What the store of an OMS says: it is the stock master of both hubs of the tests. */
export const omsSettings = (change: Partial<StoreSettings> = {}): StoreSettings =>
	settings({
		...newStore,
		stockMaster: true,
		inventorySync: true,
		locations: [
			{ id: 'oms-ist', name: 'İstanbul' },
			{ id: 'oms-ank', name: 'Ankara' },
		],
		hubMap: [
			{ location: 'oms-ist', hub: 'istanbul' },
			{ location: 'oms-ank', hub: 'ankara' },
		],
		channelStatusMap: [],
		...change,
	});

export const omsDraft = (
	change: Partial<StoreSettings> = {},
	of: Partial<StoreDraft> = {},
): StoreDraft =>
	draft({
		code: 'oms',
		channel: 'shopify',
		account: 'acme.myshopify.com',
		settings: omsSettings(change),
		...of,
	});

/** Lets the OMS be the stock master of both hubs, with a listing `oms-<SKU>` for each of the SKUs. */
export async function furnishOms(ledger: Ledger, skus: readonly string[] = ['A', 'B']) {
	await ledger.saveStore(omsDraft());
	await ledger.importListings('oms', skus.map(omsListing));
}

export const omsListing = (sku: string): Listing => ({ id: `oms-${sku}`, sku, title: sku });

export const level = (sku: string, available: number, location = 'oms-ist'): OmsLevel => ({
	listing: `oms-${sku}`,
	location,
	available,
});
