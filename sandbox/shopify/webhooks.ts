import { createHmac } from 'node:crypto';
import { random, uuid } from '../random';
import { SandboxRefusal } from '../wire';
import { instantOf } from './instants';
import type { ShopEvent } from './payloads';
import type { ShopifyDelivery } from './stateTypes';
import { type Subscription, topicInHeader } from './subscriptions';
import type { ShopifyCredential, ShopifyOptions } from './types';

/** What is sent, the same on every attempt. */
interface Sent extends Pick<ShopifyDelivery, 'webhookId' | 'eventId' | 'topic' | 'uri'> {
	readonly triggeredAt: number;
	readonly body: string;
	readonly subscription: string;
	readonly isAgain: boolean;
}

interface Delivery extends Pick<ShopifyDelivery, 'attempts' | 'isDelivered'> {
	readonly sent: Sent;
	/** When it is sent next; null when it is not. */
	readonly dueAt: number | null;
	readonly isUnderWay: boolean;
}

/** "8 retries over 4 hours"; that they are even is a guess (reference/shopify.md 11). */
const usualWaitsMs = Array.from({ length: 8 }, () => 1_800_000);

const answerTimeoutMs = 5000;

/** How often the clock is looked at while something waits. */
const tickMs = 100;

/** The version of payloads is a setting of the app (reference/shopify.md 11). */
const payloadVersion = '2026-07';

const only = (body: ShopEvent['body'], fields: readonly string[]) =>
	fields.length === 0
		? body
		: Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)));

/** Events on their way to whom they are for: at least once, each attempt under the same webhook id. */
export const webhooks = (
	{ webhookWaitsMs = usualWaitsMs, webhookTimeoutMs = answerTimeoutMs }: ShopifyOptions,
	{ now, newId, credential }: { now(): number; newId(): string; credential: ShopifyCredential },
) => {
	const next = random(7);
	const deliveries = new Map<string, Delivery>();
	let all: readonly Subscription[] = [];
	let timer: NodeJS.Timeout | null = null;

	const keep = (key: string, change: Partial<Delivery>) => {
		const known = deliveries.get(key);
		if (known) deliveries.set(key, { ...known, ...change });
	};

	const headersOf = ({ topic, body, webhookId, eventId, triggeredAt }: Sent) => ({
		'content-type': 'application/json',
		'x-shopify-topic': topicInHeader(topic),
		'x-shopify-shop-domain': credential.shop,
		'x-shopify-api-version': payloadVersion,
		'x-shopify-webhook-id': webhookId,
		'x-shopify-event-id': eventId,
		'x-shopify-triggered-at': instantOf(triggeredAt),
		'x-shopify-hmac-sha256': createHmac('sha256', credential.clientSecret)
			.update(body)
			.digest('base64'),
	});

	const statusOf = async (sent: Sent): Promise<number | null> => {
		const signal = AbortSignal.timeout(webhookTimeoutMs);
		const { uri, body } = sent;
		const posted = fetch(uri, { method: 'POST', headers: headersOf(sent), body, signal });
		return await posted.then(
			({ status }) => status,
			() => null,
		);
	};

	const attempt = async (key: string, delivery: Delivery) => {
		keep(key, { isUnderWay: true });
		const at = now();
		const status = await statusOf(delivery.sent);
		const attempts = [...delivery.attempts, { at, status }];
		const isDelivered = status !== null && status >= 200 && status < 300;
		const wait = webhookWaitsMs[attempts.length - 1];
		const isLost = !isDelivered && wait === undefined;
		const dueAt = isDelivered || wait === undefined ? null : now() + wait;
		keep(key, { attempts, isDelivered, dueAt, isUnderWay: false });
		// Who never answers is not told any more (reference/shopify.md 11).
		const { isAgain, subscription } = delivery.sent;
		if (isLost && !isAgain) all = all.filter(({ id }) => id !== subscription);
	};

	const isWaiting = ({ dueAt }: Delivery) => dueAt !== null;

	const settle = () => {
		timer = null;
		const at = now();
		for (const [key, delivery] of deliveries) {
			const isDue = delivery.dueAt !== null && delivery.dueAt <= at;
			if (isDue && !delivery.isUnderWay) void attempt(key, delivery);
		}
		if ([...deliveries.values()].some(isWaiting)) timer = setTimeout(settle, tickMs).unref();
	};

	const send = (sent: Sent) => {
		const state = { attempts: [], isDelivered: false, dueAt: now(), isUnderWay: false };
		deliveries.set(newId(), { sent, ...state });
		timer ??= setTimeout(settle, 0).unref();
	};

	return {
		subscriptions: () => all,
		subscribe(draft: Omit<Subscription, 'id' | 'createdAt'>): Subscription {
			const fresh = { ...draft, id: newId(), createdAt: now() };
			all = [...all, fresh];
			return fresh;
		},
		unsubscribe(id: string): boolean {
			const before = all.length;
			all = all.filter((one) => one.id !== id);
			return all.length < before;
		},
		emit({ topic, body }: ShopEvent) {
			const eventId = uuid(next);
			for (const one of all.filter((subscription) => subscription.topic === topic)) {
				const text = JSON.stringify(only(body, one.includeFields));
				const ids = { webhookId: uuid(next), eventId, subscription: one.id };
				const { uri } = one;
				send({ ...ids, topic, uri, body: text, triggeredAt: now(), isAgain: false });
			}
		},
		/** The same event once more, as "at least once" allows. */
		again(webhookId?: string) {
			const known = [...deliveries.values()]
				.filter(({ sent }) => !webhookId || sent.webhookId === webhookId)
				.at(-1);
			if (!known) throw new SandboxRefusal('there is no such event');
			send({ ...known.sent, isAgain: true });
		},
		state: (): readonly ShopifyDelivery[] =>
			[...deliveries.values()].map(({ sent, attempts, isDelivered }) => ({
				webhookId: sent.webhookId,
				eventId: sent.eventId,
				topic: sent.topic,
				uri: sent.uri,
				triggeredAt: sent.triggeredAt,
				attempts,
				isDelivered,
				isAgain: sent.isAgain,
			})),
		stop() {
			if (timer) clearTimeout(timer);
			deliveries.clear();
		},
	};
};

export type Webhooks = ReturnType<typeof webhooks>;
