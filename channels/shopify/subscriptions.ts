import type { Http } from '../connector';
import { part, reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { graphql, mutation } from './graphql';
import { nextIn } from './paged';
import { refusalOf, refusalsIn } from './refusal';
import type { ShopifyData } from './types';

export interface Subscription {
	readonly id: string;
	/** Such as `ORDERS_FULFILLED`. */
	readonly topic: string;
	readonly uri: string;
}

const SUBSCRIPTIONS = `query Subscriptions($first: Int!, $after: String) {
	webhookSubscriptions(first: $first, after: $after) {
		nodes { id topic uri }
		pageInfo { hasNextPage endCursor }
	}
}`;

export const subscriptionsAsked = (after: string | null) =>
	graphql(SUBSCRIPTIONS, { first: 100, after });

const SUBSCRIBE = `mutation Subscribe($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
	webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
		webhookSubscription { id topic uri }
		userErrors { field message }
	}
}`;

export const subscribed = ({ topic, uri }: Omit<Subscription, 'id'>) =>
	mutation(SUBSCRIBE, { topic, webhookSubscription: { uri, format: 'JSON' } });

const UNSUBSCRIBE = `mutation Unsubscribe($id: ID!) {
	webhookSubscriptionDelete(id: $id) {
		deletedWebhookSubscriptionId
		userErrors { field message }
	}
}`;

export const unsubscribed = (id: string) => mutation(UNSUBSCRIBE, { id });

/** Those of this app that tell the address. */
export async function subscriptions(http: Http, uri: string): Promise<readonly Subscription[]> {
	const found: Subscription[] = [];
	for (let after: string | null = null, more = true; more; more = after !== null) {
		const { data } = await ask(http, subscriptionsAsked(after));
		const from = reading<ShopifyData>(data);
		const list = part(from, 'webhookSubscriptions');
		const page = rows(list, 'nodes').map((one) => ({
			id: text(one, 'id'),
			topic: text(one, 'topic'),
			uri: text(one, 'uri'),
		}));
		after = nextIn(list);
		sound('shopify', from);
		found.push(...page);
	}
	return found.filter((one) => one.uri === uri);
}

/** Has Shopify tell an address of a topic; answers the id of the subscription. */
export async function subscribe(http: Http, wanted: Omit<Subscription, 'id'>): Promise<string> {
	const { data } = await ask(http, subscribed(wanted));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'webhookSubscriptionCreate');
	const refusals = refusalsIn(payload);
	const id = refusals.length > 0 ? '' : text(part(payload, 'webhookSubscription'), 'id');
	sound('shopify', from);
	if (refusals.length === 0) return id;
	const advice =
		'Look whether Shopify can reach the address and the app has the scope of the topic.';
	throw refusalOf(refusals, `to tell of ${wanted.topic}`, advice);
}

/** One that Shopify does not have any more is gone, as was wanted. */
export async function unsubscribe(http: Http, id: string): Promise<void> {
	const { data } = await ask(http, unsubscribed(id));
	const from = reading<ShopifyData>(data);
	refusalsIn(part(from, 'webhookSubscriptionDelete'));
	sound('shopify', from);
}
