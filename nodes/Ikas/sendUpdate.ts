import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { isUrgent } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { rehearsed } from '../shared/notSent';
import { flag, jsonOf } from '../shared/parameters';
import { one } from '../shared/row';
import { access } from './access';
import { onIkas } from './onIkas';
import { accountOf, sameAccount } from './sameAccount';

const { channel, updates } = access.connector;

/** Tells ikas what the claim says, after its lease was renewed: whoever has the update by now sends it, nobody else. */
export const sendUpdate = eachItem(async (context, item) => {
	const json = jsonOf(context, item);
	if (!isClaim(json)) throw refused('The item holds no update. Connect this node behind Claim.');
	if (json.channel !== channel) throw ofAnotherChannel(json);
	const terms = { isUrgent: isUrgent(json.update) };
	sameAccount(json.account, await accountOf(context, terms));
	if (flag(context, 'dryRun', item)) return one(await trySending(context, json));
	await (await ledgerOf(context)).holdUpdate(json);
	const sent = await onIkas(context, (http) => updates.send(http, json.update), terms);
	return one({ ...json, ...sent });
});

/** Without the claim's id: nobody behind this node can take the update for told. Its lease lapses, and it is claimed again. */
async function trySending(context: IExecuteFunctions, { store, update }: ClaimedUpdate) {
	const send = (http: Http) => updates.send(http, update);
	return { store, update, ...(await rehearsed(onIkas(context, send, { isDryRun: true }))) };
}

const isClaim = (json: IDataObject): json is IDataObject & ClaimedUpdate =>
	typeof json.id === 'number' &&
	typeof json.fence === 'number' &&
	typeof json.account === 'string' &&
	typeof json.update === 'object' &&
	json.update !== null;

const ofAnotherChannel = ({ store, channel: other }: ClaimedUpdate) =>
	refused(
		`The update is for the store "${store}" on ${other}, and this node tells ikas. Claim the updates of an ikas store.`,
	);
