import { createHash, timingSafeEqual } from 'node:crypto';

/** What Omniful gives notice of: a reason to look, not what is. */
export interface OmnifulNotice {
	/** The same for the same body: Omniful names no delivery (reference/omniful.md 1.13). */
	readonly id: string;
	/** Such as `order.update.event`. */
	readonly event: string;
	/** As it came. */
	readonly body: string;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether it came with the secret of the dashboard. Takes as long for every wrong one, however long that is. */
export function hasSecret(given: string | undefined, secret: string): boolean {
	if (secret === '' || given === undefined) return false;
	return timingSafeEqual(digest(given), digest(secret));
}

/** Null where it does not have the secret, or does not say what it is about. */
export function noticeIn(body: Buffer, headers: Headers, secret: string): OmnifulNotice | null {
	if (!hasSecret(headerIn(headers, 'webhook-secret-key'), secret)) return null;
	const event = eventIn(body) ?? headerIn(headers, 'webhook-event');
	const id = createHash('sha256').update(body).digest('hex');
	return event ? { id, event, body: body.toString('utf8') } : null;
}

/** The body names it itself, as the header does. */
const eventIn = (body: Buffer): string | undefined =>
	/"event_name"\s*:\s*"([\w.-]{1,100})"/.exec(body.toString('utf8'))?.[1];

function headerIn(headers: Headers, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : value?.[0];
}
