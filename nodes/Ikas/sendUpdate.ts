import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { isUrgent } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { rehearsed } from '../shared/notSent';
import { jsonOf } from '../shared/parameters';
import { one } from '../shared/row';
import { access } from './access';
import { onIkas } from './onIkas';
import { accountOf, sameAccount } from './sameAccount';

const { channel, updates } = access.connector;

/** Tells ikas what the claim says, after its lease was renewed: whoever has the update by now sends it, nobody else. */
export const sendUpdate = eachItem(async (context, item) => {
	const json = jsonOf(context, item);
	if (isDryRun(context, item)) return one(await trySending(context, json));
	if (!isClaim(json)) throw noUpdate();
	if (json.channel !== channel) throw ofAnotherChannel(json);
	const terms = { isUrgent: isUrgent(json.update) };
	sameAccount(json.account, await accountOf(context, terms));
	await (await ledgerOf(context)).holdUpdate(json);
	const sent = await onIkas(context, (http) => updates.send(http, json.update), terms);
	return one({ ...json, ...sent });
});

/**
 * Needs no claim, because each counts as an attempt: what Get Many gives will do. And gives none: nobody behind this node can
 * take the update for told.
 */
async function trySending(context: IExecuteFunctions, json: IDataObject) {
	if (!isUpdate(json)) throw noUpdate();
	if (json.channel !== channel) throw ofAnotherChannel(json);
	const { store, update } = json;
	const { account } = await (await ledgerOf(context)).getStore(store);
	sameAccount(account, await accountOf(context));
	const send = (http: Http) => updates.send(http, update);
	return { store, update, ...(await rehearsed(onIkas(context, send, { isDryRun: true }))) };
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

const ofAnotherChannel = ({ store, channel: other }: Update) =>
	refused(
		`The update is for the store "${store}" on ${other}, and this node tells ikas. Claim the updates of an ikas store.`,
	);
