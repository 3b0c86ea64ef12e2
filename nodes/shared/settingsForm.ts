import type { ChannelStatus } from '../../channels/connector';
import { hubStatuses } from '../../domain/hubStatus';
import { invoiceWays } from '../../domain/invoice';
import { newStore } from '../../domain/newStore';
import { settingLabels } from '../../domain/settingsChange';
import type { Location, StoreSettings } from '../../domain/store';
import type { Hub, Store } from '../../ledger/storeShapes';
import { hubStatusOptions, invoiceWayLabels } from './fields';
import { checkboxes, choice, dropdown, heading, number, textField } from './formFields';
import type { Choice, FormEntry, FormField } from './formFields';

/** What the pages are made of: all of it read from the channel and the ledger when the form opens. */
export interface FormFacts {
	/** The store that serves the account, or null where none does yet. */
	readonly store: Store | null;
	readonly sellers: readonly { readonly code: string; readonly name: string }[];
	readonly hubs: readonly Pick<Hub, 'code' | 'name'>[];
	readonly ruleSets: readonly string[];
	readonly locations: readonly Location[];
	readonly statuses: readonly ChannelStatus[];
	/** What the channel can be told. */
	readonly told: readonly ChannelStatus[];
	/** Invoices can be uploaded to the channel. */
	readonly takesInvoices?: boolean;
}

export type FormPage = 'store' | 'channelMapping' | 'workspaceMapping';

