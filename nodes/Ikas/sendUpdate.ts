import type { IDataObject } from 'n8n-workflow';
import { isUrgent } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf } from '../shared/parameters';
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
	await (await ledgerOf(context)).holdUpdate(json);
	const sent = await onIkas(context, (http) => updates.send(http, json.update), terms);
	return one({ ...json, ...sent });
});

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
