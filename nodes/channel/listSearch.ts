import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { asNodeError } from '../shared/asNodeError';
import type { AccessTo, ChannelAccess } from '../shared/channelAccess';
import { holding, listed } from '../shared/listSearch';
import { inQuotaIfKept } from './inQuota';
import { withKey } from './toldOptions';

export const locationSearch = (access: AccessTo<'locations'>) =>
	async function (this: ILoadOptionsFunctions, filter?: string) {
		const locations = async () =>
			(await inQuotaIfKept(this, access, (http) => access.connector.locations.list(http))).map(
				({ id, name }) => ({ name, value: id }),
			);
		return await listed(this, locations, filter);
	};

/** The newest orders, or those whose number was typed. */
export const orderSearch = (access: AccessTo<'orders', 'latest'>) =>
	async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken: string | null = null,
	): Promise<INodeListSearchResult> {
		return await onePage(this, access, async (http) => {
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
	};

/** So many pages without a hit before the list says that there is none. */
const mostPages = 10;

/** A connector gives pages and searches none: they are read until one holds what was typed. */
export const listingSearch = (access: AccessTo<'listings'>) =>
	async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken: string | null = null,
	): Promise<INodeListSearchResult> {
		return await onePage(this, access, async (http) => {
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
	};

async function onePage(
	context: ILoadOptionsFunctions,
	access: ChannelAccess,
	read: (http: Http) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		return await inQuotaIfKept(context, access, read);
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

export const statusOptions = (access: AccessTo<'statuses'>) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const statuses = async () =>
			(await inQuotaIfKept(this, access, (http) => access.connector.statuses.list(http))).map(
				(status) => ({ name: withKey(status), value: status.key }),
			);
		return (await listed(this, statuses)).results;
	};

export const carrierOptions = (access: AccessTo<'carriers'>) =>
	nameOptions(access, (http) => access.connector.carriers.list(http));

export const cancelReasonOptions = (access: AccessTo<'cancelReasons'>) =>
	nameOptions(access, (http) => access.connector.cancelReasons.list(http));

/** Names are all that the channel gives and takes. */
const nameOptions = (access: ChannelAccess, list: (http: Http) => Promise<readonly string[]>) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const names = async () =>
			(await inQuotaIfKept(this, access, list)).map((name) => ({ name, value: name }));
		return (await listed(this, names)).results;
	};
