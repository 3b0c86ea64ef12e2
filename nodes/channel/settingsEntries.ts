import type { ChannelConnector, ChannelStatus } from '../../channels/connector';
import { hubStatuses, hubStatusLabel } from '../../domain/hubStatus';
import { integrationTypeLabels, integrationTypes } from '../../domain/integrationType';
import { invoiceWayLabels, invoiceWays } from '../../domain/invoice';
import { settingLabels } from '../../domain/settingsChange';
import type { Location, StoreSettings } from '../../domain/store';
import type { Hub, Store } from '../../ledger/storeShapes';
import { hubStatusOptions } from '../shared/fields';
import { checkboxes, choice, dropdown, heading, number, textField } from '../shared/formFields';
import type { Choice, FormEntry } from '../shared/formFields';
import { notTaken } from './toldOptions';

/** What the pages are made of: all of it read from the channel and the ledger when the form opens. */
export interface FormFacts {
	/** How people write the channel's name. */
	readonly label: string;
	/** The store that serves the account, or null where none does yet. */
	readonly store: Store | null;
	readonly sellers: readonly { readonly code: string; readonly name: string }[];
	readonly hubs: readonly Pick<Hub, 'code' | 'name'>[];
	readonly ruleSets: readonly string[];
	readonly locations: readonly Location[];
	readonly statuses: readonly ChannelStatus[];
	/** What the channel can be told. */
	readonly told: readonly ChannelStatus[];
	readonly usual?: ChannelConnector['usual'];
	/** Locations that a person types, where the channel lists none. */
	readonly typedLocations?: ChannelConnector['typedLocations'];
	/** Hub Mapping as one text, where the channel has it so. */
	readonly hubMapText?: ChannelConnector['hubMapText'];
	/** Whether the channel says what it sells. */
	readonly hasCatalog: boolean;
	/** Whether the channel takes invoices that the hub uploads. */
	readonly takesInvoices?: boolean;
	/** Whether an order may leave in more than one parcel. */
	readonly splitsOrders?: boolean;
	/** Whether it is an OMS: it keeps the stock and ships, and is told none of it. */
	readonly isOms?: boolean;
	/** What the channel calls carriers and reasons to cancel, where it has names of its own. */
	readonly carriers?: readonly string[];
	readonly cancelReasons?: readonly string[];
}

export const onOff = [choice('On', 'on'), choice('Off', 'off')];

/** Names of the rows of the maps. Those of the channel have numbers, because n8n spoils some characters of a name, too. */
export const rowName = {
	location: (at: number) => `location ${at + 1}`,
	typedFor: (at: number) => `locations of hub ${at + 1}`,
	channelStatus: (at: number) => `status ${at + 1}`,
	hubStatus: (code: string) => `told for ${code}`,
	hubs: 'hubs',
	hubMapText: 'hubMapText',
} as const;

export type Shown = Omit<StoreSettings, 'seller' | 'locations'>;

const named = <Name extends keyof StoreSettings>(name: Name) => ({
	name,
	label: settingLabels[name],
});

const flag = (name: keyof StoreSettings, value: boolean) =>
	dropdown(named(name), onOff, value ? 'on' : 'off');

const typeChoices = integrationTypes.map((type) => choice(integrationTypeLabels[type], type));

const optionalNumber = (name: keyof StoreSettings, value: number | null, placeholder: string) =>
	textField(named(name), value === null ? '' : String(value), { placeholder });

/** A store that exists keeps its seller and its code. A new one can never change its seller: nothing is chosen beforehand. */
export function storeEntries(
	{ store, sellers, ruleSets, hasCatalog, carriers, isOms = false }: FormFacts,
	shown: Shown,
): readonly FormEntry[] {
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
		isOms
			? flag('stockMaster', shown.stockMaster)
			: dropdown(named('integrationType'), typeChoices, shown.integrationType),
		flag('orderSync', shown.orderSync),
		number(named('intervalMinutes'), shown.intervalMinutes),
		...(isOms ? [] : [number(named('busySeconds'), shown.busySeconds)]),
		...(hasCatalog
			? [
					flag('catalogSync', shown.catalogSync),
					number(named('catalogIntervalMinutes'), shown.catalogIntervalMinutes),
				]
			: []),
		flag('inventorySync', shown.inventorySync),
		number(named('inventoryIntervalMinutes'), shown.inventoryIntervalMinutes),
		...(carriers === undefined ? [] : [flag('addReservations', shown.addReservations)]),
		...(isOms ? [] : [flag('automatedCancellation', shown.automatedCancellation)]),
		dropdown(
			named('ruleSet'),
			ruleSets.map((ruleSet) => choice(ruleSet, ruleSet)),
			shown.ruleSet,
		),
	];
}

const notMapped = choice('Not mapped', '');

