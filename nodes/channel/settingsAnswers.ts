import type { ChannelConnector } from '../../channels/connector';
import { refused } from '../../domain/failure';
import { hubStatuses } from '../../domain/hubStatus';
import { integrationTypes } from '../../domain/integrationType';
import { invoiceWays } from '../../domain/invoice';
import { settingLabels } from '../../domain/settingsChange';
import { shown } from '../../domain/sku';
import { noLocation, type StoreSettings } from '../../domain/store';
import { count, listed, oneOf } from '../shared/parameters';
import { inMapOrder } from './inMapOrder';
import { omsAnswers } from './omsAnswers';
import { rowName } from './settingsEntries';
import type { SettingsForm } from './settingsForm';

/** What was filled in, by the name of the field. */
export type Answers = Readonly<Record<string, unknown>>;

/** Settings of that type. */
type Named<Type> = {
	[Name in keyof StoreSettings]: StoreSettings[Name] extends Type ? Name : never;
}[keyof StoreSettings];

/** The pages of the form as they came back: the store, the version they showed and what is to be saved. */
export function settingsAnswers(
	form: SettingsForm,
	answers: Answers,
	hubMapText?: ChannelConnector['hubMapText'],
) {
	const picked = (name: string) => pickedIn(form, answers, name);
	// What has no field on the pages is kept.
	const flag = (name: Named<boolean>) => form.kept[name] ?? picked(name) === 'on';
	const whole = (name: Named<number>) =>
		form.kept[name] ?? count(answers[name], settingLabels[name]);
	const settings: StoreSettings = {
		seller: picked('seller'),
		integrationType:
			form.kept.integrationType ??
			oneOf(integrationTypes, picked('integrationType'), settingLabels.integrationType),
		orderSync: flag('orderSync'),
		intervalMinutes: whole('intervalMinutes'),
		busySeconds: whole('busySeconds'),
		overlapMinutes: whole('overlapMinutes'),
		pagesPerExecution: whole('pagesPerExecution'),
		lookBackHours: whole('lookBackHours'),
		catalogSync: flag('catalogSync'),
		catalogIntervalMinutes: whole('catalogIntervalMinutes'),
		inventorySync: flag('inventorySync'),
		inventoryIntervalMinutes: whole('inventoryIntervalMinutes'),
		inventoryHubs: form.kept.inventoryHubs ?? tickedIn(form, answers, 'inventoryHubs'),
		stockBuffer: whole('stockBuffer'),
		stockCap: optional(form, answers, 'stockCap'),
		sizeSafety: flag('sizeSafety'),
		safetyMostUnits: whole('safetyMostUnits'),
		safetyMostPercent: whole('safetyMostPercent'),
		holdBack: flag('holdBack'),
		automatedCancellation: flag('automatedCancellation'),
		approveOrders: flag('approveOrders'),
		approveFrom: optional(form, answers, 'approveFrom'),
		approvePayments: form.kept.approvePayments ?? listed(answers.approvePayments),
		cancelHeldMinutes: optional(form, answers, 'cancelHeldMinutes'),
		invoices: form.kept.invoices ?? oneOf(invoiceWays, picked('invoices'), settingLabels.invoices),
		splitOrders: flag('splitOrders'),
		stockMaster: flag('stockMaster'),
		locations: form.locations,
		hubMap:
			hubMapText?.rowsOf(String(answers[rowName.hubMapText] ?? '')) ?? hubMapIn(form, answers),
		channelStatusMap: channelMapIn(form, answers),
		workspaceStatusMap: workspaceMapIn(form, answers),
		ruleSet: picked('ruleSet'),
		...omsAnswers(form, picked),
	};
	return { code: picked('store').trim(), version: form.version, settings };
}

/** Empty for none. */
function optional(
	{ kept }: SettingsForm,
	answers: Answers,
	name: 'stockCap' | 'cancelHeldMinutes' | 'approveFrom',
): number | null {
	const known = kept[name];
	if (known !== undefined) return known;
	const answer = answers[name];
	return String(answer ?? '').trim() === '' ? null : count(answer, settingLabels[name]);
}

function hubMapIn(form: SettingsForm, answers: Answers): StoreSettings['hubMap'] {
	if (form.typedFor.length > 0) {
		const typed = form.typedFor.flatMap((hub, at) =>
			listed(answers[rowName.typedFor(at)]).map((location) => ({ location, hub })),
		);
		return inMapOrder(
			typed,
			form.locations.map(({ id }) => id),
			({ location }) => location,
		);
	}
	if (form.locations.length === 0) {
		const hubs = tickedIn(form, answers, rowName.hubs);
		return hubs.map((hub) => ({ location: noLocation, hub }));
	}
	return form.locations
		.map(({ id }, at) => ({ location: id, hub: pickedIn(form, answers, rowName.location(at)) }))
		.filter(({ hub }) => hub !== '');
}

const channelMapIn = (form: SettingsForm, answers: Answers): StoreSettings['channelStatusMap'] =>
	form.statuses.flatMap((channelStatus, at) => {
		const meaning = pickedIn(form, answers, rowName.channelStatus(at));
		return meaning === ''
			? []
			: [{ channelStatus, hubStatus: oneOf(hubStatuses, meaning, channelStatus) }];
	});

const workspaceMapIn = (
	form: SettingsForm,
	answers: Answers,
): StoreSettings['workspaceStatusMap'] =>
	hubStatuses
		.map((hubStatus) => ({
			hubStatus,
			channelStatus: pickedIn(form, answers, rowName.hubStatus(hubStatus)),
		}))
		.filter(({ channelStatus }) => channelStatus !== '');

/** What the text that was picked stands for, or what was typed where nothing is to be picked. */
function pickedIn({ choices }: SettingsForm, answers: Answers, name: string): string {
	const answer = String(answers[name] ?? '');
	const of = choices[name] ?? [];
	if (of.length === 0) return answer;
	const found = of.find(({ text }) => text === answer);
	if (found !== undefined) return found.value;
	throw refused(
		`The form has no choice ${shown(answer)} for ${shown(name)}. Open it again: what can be picked may have changed.`,
	);
}

function tickedIn(form: SettingsForm, answers: Answers, name: string): readonly string[] {
	const ticked = answers[name] ?? [];
	if (!Array.isArray(ticked))
		throw refused(`The answer to ${shown(name)} is no list. Open the form again.`);
	return ticked.map((text: unknown) => pickedIn(form, { [name]: text }, name));
}
