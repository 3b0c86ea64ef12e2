import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookFunctions } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { lifecycle } from './lifecycle';
import { receive } from './receive';
import { properties } from './triggerDescription';

export class ShopifyHubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Hub Trigger',
		name: 'shopifyHubTrigger',
		icon: { light: 'file:../../icons/shopify.svg', dark: 'file:../../icons/shopify.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'what Shopify gives notice of',
		description:
			'Start the workflow when Shopify gives notice of a fulfilment, a cancellation or a change of stock',
		defaults: { name: 'Shopify Hub Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'shopifyHubApi', displayName: 'Shopify Hub', required: true },
			{
				name: 'orderHubLedgerApi',
				displayName: 'Order Hub Ledger',
				required: true,
				testedBy: 'ledgerOpens',
			},
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'shopify' },
		],
		properties,
	};

	methods = { credentialTest: { ledgerOpens } };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions) {
		return await receive(this);
	}
}