export function hubEntries(facts: FormFacts, shown: Shown): readonly FormEntry[] {
	const all = facts.hubs.map(({ code, name }) => choice(`${name} (${code})`, code));
	return [
		heading('Hub Mapping', mappingHint(facts)),
		...mapEntries(facts, shown, all),
		...(facts.isOms ? [] : offeredEntries(shown, all)),
	];
}

const offeredEntries = (shown: Shown, all: readonly Choice[]): readonly FormEntry[] => [
	heading(
		settingLabels.inventoryHubs,
		'Which stock goes out. None ticked: that of every mapped hub.',
	),
	checkboxes({ name: 'inventoryHubs', label: 'Only the stock of' }, all, shown.inventoryHubs),
];

const mappingHint = ({ typedLocations }: FormFacts) =>
	typedLocations === undefined
		? 'Which hub ships for which location of the channel.'
		: 'Which hub ships for which location of the channel. Several IDs with commas.';

function mapEntries(
	{ locations, typedLocations, hubMapText, hubs }: FormFacts,
	{ hubMap }: Shown,
	all: readonly Choice[],
): readonly FormEntry[] {
	if (hubMapText !== undefined) {
		const { label, placeholder } = hubMapText;
		const written = hubMap.length === 0 ? '' : hubMapText.textOf(hubMap);
		return [textField({ name: rowName.hubMapText, label }, written, { placeholder })];
	}
	if (typedLocations !== undefined) {
		return hubs.map(({ code, name }, at) =>
			textField(
				{ name: rowName.typedFor(at), label: `${typedLocations.label} of ${name} (${code})` },
				hubMap.flatMap((row) => (row.hub === code ? row.location : [])).join(', '),
				{ placeholder: `e.g. ${typedLocations.placeholder}` },
			),
		);
	}
	if (locations.length === 0) {
		const mapped = hubMap.map(({ hub }) => hub);
		return [checkboxes({ name: rowName.hubs, label: 'Hubs' }, all, mapped)];
	}
	const hubOf = (location: string) => hubMap.find((row) => row.location === location)?.hub ?? '';
	return locations.map(({ id, name }, at) =>
		dropdown({ name: rowName.location(at), label: name }, [notMapped, ...all], hubOf(id)),
	);
}

const meanings = [notMapped, ...hubStatusOptions.map(({ name, value }) => choice(name, value))];

export function channelEntries({ statuses }: FormFacts, shown: Shown): readonly FormEntry[] {
	const meaningOf = (key: string) =>
		shown.channelStatusMap.find((row) => row.channelStatus === key)?.hubStatus ?? '';
	return statuses.map(({ key, label }, at) =>
		dropdown({ name: rowName.channelStatus(at), label }, meanings, meaningOf(key)),
	);
}

export function workspaceEntries({ told }: FormFacts, shown: Shown): readonly FormEntry[] {
	if (told.length === 0) return [];
	const choices = [
		choice('Not told', ''),
		...told.map((status) => choice(`${status.label}${notTaken(status)}`, status.key)),
	];
	const toldFor = (code: string) =>
		shown.workspaceStatusMap.find((row) => row.hubStatus === code)?.channelStatus ?? '';
	return hubStatuses.map((code) =>
		dropdown(
			{ name: rowName.hubStatus(code), label: hubStatusLabel(code) },
			choices,
			toldFor(code),
		),
	);
}

const invoiceChoices = invoiceWays.map((way) => choice(invoiceWayLabels[way], way));

export const otherEntries = (facts: FormFacts, shown: Shown): readonly FormEntry[] => [
	heading('More settings', 'What most stores leave as it is.'),
	...(facts.isOms ? [] : outwardEntries(facts, shown)),
	number(named('overlapMinutes'), shown.overlapMinutes),
	number(named('pagesPerExecution'), shown.pagesPerExecution),
	...(facts.isOms ? [] : [number(named('lookBackHours'), shown.lookBackHours)]),
];

/** About what goes out. */
const outwardEntries = (
	{ takesInvoices = false, splitsOrders = true }: FormFacts,
	shown: Shown,
): readonly FormEntry[] => [
	...(splitsOrders ? [flag('splitOrders', shown.splitOrders)] : []),
	dropdown(
		named('invoices'),
		invoiceChoices.filter(({ value }) => takesInvoices || value !== 'upload'),
		shown.invoices,
	),
	flag('approveOrders', shown.approveOrders),
	optionalNumber('approveFrom', shown.approveFrom, 'Any value'),
	textField(named('approvePayments'), shown.approvePayments.join(', '), {
		placeholder: 'Any payment',
	}),
	optionalNumber('cancelHeldMinutes', shown.cancelHeldMinutes, 'Never'),
	flag('holdBack', shown.holdBack),
	number(named('stockBuffer'), shown.stockBuffer),
	optionalNumber('stockCap', shown.stockCap, 'No cap'),
	flag('sizeSafety', shown.sizeSafety),
	number(named('safetyMostUnits'), shown.safetyMostUnits),
	number(named('safetyMostPercent'), shown.safetyMostPercent),
];
