import { SandboxRefusal } from '../wire';
import { delivering } from '../delivering';
import type { OmnifulDelivery } from './stateTypes';
import type { OmnifulWebhook } from './types';

/** Which events go where (reference/omniful.md 1.13); that of returns is a guess, as no text names it. */
const topics: Readonly<Record<string, readonly string[]>> = {
	order_webhook: ['order.create.event', 'order.update.event', 'order.shipment.event'],
	product_webhook: ['sku.create.event', 'sku.update.event'],
	inventory_webhook: ['inventory.update.event'],
	return_order_webhook: ['return.order.create.event', 'return.order.update.event'],
};

export const topicNames = Object.keys(topics);

const topicOf = (event: string) => topicNames.find((topic) => topics[topic]?.includes(event)) ?? '';

export interface Header {
	readonly key: string;
	readonly value: string;
}

export interface Hook extends OmnifulWebhook {
	readonly headers: readonly Header[];
}

interface Sent {
	readonly event: string;
	readonly uri: string;
	readonly body: string;
	readonly headers: readonly Header[];
	readonly isAgain: boolean;
}

/** "up to 3 retries" (reference/omniful.md 1.13); when they come is a guess. */
const usualWaitsMs = [1_000, 10_000, 60_000];

const timeoutMs = 30_000;

export const webhooks = ({
	now,
	secret,
	waitsMs = usualWaitsMs,
}: {
	now(): number;
	readonly secret: string;
	readonly waitsMs?: readonly number[];
}) => {
	let hooks: readonly Hook[] = [];
	const sending = delivering<Sent>({
		now,
		waitsMs,
		timeoutMs,
		requestOf: ({ uri, body, event, headers }) => ({
			uri,
			body,
			headers: {
				...Object.fromEntries(headers.map(({ key, value }) => [key, value])),
				'content-type': 'application/json',
				'webhook-secret-key': secret,
				'webhook-event': event,
			},
		}),
		// Nothing but this very status will do.
		isTaken: (status) => status === 200,
	});
	return {
		hooks: () => hooks,
		/** Those that are named; the others stay, which is a guess. */
		put(given: readonly Hook[]) {
			const named = given.map(({ topic }) => topic);
			hooks = [...hooks.filter(({ topic }) => !named.includes(topic)), ...given];
		},
		emit(event: string, data: unknown) {
			const hook = hooks.find(({ topic, isEnabled }) => isEnabled && topic === topicOf(event));
			if (!hook) return;
			const body = JSON.stringify({ event_name: event, data });
			sending.send({ event, uri: hook.url, body, headers: hook.headers, isAgain: false });
		},
		again() {
			const last = sending.all().at(-1);
			if (!last) throw new SandboxRefusal('there was no webhook yet');
			sending.send({ ...last.sent, isAgain: true });
		},
		state: (): readonly OmnifulDelivery[] =>
			sending.all().map(({ sent: { event, uri, body, isAgain }, attempts, isDelivered }) => ({
				...{ event, uri, body, isAgain, isDelivered, attempts },
			})),
		stop: () => sending.stop(),
	};
};
