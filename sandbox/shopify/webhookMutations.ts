import { isGranted } from './access';
import { gid, numberIn } from './ids';
import { inputOf, subscriptionInput } from './inputs';
import { accessDenied, notPlayed, userError } from './refusal';
import type { RootField } from './resolve';
import { isTakenUri, subscriptionView, topicScopes } from './subscriptions';

const create: RootField = ({ world }, args) => {
	const topic = String(args.topic);
	const input = inputOf(subscriptionInput, args.webhookSubscription);
	const scope = topicScopes[topic];
	if (scope === undefined) throw notPlayed(`the topic ${topic}`);
	if (scope !== null && !isGranted(world.settings.scopes, scope)) {
		throw accessDenied('webhookSubscriptionCreate field', `\`${scope}\` access scope.`);
	}
	const refused = (message: string) => ({
		webhookSubscription: null,
		userErrors: [userError(['webhookSubscription', 'uri'], message)],
	});
	const { uri, includeFields, name } = input;
	if (!uri || !isTakenUri(uri)) return refused('Address is invalid');
	// That the same address is taken once for each topic is a guess (reference/shopify.md 11).
	const isTaken = world.webhooks
		.subscriptions()
		.some((one) => one.topic === topic && one.uri === uri);
	if (isTaken) return refused('Address for this topic has already been taken');
	const fresh = world.webhooks.subscribe({ topic, uri, name, includeFields: includeFields ?? [] });
	return { webhookSubscription: subscriptionView(fresh), userErrors: [] };
};

const remove: RootField = ({ world }, args) => {
	const id = numberIn('WebhookSubscription', String(args.id)) ?? '';
	if (!world.webhooks.unsubscribe(id)) {
		const userErrors = [userError(['id'], 'Webhook subscription does not exist')];
		return { deletedWebhookSubscriptionId: null, userErrors };
	}
	return { deletedWebhookSubscriptionId: gid('WebhookSubscription', id), userErrors: [] };
};

export const webhookMutations: Readonly<Record<string, RootField>> = {
	webhookSubscriptionCreate: create,
	webhookSubscriptionDelete: remove,
};
