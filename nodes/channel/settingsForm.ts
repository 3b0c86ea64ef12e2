import type { ChannelStatus } from '../../channels/connector';
import { newStore } from '../../domain/newStore';
import type { Location, StoreSettings } from '../../domain/store';
import type { Choice, FormEntry, FormField } from '../shared/formFields';
import { carrierEntries } from './carrierEntries';
import { inMapOrder } from './inMapOrder';
import { omsOrderEntries } from './omsOrderEntries';
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
/** Only a channel has these that has names of its own for carriers and reasons. */
export type FurtherPage = 'carriers' | 'oms';

/** The store page as pages for n8n's Form node, and what every choice on them stands for. */
export interface SettingsForm {
	/** How people write the channel's name. */
	readonly label: string;
	/** The version whose settings it shows, or null for a new store. */
	readonly version: number | null;
	readonly locations: readonly Location[];
	/** Hubs whose locations are typed, as the page lists them; none where locations are picked. */
	readonly typedFor: readonly string[];
	/** Settings that have no field on the pages, because they mean nothing to the channel. */
	readonly kept: Partial<StoreSettings>;
	/** Keys of the channel's statuses, as the page of Sales Channel Mapping lists them. */
	readonly statuses: readonly string[];
	readonly pages: Readonly<Record<FormPage, readonly FormField[]>> &
		Readonly<Partial<Record<FurtherPage, readonly FormField[]>>>;
	readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

/** Each is known by its ID alone. */
const typedIn = ({ hubMap }: Shown): readonly Location[] =>
	hubMap.map(({ location }) => ({ id: location, name: location }));

const keptOf = (
	{ hasCatalog, splitsOrders = true, isOms = false, carriers, cancelReasons }: FormFacts,
	shown: Shown,
): Partial<StoreSettings> => ({
	...(carriers === undefined && {
		addReservations: shown.addReservations,
		carrierMap: shown.carrierMap,
		omsOrder: shown.omsOrder,
	}),
	...(cancelReasons === undefined && { cancelReasonMap: shown.cancelReasonMap }),
	...(!hasCatalog && {
		catalogSync: shown.catalogSync,
		catalogIntervalMinutes: shown.catalogIntervalMinutes,
	}),
	...(!splitsOrders && { splitOrders: false }),
	...(isOms ? outwardOf(shown) : { stockMaster: shown.stockMaster }),
});

/** What an OMS is never asked about. */
const outwardOf = (shown: Shown): Partial<StoreSettings> => ({
	integrationType: shown.integrationType,
	automatedCancellation: shown.automatedCancellation,
	approveOrders: shown.approveOrders,
	approveFrom: shown.approveFrom,
	approvePayments: shown.approvePayments,
	cancelHeldMinutes: shown.cancelHeldMinutes,
	inventoryHubs: shown.inventoryHubs,
	splitOrders: shown.splitOrders,
	invoices: shown.invoices,
	holdBack: shown.holdBack,
	stockBuffer: shown.stockBuffer,
	stockCap: shown.stockCap,
	sizeSafety: shown.sizeSafety,
	safetyMostUnits: shown.safetyMostUnits,
	safetyMostPercent: shown.safetyMostPercent,
	lookBackHours: shown.lookBackHours,
	busySeconds: shown.busySeconds,
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
	const pages = pagesOf(facts, shown);
	const fields = (entries: readonly FormEntry[]) => entries.map(({ field }) => field);
	const { store, channelMapping, workspaceMapping, ...further } = pages;
	return {
		label: facts.label,
		version: facts.store?.version ?? null,
		locations: facts.typedLocations === undefined ? facts.locations : typedIn(shown),
		typedFor: facts.typedLocations === undefined ? [] : facts.hubs.map(({ code }) => code),
		kept: keptOf(facts, shown),
		statuses: facts.statuses.map(({ key }) => key),
		pages: {
			store: fields(store),
			channelMapping: fields(channelMapping),
			workspaceMapping: fields(workspaceMapping),
			...Object.fromEntries(Object.entries(further).map(([page, of]) => [page, fields(of)])),
		},
		choices: Object.fromEntries(
			Object.values(pages)
				.flat()
				.map(({ field: { fieldName = '' }, choices }) => [fieldName, choices]),
		),
	};
}

type Pages = Record<FormPage, readonly FormEntry[]> &
	Partial<Record<FurtherPage, readonly FormEntry[]>>;

const pagesOf = (facts: FormFacts, shown: Shown): Pages => ({
	store: [...storeEntries(facts, shown), ...hubEntries(facts, shown)],
	channelMapping: channelEntries(facts, shown),
	workspaceMapping: [...workspaceEntries(facts, shown), ...otherEntries(facts, shown)],
	...((facts.carriers ?? facts.cancelReasons) && { carriers: carrierEntries(facts, shown) }),
	...(facts.carriers && { oms: omsOrderEntries(facts, shown) }),
});

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
