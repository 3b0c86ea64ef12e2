import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import type { Store } from '../../ledger/storeShapes';
import type { ChannelAccess } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { one } from '../shared/row';
import { inQuota } from './inQuota';
import { settingsForm, type SettingsForm } from './settingsForm';
import { usualInvoices } from './usualInvoices';

/** The store page of the account that the credential signs in to, as it is now, or as a new store's would be. */
export const openSettingsForm = (access: ChannelAccess) =>
	eachItem(async (context) => one(await formOf(context, access)));

async function formOf(context: IExecuteFunctions, access: ChannelAccess): Promise<SettingsForm> {
	const ledger = await ledgerOf(context);
	const { connector, label } = access;
	const isOms = connector.oms !== undefined;
	const { account, ...lists } = await inQuota(context, access, async (http) => ({
		account: (await connector.account(http)).id,
		locations: (await connector.locations?.list(http)) ?? [],
		// An OMS ships what it is given: nothing of it is mapped.
		statuses: isOms ? [] : ((await connector.statuses?.list(http)) ?? []),
		carriers: await connector.carriers?.list(http),
		cancelReasons: await connector.cancelReasons?.list(http),
	}));
	const [sellers, hubs, ruleSets] = await Promise.all([
		ledger.getSellers(),
		ledger.getHubs(),
		ledger.getRuleSets(),
	]);
	if (sellers.length === 0) {
		throw refused('There is no seller yet. Save one with the Order Hub node: Seller > Save.');
	}
	return settingsForm({
		label,
		...lists,
		store: await storeServing(ledger, connector.channel, account),
		sellers,
		hubs,
		ruleSets: ruleSets.map(({ code }) => code),
		told: connector.updates?.statuses ?? [],
		usual: { ...connector.usual, invoices: usualInvoices(connector, account) },
		typedLocations: connector.typedLocations,
		hubMapText: connector.hubMapText,
		hasCatalog: connector.listings !== undefined,
		takesInvoices: connector.invoices !== undefined,
		splitsOrders: connector.wholeOrders === undefined,
		isOms,
	});
}

async function storeServing(
	ledger: Ledger,
	channel: string,
	account: string,
): Promise<Store | null> {
	const stores = await ledger.getStores();
	const store = stores.find((one) => one.channel === channel && one.account === account);
	return store === undefined ? null : await ledger.getStore(store.code);
}
