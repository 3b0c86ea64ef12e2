import { jsonParse } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import type { SyncKind } from '../../ledger/syncShapes';
import type { ChannelAccess } from '../shared/channelAccess';
import { ledgerOf } from '../shared/ledgerOf';

/** What a webhook gives notice of, once it is known to be genuine. */
export interface Notice {
	/** The same when it is delivered again. */
	readonly id: string;
	readonly topic: string;
	/** Whose it is, as in `Account.id`. */
	readonly account: string;
	/** The syncs of the store that are to look at once. */
	readonly due: readonly SyncKind[];
	/** As it came. */
	readonly body: string;
	/** What the workflow is told beside that. */
	readonly more: object;
}

interface Way {
	/** Null where it is forged, or does not say what it is about. */
	read(context: IWebhookFunctions): Promise<Notice | null>;
	/** So long the sender waits for an answer. */
	readonly mostMs: number;
}

/**
 * Takes a notice: checked, kept by the ledger, answered, and only then handed to the workflow, so that nothing which the workflow
 * does holds the answer back. Where the ledger has not got it the sender is told so, and sends it again.
 */
export async function receiveNotice(
	context: IWebhookFunctions,
	access: ChannelAccess,
	{ read, mostMs }: Way,
): Promise<IWebhookResponseData> {
	const notice = await read(context);
	if (notice === null) return answered(context, 401);
	const [taken] = await Promise.allSettled([inTime(takenIn(context, access, notice), mostMs)]);
	if (taken.status === 'rejected') return answered(context, 503);
	const { isNew, ...told } = taken.value;
	const answer = answered(context, 200);
	return isNew ? { ...answer, workflowData: [[{ json: told as IDataObject }]] } : answer;
}

async function takenIn(context: IWebhookFunctions, access: ChannelAccess, notice: Notice) {
	const ledger = await ledgerOf(context);
	const { id, topic, account, due, body, more } = notice;
	const { channel } = access.connector;
	const store = await storeOf(ledger, channel, account);
	const source = `${channel} ${account}`;
	const { isNew } = await ledger.receiveNotice({ source, id, topic, body, store, due });
	const content = jsonParse<unknown>(body, { fallbackValue: {} });
	return { isNew, ...more, id, topic, store, due, body: content };
}

/** The store of that account, or null where none is connected. */
async function storeOf(ledger: Ledger, channel: string, account: string): Promise<string | null> {
	const stores = await ledger.getStores();
	return stores.find((one) => one.channel === channel && one.account === account)?.code ?? null;
}

const inTime = async <T>(work: Promise<T>, mostMs: number): Promise<T> =>
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
