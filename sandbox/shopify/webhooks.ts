import { createHmac } from 'node:crypto';
import { random, uuid } from '../random';
import { SandboxRefusal } from '../wire';
import { instantOf } from './instants';
import type { ShopEvent } from './payloads';
import type { ShopifyDelivery } from './stateTypes';
import { type Subscription, topicInHeader } from './subscriptions';
import type { ShopifyCredential, ShopifyOptions } from './types';

interface Delivery extends ShopifyDelivery {
	readonly body: string;
	readonly subscription: string;
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

	const headersOf = ({ topic, body, webhookId, eventId, triggeredAt }: Delivery) => ({
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

	const statusOf = async (delivery: Delivery): Promise<number | null> => {
		const signal = AbortSignal.timeout(webhookTimeoutMs);
		const { uri, body } = delivery;
		const sent = fetch(uri, { method: 'POST', headers: headersOf(delivery), body, signal });
		return await sent.then(
			({ status }) => status,
			() => null,
		);
	};

	const attempt = async (key: string, delivery: Delivery) => {
		keep(key, { isUnderWay: true });
		const at = now();
		const status = await statusOf(delivery);
		const attempts = [...delivery.attempts, { at, status }];
		const isDelivered = status !== null && status >= 200 && status < 300;
		const wait = webhookWaitsMs[attempts.length - 1];
		const isLost = !isDelivered && wait === undefined;
		const dueAt = isDelivered || wait === undefined ? null : now() + wait;
		keep(key, { attempts, isDelivered, dueAt, isUnderWay: false });
		// Who never answers is not told any more (reference/shopify.md 11).
		if (isLost && !delivery.isAgain) all = all.filter(({ id }) => id !== delivery.subscription);
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

	const send = (delivery: Omit<Delivery, 'attempts' | 'isDelivered' | 'dueAt' | 'isUnderWay'>) => {
		const state = { attempts: [], isDelivered: false, dueAt: now(), isUnderWay: false };
		deliveries.set(newId(), { ...delivery, ...state });
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
				.filter((one) => !webhookId || one.webhookId === webhookId)
				.at(-1);
			if (!known) throw new SandboxRefusal('there is no such event');
			const { attempts: _, isDelivered, dueAt, isUnderWay, ...same } = known;
			send({ ...same, isAgain: true });
		},
		state: (): readonly ShopifyDelivery[] =>
			[...deliveries.values()].map(
				({ webhookId, eventId, topic, uri, triggeredAt, attempts, isDelivered, isAgain }) => ({
					webhookId,
					eventId,
					topic,
					uri,
					triggeredAt,
					attempts,
					isDelivered,
					isAgain,
				}),
			),
		stop() {
			if (timer) clearTimeout(timer);
			deliveries.clear();
		},
	};
};

export type Webhooks = ReturnType<typeof webhooks>;
