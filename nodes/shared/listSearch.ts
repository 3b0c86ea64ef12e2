import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { asNodeError } from './asNodeError';
import { ledgerOf } from './ledgerOf';

type Entry = INodeListSearchResult['results'][number];

/** A list for a picker, cut down to what the user typed. */
export async function listed(
	context: ILoadOptionsFunctions,
	entries: () => Promise<readonly Entry[]>,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const wanted = filter.toLowerCase();
		const results = (await entries()).filter(({ name, value }) =>
			`${name} ${value}`.toLowerCase().includes(wanted),
		);
		return { results };
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

export async function searchStores(this: ILoadOptionsFunctions, filter?: string) {
	const stores = async () =>
		(await (await ledgerOf(this)).getStores()).map(({ code, channel }) => ({
			name: `${code} (${channel})`,
			value: code,
		}));
	return await listed(this, stores, filter);
}

export async function searchHubs(this: ILoadOptionsFunctions, filter?: string) {
	const hubs = async () =>
		(await (await ledgerOf(this)).getHubs()).map(({ code, name }) => ({
			name: `${name} (${code})`,
			value: code,
		}));
	return await listed(this, hubs, filter);
}
