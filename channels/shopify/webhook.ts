import { createHmac, timingSafeEqual } from 'node:crypto';

/** What Shopify gives notice of: a reason to look, not what is (reference/shopify.md 11). */
export interface ShopifyNotice {
	/** One for each delivery, the same when it is tried again. */
	readonly id: string;
	/** Such as `orders/fulfilled`. */
	readonly topic: string;
	/** The myshopify domain, as `Account.id`. */
	readonly shop: string;
	/** When what it is about has happened, in Shopify's words; null where it does not say. */
	readonly triggeredAt: string | null;
	/** As it came. */
	readonly body: string;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether Shopify has signed the bytes of the body with the app's secret. Takes as long for every wrong signature. */
export function isSigned(body: Buffer, signature: string | undefined, secret: string): boolean {
	if (secret === '' || signature === undefined) return false;
	const wanted = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'));
	const given = Buffer.from(signature);
	return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Null where it is not signed by Shopify, or does not say which delivery it is. */
export function noticeIn(body: Buffer, headers: Headers, secret: string): ShopifyNotice | null {
	if (!isSigned(body, headerIn(headers, 'x-shopify-hmac-sha256'), secret)) return null;
	const id = headerIn(headers, 'x-shopify-webhook-id');
	const topic = headerIn(headers, 'x-shopify-topic');
	const shop = headerIn(headers, 'x-shopify-shop-domain');
	const triggeredAt = headerIn(headers, 'x-shopify-triggered-at') ?? null;
	return id && topic && shop ? { id, topic, shop, triggeredAt, body: body.toString('utf8') } : null;
}

function headerIn(headers: Headers, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : value?.[0];
}
