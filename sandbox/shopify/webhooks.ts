import { createHmac } from 'node:crypto';
import { delivering } from '../delivering';
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

/** "8 retries over 4 hours"; that they are even is a guess (reference/shopify.md 11). */
const usualWaitsMs = Array.from({ length: 8 }, () => 1_800_000);

const answerTimeoutMs = 5000;

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
	let all: readonly Subscription[] = [];

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

	const deliveries = delivering<Sent>({
		now,
		waitsMs: webhookWaitsMs,
		timeoutMs: webhookTimeoutMs,
		requestOf: (sent) => ({ uri: sent.uri, headers: headersOf(sent), body: sent.body }),
		isTaken: (status) => status >= 200 && status < 300,
		// Who never answers is not told any more (reference/shopify.md 11).
		onLost({ isAgain, subscription }) {
			if (!isAgain) all = all.filter(({ id }) => id !== subscription);
		},
	});

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
				deliveries.send({ ...ids, topic, uri, body: text, triggeredAt: now(), isAgain: false });
			}
		},
		/** The same event once more, as "at least once" allows. */
		again(webhookId?: string) {
			const known = deliveries
				.all()
				.filter(({ sent }) => !webhookId || sent.webhookId === webhookId)
				.at(-1);
			if (!known) throw new SandboxRefusal('there is no such event');
			deliveries.send({ ...known.sent, isAgain: true });
		},
		state: (): readonly ShopifyDelivery[] =>
			deliveries.all().map(({ sent, attempts, isDelivered }) => ({
				webhookId: sent.webhookId,
				eventId: sent.eventId,
				topic: sent.topic,
				uri: sent.uri,
				triggeredAt: sent.triggeredAt,
				attempts,
				isDelivered,
				isAgain: sent.isAgain,
			})),
		stop: () => deliveries.stop(),
	};
};

export type Webhooks = ReturnType<typeof webhooks>;
