import { jsonParse } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { deliveryIn, isSigned, signatureIn, type Delivery } from '../../channels/shopify/webhook';
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
	const request = context.getRequestObject();
	await request.readRawBody();
	const { rawBody = Buffer.alloc(0), headers } = request;
	if (!(await isFromApp(context, rawBody))) return answered(context, 401);
	const delivery = deliveryIn(headers);
	if (delivery === null) return answered(context, 400);
	const [taken] = await Promise.allSettled([inTime(takenIn(context, delivery, rawBody))]);
	if (taken.status === 'rejected') return answered(context, 503);
	const { isNew, ...told } = taken.value;
	const answer = answered(context, 200);
	return isNew ? { ...answer, workflowData: [[{ json: told as IDataObject }]] } : answer;
}

/** Whether the app of the credential has signed it. */
async function isFromApp(context: IWebhookFunctions, body: Buffer): Promise<boolean> {
	const { clientSecret } = appOf(await context.getCredentials(access.credential));
	return isSigned(body, signatureIn(context.getRequestObject().headers), clientSecret);
}

async function takenIn(context: IWebhookFunctions, delivery: Delivery, bytes: Buffer) {
	const ledger = await ledgerOf(context);
	const { id, account: shop } = delivery;
	const topic = topicOf(delivery.topic);
	const { due = [] } = topics[topic] ?? {};
	const store = await storeOf(ledger, shop);
	const body = bytes.toString('utf8');
	const source = `${access.connector.channel} ${shop}`;
	const { isNew } = await ledger.receiveNotice({ source, id, topic, body, store, due });
	return {
		isNew,
		id,
		topic,
		shop,
		store,
		due,
		body: jsonParse<unknown>(body, { fallbackValue: {} }),
	};
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
