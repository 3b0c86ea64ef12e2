import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { isUrgent } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import type { AccessTo, ChannelAccess } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { rehearsed } from '../shared/notSent';
import { jsonOf } from '../shared/parameters';
import { one } from '../shared/row';
import { inQuota } from './inQuota';
import { accountOf, sameAccount } from './sameAccount';

/** Tells the channel what the claim says, after its lease was renewed: whoever has the update by now sends it, nobody else. */
export const sendUpdate = (access: AccessTo<'updates'>) =>
	eachItem(async (context, item) => {
		const json = jsonOf(context, item);
		if (isDryRun(context, item)) return one(await trySending(context, access, json));
		if (!isClaim(json)) throw noUpdate();
		if (json.channel !== access.connector.channel) throw ofAnotherChannel(access, json);
		const terms = { isUrgent: isUrgent(json.update) };
		sameAccount(access, json.account, await accountOf(context, access, terms));
		checkReduces(access, json);
		await (await ledgerOf(context)).holdUpdate(json);
		const send = sending(access, json);
		const sent = await inQuota(context, access, send, terms);
		return one({ ...json, ...sent });
	});

/** Only the very first time it is certain that nothing of it has arrived. */
function sending({ connector }: AccessTo<'updates'>, { update, attempts }: ClaimedUpdate) {
	let tries = attempts === 1 ? 0 : 1;
	return async (http: Http) => await connector.updates.send(http, update, tries++ > 0);
}

/**
 * Needs no claim, because each counts as an attempt: what Get Many gives will do. And gives none: nobody behind this node can
 * take the update for told.
 */
async function trySending(
	context: IExecuteFunctions,
	access: AccessTo<'updates'>,
	json: IDataObject,
) {
	if (!isUpdate(json)) throw noUpdate();
	if (json.channel !== access.connector.channel) throw ofAnotherChannel(access, json);
	checkReduces(access, json);
	const { store, update } = json;
	const { account } = await (await ledgerOf(context)).getStore(store);
	sameAccount(access, account, await accountOf(context, access));
	const send = (http: Http) => access.connector.updates.send(http, update);
	const sending = inQuota(context, access, send, { isDryRun: true });
	return { store, update, ...(await rehearsed(sending)) };
}

type Update = Omit<ClaimedUpdate, 'fence' | 'account'>;

const isUpdate = (json: IDataObject): json is IDataObject & Update =>
	typeof json.id === 'number' &&
	typeof json.store === 'string' &&
	typeof json.update === 'object' &&
	json.update !== null;

const isClaim = (json: IDataObject): json is IDataObject & ClaimedUpdate =>
	isUpdate(json) && typeof json.fence === 'number' && typeof json.account === 'string';

const noUpdate = () => refused('The item holds no update. Connect this node behind Claim.');

/** Told of single units, a channel that cancels whole orders only would cancel the rest, too. */
function checkReduces({ connector, label }: AccessTo<'updates'>, { update }: Update): void {
	if (update.effect !== 'reduce' || connector.updates.reduces === true) return;
	const lines = (update.lines ?? []).map(({ line }) => line).join(', ');
	throw refused(
		`${label} cancels no single units from here, so line ${lines} of order ${update.number} was not told. Cancel it there by hand.`,
	);
}

const ofAnotherChannel = ({ label }: ChannelAccess, { store, channel }: Update) =>
	refused(
		`The update is for the store "${store}" on ${channel}, and this node tells ${label}. Claim the updates of ${articleOf(label)} ${label} store.`,
	);

const articleOf = (name: string) => (/^[aeio]/i.test(name) ? 'an' : 'a');
