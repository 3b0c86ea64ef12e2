import type { IWebhookFunctions } from 'n8n-workflow';
import { noticeIn } from '../../channels/shopify/webhook';
import { appOf } from '../../credentials/shopify/login';
import { receiveNotice } from '../channel/receiveNotice';
import type { Notice } from '../channel/receiveNotice';
import { access } from './access';
import { topicOf, topics } from './topics';

/** Shopify waits 5 s for an answer (reference/shopify.md 11). */
const mostMs = 4_000;

export const receive = async (context: IWebhookFunctions) =>
	await receiveNotice(context, access, { read: signedNotice, mostMs });

/** Null where the app of the credential has not signed it. */
async function signedNotice(context: IWebhookFunctions): Promise<Notice | null> {
	const request = context.getRequestObject();
	await request.readRawBody();
	const { clientSecret } = appOf(await context.getCredentials(access.credential));
	const notice = noticeIn(request.rawBody, request.headers, clientSecret);
	if (notice === null) return null;
	const { id, shop, triggeredAt, body } = notice;
	const topic = topicOf(notice.topic);
	const { due = [] } = topics[topic] ?? {};
	return { id, topic, account: shop, due, body, more: { shop, triggeredAt } };
}
