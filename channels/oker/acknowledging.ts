import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { Http, UpdateSent } from '../connector';
import { reading, sound } from '../fields';
import { ask, fieldsOf } from './answer';
import { gatewayOf } from './gateway';
import { refusalOf } from './refusals';
import * as requests from './requests';
import type { OkerAck } from './types';
import { word, wordOrNull } from './values';

/** Tells that the hub has the order. Repeating it is harmless, so nothing is looked at before. */
export async function acknowledge(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const { order, number } = update;
	if (!(await gatewayOf(http)).acknowledge) {
		return { outcome: 'untaken', detail: 'The gateway of Oker takes no acknowledgement.' };
	}
	const what = `the acknowledgement of order ${number}`;
	const from = reading<OkerAck>(fieldsOf(await ask(http, requests.acknowledge(order), what)));
	const status = word(from, 'status');
	sound('oker', from);
	if (status === 'SUCCESS') return { outcome: 'sent', detail: `Order ${number}: acknowledged.` };
	const words = wordOrNull(from, 'message') ?? 'no reason given';
	throw refusalOf({ status: 200, code: null, words, what, isRetryable: false, waitMs: null });
}
