import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { patient } from '../../channels/patience';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import type { ChannelAccess } from './channelAccess';
import type { NodeContext } from './context';
import { hinting } from './hinting';
import { NotSent } from './notSent';
import { onDocument } from './onDocument';
import { signedIn } from './signedIn';
import { throttle } from './throttle';
import type { Throttle } from './throttle';

/** All that one operation may take, waits included: less than the 60 s of the lease a sync runs under. */
export const patienceMs = 40_000;
export const callMs = 15_000;

/** How the calls of one operation are made. */
export interface Terms {
	/** Null: the quota is kept among the calls of this process. */
	readonly ledger: Ledger | null;
	/** Such as a cancel: every other call on the same quota waits for it. */
	readonly isUrgent?: boolean;
	/** One of many pages: leaves room for every other call on the same quota. */
	readonly isBulk?: boolean;
	/** Reads only: the first request that would change something ends the work as `NotSent`. */
	readonly isDryRun?: boolean;
	/** When all must have ended, on this machine's clock in ms, where several operations share their time. */
	readonly until?: number;
}

const machine = { sleep, now: () => Date.now(), random: () => Math.random() };

/**
 * Calls the channel as the node's credential says, within the quota, again where that may help: work that writes looks first
 * what the channel has, or writes what may be written twice.
 */
export async function onChannel<T>(
	context: NodeContext,
	access: ChannelAccess,
	work: (http: Http) => Promise<T>,
	{ ledger, isUrgent = false, isBulk, isDryRun = false, until = Date.now() + patienceMs }: Terms,
): Promise<T> {
	const credential = await context.getCredentials(access.credential);
	const share = { key: access.quotaKey(credential), quota: access.connector.quota, until };
	const attempt = async () => {
		const calls = throttle(ledger, { ...share, isUrgent, isBulk });
		const http = sending(context, access, credential, { calls, until, isDryRun });
		const [outcome] = await Promise.allSettled([work(http)]);
		await calls.report(isNotSent(outcome) ? answered : outcome);
		if (outcome.status === 'rejected') throw outcome.reason;
		return outcome.value;
	};
	return await patient(attempt, {
		...machine,
		patienceMs: until - callMs - Date.now(),
		mostTries: access.connector.mostTries,
	});
}

function sending(
	context: NodeContext,
	access: ChannelAccess,
	credential: ICredentialDataDecryptedObject,
	{ calls, until, isDryRun }: { calls: Throttle; until: number; isDryRun: boolean },
): Http {
	const origin = access.origin(credential);
	let lastToken: string | null = null;
	const hint = hinting(context);
	const timeLeft = () => {
		const timeout = Math.min(callMs, until - Date.now());
		if (timeout <= 0) throw outOfTime(origin);
		return timeout;
	};
	const http: Http & { seller?: Http['seller'] } = async (request) => {
		const { freshLogin, writes, quota, furtherQuota } = request;
		if (isDryRun && writes) throw new NotSent(asSent(request, origin));
		if (request.document !== undefined) {
			return await onDocument(context, access.credential, request, timeLeft());
		}
		const ended = await calls.take(quota, furtherQuota);
		const refused = freshLogin ? lastToken : null;
		const options = () => optionsOf(request, origin, timeLeft());
		const { signIn } = access;
		const ask = signIn && (() => calls.ask(signIn));
		const call = { options, take: calls.take, ask };
		const signed = await signedIn(context, access.credential, refused, call).finally(ended);
		lastToken = signed.token;
		http.seller = access.seller?.(signed.credential);
		const answer = answerOf(signed.response);
		hint(access.connector.warningOf?.(answer) ?? null);
		const pace = access.connector.paceOf?.(answer) ?? null;
		if (pace !== null) await calls.pace(pace, quota);
		return answer;
	};
	http.seller = access.seller?.(credential);
	return http;
}

const optionsOf = (request: HttpRequest, origin: string, timeout: number): IHttpRequestOptions => ({
	method: request.method,
	url: `${origin}${request.path}`,
	qs: request.query,
	headers: headersOf(request),
	body: request.body as IHttpRequestOptions['body'],
	...(request.isFile && { encoding: 'arraybuffer' }),
	timeout,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	// A redirect would carry the token to a host that nobody named.
	disableFollowRedirect: true,
});

const asSent = (request: HttpRequest, origin: string) => ({
	method: request.method,
	url:
		request.document === undefined ? `${origin}${request.path}` : new URL(request.document).origin,
	query: request.query,
	headers: headersOf(request),
	body: request.body,
});

/** What the request says itself counts, in whatever case it writes the name. */
function headersOf({ headers = {}, body, isFile }: HttpRequest) {
	const said = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
	return {
		...(!said.has('accept') && { Accept: isFile ? '*/*' : 'application/json' }),
		...(body !== undefined && !said.has('content-type') && { 'Content-Type': 'application/json' }),
		...headers,
	};
}

/** The channel has answered well all that it was asked. */
const answered = { status: 'fulfilled', value: undefined } as const;

const isNotSent = (outcome: PromiseSettledResult<unknown>) =>
	outcome.status === 'rejected' && outcome.reason instanceof NotSent;

/** n8n parses what is JSON and leaves the rest as text, also where the body was cut off. Bytes are there for a file only. */
const answerOf = ({ statusCode, headers, body }: IN8nHttpFullResponse): HttpResponse => ({
	status: statusCode,
	headers: Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	),
	body: Buffer.isBuffer(body) ? body.toString('base64') : body,
});

const outOfTime = (origin: string) =>
	new Failure(
		'unavailable',
		`${new URL(origin).host} took more than ${patienceMs / 1000} s in all.`,
	);
