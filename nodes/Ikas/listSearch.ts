import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { ledgerIfSet } from '../shared/ledgerOf';
import { asNodeError } from '../shared/asNodeError';
import { holding, listed } from '../shared/listSearch';
import { onChannel } from '../shared/http';
import { access } from './access';

const onIkas = async <T>(context: ILoadOptionsFunctions, work: (http: Http) => Promise<T>) =>
	await onChannel(context, access, work, { ledger: await ledgerIfSet(context) });

export async function searchLocations(this: ILoadOptionsFunctions, filter?: string) {
	const locations = async () =>
		(await onIkas(this, access.connector.locations.list)).map(({ id, name }) => ({
			name,
			value: id,
		}));
	return await listed(this, locations, filter);
}

/** The newest orders, or those whose number was typed. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken: string | null = null,
): Promise<INodeListSearchResult> {
	return await onePage(this, async (http) => {
		const { orders, next } = await access.connector.orders.latest(
			http,
			filter.trim(),
			paginationToken,
		);
		const results = orders.map(({ id, number, placedAt }) => ({
			name: `${number ?? id} (${placedAt?.slice(0, 10) ?? 'no date'})`,
			value: id,
		}));
		return { results, paginationToken: next ?? undefined };
	});
}

/** So many pages without a hit before the list says that there is none. */
const mostPages = 10;

/** How much of a word the search of ikas wants is not known (reference/ikas.md 9): pages are read until one holds what was typed. */
export async function searchListings(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken: string | null = null,
): Promise<INodeListSearchResult> {
	return await onePage(this, async (http) => {
		let position = paginationToken;
		for (let pages = 1; ; pages++) {
			const { listings, next } = await access.connector.listings.page(http, position);
			const results = holding(
				filter,
				listings.map(({ id, sku, title }) => ({
					name: `${sku ?? 'no SKU'} (${title})`,
					value: id,
				})),
			);
			if (results.length > 0 || next === null || pages === mostPages) {
				return { results, paginationToken: next ?? undefined };
			}
			position = next;
		}
	});
}

async function onePage(
	context: ILoadOptionsFunctions,
	read: (http: Http) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		return await onIkas(context, read);
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

/** Names carry the key as well: it is what orders and the maps hold. */
export async function getStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const statuses = async () =>
		(await onIkas(this, access.connector.statuses.list)).map(({ key, label }) => ({
			name: `${label} (${key})`,
			value: key,
		}));
	return (await listed(this, statuses)).results;
}
