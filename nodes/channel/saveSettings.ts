import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Location } from '../../domain/store';
import type { StoreSaved } from '../../ledger/storeShapes';
import type { ChannelAccess } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { groupOf, text } from '../shared/parameters';
import { one } from '../shared/row';
import { hasLocations } from './hasLocations';
import { inQuota } from './inQuota';
import { nameWarnings } from './nameWarnings';
import { settingsAnswers, type Answers } from './settingsAnswers';
import type { SettingsForm } from './settingsForm';
import { optional, typedSettings, type TypedSettings } from './typedSettings';
import { untakenWarnings } from './untakenWarnings';
import { usualInvoices } from './usualInvoices';

/** Saves the store page for the account that the credential signs in to, with the locations it has now. */
export const saveSettings = (access: ChannelAccess) =>
	eachItem(async (context, item) => one(await saved(context, item, access)));

async function saved(
	context: IExecuteFunctions,
	item: number,
	access: ChannelAccess,
): Promise<StoreSaved & { readonly dryRun?: true }> {
	const ledger = await ledgerOf(context);
	const { connector, label } = access;
	const given = givenSettings(context, item, access);
	const typed = typedIn(given.settings, access);
	refuseUpload(given.settings, access);
	refuseSplit(given.settings, access);
	const { account, locations, faults, ...names } = await inQuota(context, access, async (http) => ({
		account: await connector.account(http),
		locations: (await connector.locations?.list(http)) ?? typed,
		faults: [
			...(connector.settingsFaults?.(given.settings) ?? []),
			...((await connector.faultsThere?.(http, given.settings)) ?? []),
		],
		carriers: await connector.carriers?.list(http),
		cancelReasons: await connector.cancelReasons?.list(http),
	}));
	if (faults.length > 0) throw refused(`${label}: ${faults.join(' ')}`);
	const isTried = isDryRun(context, item);
	const store = await (isTried ? ledger.rehearsal : ledger).saveStore({
		code: given.code,
		channel: connector.channel,
		account: account.id,
		connectedAt: account.clock ?? instant(Date.now()),
		version: given.version,
		settings: {
			...given.settings,
			invoices: given.settings.invoices ?? usualInvoices(connector, account.id),
			locations,
		},
		changedBy: text(context, 'changedBy', item),
		reason: text(context, 'reason', item),
	});
	const lacking = account.missing.map(
		(permission) =>
			`The app on ${label} lacks the permission ${permission}. Tick it in the panel of ${label}.`,
	);
	const warnings = [
		...store.warnings,
		...untakenWarnings(given.settings, access),
		...nameWarnings(given.settings, names, label),
		...lacking,
	];
	// The changes of a new store are many, and what comes after them is not seen.
	const { changes, ...told } = store;
	const row = { ...told, warnings, changes };
	return isTried ? { ...row, dryRun: true } : row;
}

/** The locations of a channel that lists none are those that somebody typed into the map. */
function typedIn(
	{ hubMap }: Given['settings'],
	{ connector: { typedLocations, hubMapText }, label }: ChannelAccess,
): readonly Location[] {
	if ((typedLocations ?? hubMapText) === undefined) return [];
	const ids = [...new Set(hubMap.map(({ location }) => location))];
	const faults = ids.flatMap((id) => typedLocations?.faultOf(id) ?? []);
	if (faults.length > 0) throw refused(`${label}: ${faults.join(' ')}`);
	return ids.map((id) => ({ id, name: id, isTyped: true }));
}

function refuseUpload({ invoices }: Given['settings'], { connector, label }: ChannelAccess): void {
	if (invoices !== 'upload' || connector.invoices !== undefined) return;
	throw refused(`Invoices: ${label} takes none that the hub uploads. Choose another way.`);
}

function refuseSplit({ splitOrders }: Given['settings'], { connector }: ChannelAccess): void {
	if (!splitOrders || connector.wholeOrders === undefined) return;
	throw refused(`Split Orders: ${connector.wholeOrders} Switch it off.`);
}

interface Given {
	readonly code: string;
	/** The version in force that is expected, or null for any. */
	readonly version: number | null;
	readonly settings: TypedSettings;
}

function givenSettings(context: IExecuteFunctions, item: number, access: ChannelAccess): Given {
	const { connector } = access;
	if (text(context, 'settingsFrom', item) === 'form') {
		return settingsAnswers(formOf(context, item), answersOf(context, item), connector.hubMapText);
	}
	const told = (connector.updates?.statuses ?? []).map(({ key }) => key);
	return {
		code: text(context, 'store', item),
		version: optional(context, 'version', item),
		settings: typedSettings(context, item, { told, ...settingsOf(access) }),
	};
}

const settingsOf = ({ connector, label }: ChannelAccess) => ({
	label,
	usual: connector.usual,
	hasCatalog: connector.listings !== undefined,
	hasLocations: hasLocations(connector),
	hubMapText: connector.hubMapText,
	isOms: connector.oms !== undefined,
	hasCarriers: connector.carriers !== undefined,
	hasCancelReasons: connector.cancelReasons !== undefined,
});

function formOf(context: IExecuteFunctions, item: number): SettingsForm {
	const form = groupOf(context, 'form', item);
	if (form !== null && 'pages' in form && 'choices' in form && 'locations' in form)
		return form as unknown as SettingsForm;
	throw refused('Form holds no form. Give it the item of Store > Get Settings Form.');
}

function answersOf(context: IExecuteFunctions, item: number): Answers {
	const answers = groupOf(context, 'answers', item);
	if (answers !== null && typeof answers === 'object') return answers;
	throw refused(
		'Answers holds none. Give it what came back from all pages of the form, as one object.',
	);
}
