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

const storesOf = async (context: ILoadOptionsFunctions) =>
	(await (await ledgerOf(context)).getStores()).map(({ code, channel }) => ({
		name: `${code} (${channel})`,
		value: code,
	}));

export async function searchStores(this: ILoadOptionsFunctions, filter?: string) {
	return await listed(this, () => storesOf(this), filter);
}

export async function getStores(this: ILoadOptionsFunctions) {
	return (await listed(this, () => storesOf(this))).results;
}

export async function searchHubs(this: ILoadOptionsFunctions, filter?: string) {
	const hubs = async () => (await (await ledgerOf(this)).getHubs()).map(named);
	return await listed(this, hubs, filter);
}

export async function searchSellers(this: ILoadOptionsFunctions, filter?: string) {
	const sellers = async () => (await (await ledgerOf(this)).getSellers()).map(named);
	return await listed(this, sellers, filter);
}

export async function searchRuleSets(this: ILoadOptionsFunctions, filter?: string) {
	const ruleSets = async () =>
		(await (await ledgerOf(this)).getRuleSets()).map(({ code, version }) => ({
			name: `${code} (version ${version})`,
			value: code,
		}));
	return await listed(this, ruleSets, filter);
}

const named = ({ code, name }: { readonly code: string; readonly name: string }): Entry => ({
	name: `${name} (${code})`,
	value: code,
});
