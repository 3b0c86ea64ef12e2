import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { ManifestHead } from '../../ledger/manifestShapes';
import { asNodeError } from './asNodeError';
import { ledgerOf } from './ledgerOf';

type Entry = INodeListSearchResult['results'][number];

/** The entries that hold what the user typed. */
export function holding(filter: string, entries: readonly Entry[]): Entry[] {
	const wanted = filter.trim().toLowerCase();
	return entries.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}

/** A list for a picker, cut down to what the user typed. */
export async function listed(
	context: ILoadOptionsFunctions,
	entries: () => Promise<readonly Entry[]>,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		return { results: holding(filter, await entries()) };
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

const hubsOf = async (context: ILoadOptionsFunctions) =>
	(await (await ledgerOf(context)).getHubs()).map(named);

export async function searchHubs(this: ILoadOptionsFunctions, filter?: string) {
	return await listed(this, () => hubsOf(this), filter);
}

export async function getHubs(this: ILoadOptionsFunctions) {
	return (await listed(this, () => hubsOf(this))).results;
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

/** As many as a person looks through. */
const most = 100;

/** The newest orders of the chosen store, and those that have the number that was typed. */
export async function searchOrders(this: ILoadOptionsFunctions, filter = '') {
	const orders = async () => {
		const store = chosen(this, 'store', 'the store');
		const ledger = await ledgerOf(this);
		const number = filter.trim();
		const numbered = number && (await ledger.getOrders({ store, number, limit: most }));
		const newest = await ledger.getOrders({ store, limit: most });
		const found = new Map([...(numbered || []), ...newest].map((order) => [order.id, order]));
		return [...found.values()].map(({ id, number, status }) => ({
			name: `${number} (${status})`,
			value: id,
		}));
	};
	return await listed(this, orders, filter);
}

/** The parcels of the chosen order. */
export async function searchParcels(this: ILoadOptionsFunctions, filter?: string) {
	const parcels = async () => {
		const order = [
			chosen(this, 'store', 'the store'),
			chosen(this, 'orderId', 'the order'),
		] as const;
		const { parcels } = await (await ledgerOf(this)).getOrder(...order);
		return parcels.map(({ parcel, hub, status, lines }) => ({
			name: `${parcel}: ${lines.map(({ sku }) => sku).join(', ')} (${[hub, status].filter(Boolean).join(', ')})`,
			value: String(parcel),
		}));
	};
	return await listed(this, parcels, filter);
}

/** What is open in any store. */
export async function searchExceptions(this: ILoadOptionsFunctions, filter?: string) {
	const exceptions = async () => {
		const ledger = await ledgerOf(this);
		const stores = await ledger.getStores();
		const open = await Promise.all(stores.map(({ code }) => ledger.getExceptions(code, most)));
		return open.flat().map(({ id, store, kind, reference }) => ({
			name: `${id}: ${kind} ${reference} (${store})`,
			value: String(id),
		}));
	};
	return await listed(this, exceptions, filter);
}

/** The manifests of every store, the newest first; what is open before what is closed. */
export async function searchManifests(this: ILoadOptionsFunctions, filter?: string) {
	const manifests = async () => {
		const ledger = await ledgerOf(this);
		const stores = await ledger.getStores();
		const found = await Promise.all(
			stores.map(({ code }) => ledger.getManifestHeads({ store: code, limit: most })),
		);
		return found
			.flat()
			.toSorted(byState)
			.map(({ code, store, hub, state }) => ({
				name: `${code} (${[store, hub, state].join(', ')})`,
				value: code,
			}));
	};
	return await listed(this, manifests, filter);
}

/** The newest returns of every store, by their codes. */
export async function searchReturns(this: ILoadOptionsFunctions, filter?: string) {
	const returns = async () => {
		const found = await (await ledgerOf(this)).getReturnHeads({ limit: most });
		return found.map(({ code, store, number, state }) => ({
			name: `${code} (${[store, number, state].join(', ')})`,
			value: code,
		}));
	};
	return await listed(this, returns, filter);
}

const byState = (one: ManifestHead, other: ManifestHead) =>
	one.state === other.state
		? other.openedAt.localeCompare(one.openedAt)
		: other.state.localeCompare(one.state);

/** Listings of the chosen store, also skipped ones. The ledger looks for what was typed: there may be many. */
export async function searchListings(this: ILoadOptionsFunctions, filter = '') {
	const listings = async () => {
		const store = chosen(this, 'store', 'the store');
		const search = filter.trim() || undefined;
		const found = await (await ledgerOf(this)).getListings({ store, search, limit: most });
		return found.map(({ listing, title, sku, channelSku }) => ({
			name: `${title} (${sku ?? channelSku ?? 'no SKU'})`,
			value: listing,
		}));
	};
	return await listed(this, listings);
}

/** What the other field holds. The editor leaves an expression that it cannot read yet as it is. */
function chosen(context: ILoadOptionsFunctions, name: string, what: string): string {
	const value = String(context.getCurrentNodeParameter(name, { extractValue: true }) ?? '').trim();
	if (value !== '' && !value.startsWith('=')) return value;
	throw refused(`The list follows ${what}. Choose ${what} first, or enter the ID by hand.`);
}
