import type { IDataObject } from 'n8n-workflow';
import { picked } from './shop';

/** Whose nodes are run. */
interface Shop {
	items(
		type: string,
		operation: string,
		given: { readonly parameters: IDataObject },
	): Promise<readonly IDataObject[]>;
}

export const store = { store: picked('the-iconic') };

/** A carrier that needs a tracking number and one that makes it. */
export const carriers = { typed: 'Australia Post', integrated: 'Toll Express' };
export const reasons = { stock: 'Out of Stock', other: 'Cannot Fulfil' };

const statusRows = (map: Readonly<Record<string, string>>, [from, to]: [string, string]) => ({
	rows: Object.entries(map).map(([key, value]) => ({ [from]: key, [to]: value })),
});

/** The usual rows of Workspace Order Mapping, and others. */
export const toldAs = (more: Readonly<Record<string, string>> = {}) =>
	statusRows({ packed: 'packed', ready_to_ship: 'ready_to_ship', shipped: 'shipped', ...more }, [
		'hubStatus',
		'channelStatus',
	]);

/** What the editor sends for the store page. */
export const iconicPage = (change: IDataObject = {}): IDataObject => ({
	...store,
	seller: picked('bondi'),
	inventorySync: true,
	automatedCancellation: true,
	busySeconds: 0,
	hubMapping: { rows: ['sydney', 'perth'].map((hub) => ({ hub: picked(hub) })) },
	channelStatusMapping: statusRows(
		{
			...{ pending: 'new_order', ready_to_ship: 'ready_to_ship', shipped: 'shipped' },
			...{ delivered: 'delivered', canceled: 'cancelled' },
		},
		['channelStatus', 'hubStatus'],
	),
	workspaceStatusMapping: toldAs({ cancelled: 'canceled' }),
	carrierMapping: { rows: [{ carrier: 'AusPost', channelCarrier: carriers.typed }] },
	cancelReasonMapping: {
		rows: [
			{ reason: 'out_of_stock', channelReason: reasons.stock },
			{ reason: 'other', channelReason: reasons.other },
		],
	},
	changedBy: 'Matilda',
	reason: 'opening',
	...change,
});

export const save = (shop: Shop, change: IDataObject = {}) =>
	shop.items('theIconic', 'store:saveSettings', { parameters: iconicPage(change) });

/** The seller with two hubs, and ten dresses at each of them. */
export async function furnish({ items }: Shop): Promise<void> {
	await items('orderHub', 'seller:save', { parameters: { code: 'bondi', name: 'Bondi Dresses' } });
	for (const code of ['sydney', 'perth']) {
		await items('orderHub', 'hub:save', { parameters: { code, name: code } });
		await items('orderHub', 'stock:set', {
			parameters: { seller: 'bondi', sku: 'DRESS-10', hub: picked(code), onHand: 10 },
		});
	}
}

export const dress = { sku: 'DRESS-10', name: 'Dress', variation: '10', set: 'dress' };
