import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger';
import type { Store } from '../../ledger/storeShapes';
import type { ChannelAccess } from '../shared/channelAccess';
import { listed } from '../shared/listSearch';
import { ledgerOf } from '../shared/ledgerOf';
import { storeServed } from './storeServed';

/** As many as a person looks through. */
const most = 100;

type Entries = (
	ledger: Ledger,
	store: Store,
	typed: string,
) => Promise<readonly { readonly name: string; readonly value: string }[]>;

/** A list of what the hub knows of the store, for a channel that lists it not at all, or only at the price of scarce calls. */
const search = (access: ChannelAccess, entries: Entries) =>
	async function (this: ILoadOptionsFunctions, filter = '') {
		const found = async () => {
			const ledger = await ledgerOf(this);
			return await entries(ledger, await storeServed(this, access, ledger), filter.trim());
		};
		return await listed(this, found);
	};

/** The newest orders, or those with the number that was typed. */
export const knownOrders = (access: ChannelAccess) =>
	search(access, async (ledger, { code: store }, number) => {
		const numbered = number && (await ledger.getOrders({ store, number, limit: most }));
		const newest = await ledger.getOrders({ store, limit: most });
		const found = new Map([...(numbered || []), ...newest].map((order) => [order.id, order]));
		return [...found.values()]
			.map(({ id, number: of, status }) => ({ name: `${of} (${id}, ${status})`, value: id }))
			.filter(({ name }) => name.toLowerCase().includes(number.toLowerCase()));
	});

/** Listings of the store's catalog. */
export const knownListings = (access: ChannelAccess) =>
	search(access, async (ledger, { code: store }, typed) => {
		const found = await ledger.getListings({ store, search: typed || undefined, limit: most });
		return found.map(({ listing, title }) => ({ name: `${listing} (${title})`, value: listing }));
	});

/** The locations of Hub Mapping, each with its hub. */
export const mappedLocations = (access: ChannelAccess) =>
	search(access, async (_ledger, { settings }, typed) =>
		settings.hubMap
			.map(({ location, hub }) => ({ name: `${location} (${hub})`, value: location }))
			.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())),
	);
