import type { ChannelStatus } from '../../channels/connector';
import { newStore } from '../../domain/newStore';
import type { Location, StoreSettings } from '../../domain/store';
import type { Choice, FormEntry, FormField } from '../shared/formFields';
import { inMapOrder } from './inMapOrder';
import {
	channelEntries,
	hubEntries,
	otherEntries,
	storeEntries,
	workspaceEntries,
	type FormFacts,
	type Shown,
} from './settingsEntries';

export type FormPage = 'store' | 'channelMapping' | 'workspaceMapping';

/** The store page as pages for n8n's Form node, and what every choice on them stands for. */
export interface SettingsForm {
	/** The version whose settings it shows, or null for a new store. */
	readonly version: number | null;
	readonly locations: readonly Location[];
	/** Hubs whose locations are typed, as the page lists them; none where locations are picked. */
	readonly typedFor: readonly string[];
	/** Settings that have no field on the pages, because they mean nothing to the channel. */
	readonly kept: Partial<StoreSettings>;
	/** Keys of the channel's statuses, as the page of Sales Channel Mapping lists them. */
	readonly statuses: readonly string[];
	readonly pages: Readonly<Record<FormPage, readonly FormField[]>>;
	readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

/** Each is known by its ID alone. */
const typedIn = ({ hubMap }: Shown): readonly Location[] =>
	hubMap.map(({ location }) => ({ id: location, name: location }));

const keptOf = (
	{ hasCatalog, splitsOrders = true, isOms = false }: FormFacts,
	shown: Shown,
): Partial<StoreSettings> => ({
	addReservations: shown.addReservations,
	carrierMap: shown.carrierMap,
	cancelReasonMap: shown.cancelReasonMap,
	omsOrder: shown.omsOrder,
	...(!hasCatalog && {
		catalogSync: shown.catalogSync,
		catalogIntervalMinutes: shown.catalogIntervalMinutes,
	}),
	...(!splitsOrders && { splitOrders: false }),
	...(isOms ? outwardOf(shown) : { stockMaster: shown.stockMaster }),
});

/** What an OMS is never asked about. */
const outwardOf = (shown: Shown): Partial<StoreSettings> => ({
	automatedCancellation: shown.automatedCancellation,
	inventoryHubs: shown.inventoryHubs,
	splitOrders: shown.splitOrders,
	invoices: shown.invoices,
	holdBack: shown.holdBack,
	stockBuffer: shown.stockBuffer,
	stockCap: shown.stockCap,
	lookBackHours: shown.lookBackHours,
});

export function settingsForm(read: FormFacts): SettingsForm {
	const shown = read.store?.settings ?? suggested(read);
	const facts = {
		...read,
		hubs: inMapOrder(
			read.hubs,
			shown.hubMap.map(({ hub }) => hub),
			({ code }) => code,
		),
		locations: inMapOrder(
			read.locations,
			shown.hubMap.map(({ location }) => location),
			({ id }) => id,
		),
		statuses: withMapped(read.statuses, shown),
	};
	const pages: Record<FormPage, readonly FormEntry[]> = {
		store: [...storeEntries(facts, shown), ...hubEntries(facts, shown)],
		channelMapping: channelEntries(facts, shown),
		workspaceMapping: [...workspaceEntries(facts, shown), ...otherEntries(facts, shown)],
	};
	const fields = (page: FormPage) => pages[page].map(({ field }) => field);
	return {
		version: facts.store?.version ?? null,
		locations: facts.typedLocations === undefined ? facts.locations : typedIn(shown),
		typedFor: facts.typedLocations === undefined ? [] : facts.hubs.map(({ code }) => code),
		kept: keptOf(facts, shown),
		statuses: facts.statuses.map(({ key }) => key),
		pages: {
			store: fields('store'),
			channelMapping: fields('channelMapping'),
			workspaceMapping: fields('workspaceMapping'),
		},
		choices: Object.fromEntries(
			Object.values(pages)
				.flat()
				.map(({ field: { fieldName = '' }, choices }) => [fieldName, choices]),
		),
	};
}

/** A status that is mapped stays on the page, also when the channel does not list it any more. */
function withMapped(
	statuses: readonly ChannelStatus[],
	{ channelStatusMap }: Shown,
): readonly ChannelStatus[] {
	const listed = new Set(statuses.map(({ key }) => key));
	const gone = channelStatusMap.filter(({ channelStatus }) => !listed.has(channelStatus));
	return [...statuses, ...gone.map(({ channelStatus: key }) => ({ key, label: key }))];
}

/** A new store reads what its channel usually means, and the person changes what is otherwise there. */
const suggested = ({ statuses, told, usual }: FormFacts): Shown => ({
	...newStore,
	...usual,
	hubMap: [],
	channelStatusMap: statuses.flatMap(({ key, usual }) =>
		usual === undefined ? [] : [{ channelStatus: key, hubStatus: usual }],
	),
	workspaceStatusMap: told.flatMap(({ key, usual, untaken }) =>
		usual === undefined || usual === 'cancelled' || untaken !== undefined
			? []
			: [{ hubStatus: usual, channelStatus: key }],
	),
});
