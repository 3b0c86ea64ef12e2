import type { IWebhookFunctions } from 'n8n-workflow';
import { noticeIn } from '../../channels/omniful/webhook';
import { sellerOf } from '../../credentials/omniful/sellerOf';
import { receiveNotice } from '../channel/receiveNotice';
import type { Notice } from '../channel/receiveNotice';
import { access } from './access';
import { dueFor } from './topics';

/** Omniful waits 30 s, and takes nothing but 200 for an answer (reference/omniful.md 1.13). */
const mostMs = 20_000;

export const receive = async (context: IWebhookFunctions) =>
	await receiveNotice(context, access, { read: ownNotice, mostMs });

/** Null where it does not have the secret of the credential. */
async function ownNotice(context: IWebhookFunctions): Promise<Notice | null> {
	const request = context.getRequestObject();
	await request.readRawBody();
	const credential = await context.getCredentials(access.credential);
	const secret = String(credential.webhookSecret ?? '');
	const notice = noticeIn(request.rawBody, request.headers, secret);
	if (notice === null) return null;
	const { id, event, body } = notice;
	const { account } = sellerOf(credential);
	return { id, topic: event, account, due: dueFor(event), body, more: {} };
}
