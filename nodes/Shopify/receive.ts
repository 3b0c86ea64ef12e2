import { jsonParse } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { noticeIn, type ShopifyNotice } from '../../channels/shopify/webhook';
import { appOf } from '../../credentials/shopify/login';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { ledgerOf } from '../shared/ledgerOf';
import { access } from './access';
import { topicOf, topics } from './topics';

/** Shopify waits 5 s for an answer (reference/shopify.md 11). */
const mostMs = 4_000;

/**
 * Takes a notice: checked, kept by the ledger, answered, and only then handed to the workflow, so that nothing which the workflow
 * does holds the answer back. Where the ledger has not got it Shopify is told so, and sends it again.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const notice = await signedNotice(context);
	if (notice === null) return answered(context, 401);
	const [taken] = await Promise.allSettled([inTime(takenIn(context, notice))]);
	if (taken.status === 'rejected') return answered(context, 503);
	const { isNew, ...told } = taken.value;
	const answer = answered(context, 200);
	return isNew ? { ...answer, workflowData: [[{ json: told as IDataObject }]] } : answer;
}

/** Null where the app of the credential has not signed it. */
async function signedNotice(context: IWebhookFunctions): Promise<ShopifyNotice | null> {
	const request = context.getRequestObject();
	await request.readRawBody();
	const { clientSecret } = appOf(await context.getCredentials(access.credential));
	return noticeIn(request.rawBody, request.headers, clientSecret);
}

async function takenIn(context: IWebhookFunctions, { body, ...notice }: ShopifyNotice) {
	const ledger = await ledgerOf(context);
	const { id, shop } = notice;
	const topic = topicOf(notice.topic);
	const { due = [] } = topics[topic] ?? {};
	const store = await storeOf(ledger, shop);
	const source = `${access.connector.channel} ${shop}`;
	const { isNew } = await ledger.receiveNotice({ source, id, topic, body, store, due });
	const content = jsonParse<unknown>(body, { fallbackValue: {} });
	return { isNew, ...notice, topic, store, due, body: content };
}

/** The store of that shop, or null where none is connected. */
async function storeOf(ledger: Ledger, shop: string): Promise<string | null> {
	const { channel } = access.connector;
	const stores = await ledger.getStores();
	return stores.find((one) => one.channel === channel && one.account === shop)?.code ?? null;
}

const inTime = async <T>(work: Promise<T>): Promise<T> =>
	await Promise.race([
		work,
		new Promise<never>((_resolve, reject) => {
			AbortSignal.timeout(mostMs).addEventListener('abort', () =>
				reject(new Failure('unavailable', 'The ledger took too long.')),
			);
		}),
	]);

/** Said by the node itself: n8n would say it only once it has begun the execution. */
function answered(context: IWebhookFunctions, status: number): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