/** The store page as pages for n8n's Form node, and what every choice on them stands for. */
export interface SettingsForm {
	/** The version whose settings it shows, or null for a new store. */
	readonly version: number | null;
	readonly locations: readonly Location[];
	/** Keys of the channel's statuses, as the page of Sales Channel Mapping lists them. */
	readonly statuses: readonly string[];
	readonly pages: Readonly<Record<FormPage, readonly FormField[]>>;
	readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

export const onOff = [choice('On', 'on'), choice('Off', 'off')];

/** Names of the rows of the maps. Those of the channel have numbers, because n8n spoils some characters of a name, too. */
export const rowName = {
	location: (at: number) => `location ${at + 1}`,
	channelStatus: (at: number) => `status ${at + 1}`,
	hubStatus: (code: string) => `told for ${code}`,
	hubs: 'hubs',
} as const;

type Shown = Omit<StoreSettings, 'seller' | 'locations'>;

/** The order of the hub map is kept: it decides where nothing else does. */
function inMapOrder(locations: readonly Location[], { hubMap }: Shown): readonly Location[] {
	const place = ({ id }: Location) => hubMap.findIndex(({ location }) => location === id);
	const mapped = locations.filter((one) => place(one) >= 0);
	const others = locations.filter((one) => place(one) < 0);
	return [...mapped.toSorted((left, right) => place(left) - place(right)), ...others];
}

export function settingsForm(read: FormFacts): SettingsForm {
	const shown = read.store?.settings ?? suggested(read);
	const facts = {
		...read,
		locations: inMapOrder(read.locations, shown),
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
		locations: facts.locations,
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
const suggested = ({ statuses, told }: FormFacts): Shown => ({
	...newStore,
	hubMap: [],
	channelStatusMap: statuses.flatMap(({ key, usual }) =>
		usual === undefined ? [] : [{ channelStatus: key, hubStatus: usual }],
	),
	workspaceStatusMap: told.flatMap(({ key, usual }) =>
		usual === undefined || usual === 'cancelled' ? [] : [{ hubStatus: usual, channelStatus: key }],
	),
});

const named = <Name extends keyof StoreSettings>(name: Name) => ({
	name,
	label: settingLabels[name],
});

const flag = (name: keyof StoreSettings, value: boolean) =>
	dropdown(named(name), onOff, value ? 'on' : 'off');

/** A store that exists keeps its seller and its code. A new one can never change its seller: nothing is chosen beforehand. */
function storeEntries({ store, sellers, ruleSets }: FormFacts, shown: Shown): readonly FormEntry[] {
	const ofSeller = sellers.filter(({ code }) => store === null || code === store.settings.seller);
	const code = { name: 'store', label: 'Store Code' };
	return [
		dropdown(
			named('seller'),
			ofSeller.map((seller) => choice(`${seller.name} (${seller.code})`, seller.code)),
			store?.settings.seller ?? (sellers.length === 1 ? '' : null),
		),
		store === null
			? textField(code, '', { placeholder: 'e.g. my-shop', requiredField: true })
			: dropdown(code, [choice(store.code, store.code)], store.code),
		heading('Store settings', 'What is synced, and how often.'),
		flag('orderSync', shown.orderSync),
		number(named('intervalMinutes'), shown.intervalMinutes),
		flag('catalogSync', shown.catalogSync),
		number(named('catalogIntervalMinutes'), shown.catalogIntervalMinutes),
		flag('inventorySync', shown.inventorySync),
		number(named('inventoryIntervalMinutes'), shown.inventoryIntervalMinutes),
		flag('automatedCancellation', shown.automatedCancellation),
		dropdown(
			named('ruleSet'),
			ruleSets.map((ruleSet) => choice(ruleSet, ruleSet)),
			shown.ruleSet,
		),
	];
}

const notMapped = choice('Not mapped', '');

function hubEntries({ locations, hubs }: FormFacts, shown: Shown): readonly FormEntry[] {
	const all = hubs.map(({ code, name }) => choice(`${name} (${code})`, code));
	const hubOf = (location: string) =>
		shown.hubMap.find((row) => row.location === location)?.hub ?? '';
	const mapped = shown.hubMap.map(({ hub }) => hub);
	return [
		heading('Hub Mapping', 'Which hub ships for which location of the channel.'),
		...(locations.length === 0
			? [checkboxes({ name: rowName.hubs, label: 'Hubs' }, all, mapped)]
			: locations.map(({ id, name }, at) =>
					dropdown({ name: rowName.location(at), label: name }, [notMapped, ...all], hubOf(id)),
				)),
		heading(
			settingLabels.inventoryHubs,
			'Which stock goes out. None ticked: that of every mapped hub.',
		),
		checkboxes({ name: 'inventoryHubs', label: 'Only the stock of' }, all, shown.inventoryHubs),
	];
}

const meanings = [notMapped, ...hubStatusOptions.map(({ name, value }) => choice(name, value))];

function channelEntries({ statuses }: FormFacts, shown: Shown): readonly FormEntry[] {
	const meaningOf = (key: string) =>
		shown.channelStatusMap.find((row) => row.channelStatus === key)?.hubStatus ?? '';
	return statuses.map(({ key, label }, at) =>
		dropdown({ name: rowName.channelStatus(at), label }, meanings, meaningOf(key)),
	);
}

function workspaceEntries({ told }: FormFacts, shown: Shown): readonly FormEntry[] {
	const choices = [choice('Not told', ''), ...told.map(({ key, label }) => choice(label, key))];
	const toldFor = (code: string) =>
		shown.workspaceStatusMap.find((row) => row.hubStatus === code)?.channelStatus ?? '';
	return hubStatuses.map((code) => {
		const label = hubStatusOptions.find(({ value }) => value === code)?.name ?? code;
		return dropdown({ name: rowName.hubStatus(code), label }, choices, toldFor(code));
	});
}

const invoiceChoices = invoiceWays.map((way) => choice(invoiceWayLabels[way], way));

const otherEntries = ({ takesInvoices }: FormFacts, shown: Shown): readonly FormEntry[] => [
	heading('More settings', 'What most stores leave as it is.'),
	flag('splitOrders', shown.splitOrders),
	dropdown(
		named('invoices'),
		invoiceChoices.filter(({ value }) => value !== 'upload' || takesInvoices === true),
		shown.invoices,
	),
	flag('holdBack', shown.holdBack),
	number(named('stockBuffer'), shown.stockBuffer),
	textField(named('stockCap'), shown.stockCap === null ? '' : String(shown.stockCap), {
		placeholder: 'No cap',
	}),
	number(named('overlapMinutes'), shown.overlapMinutes),
	number(named('pagesPerExecution'), shown.pagesPerExecution),
	number(named('lookBackHours'), shown.lookBackHours),
];
