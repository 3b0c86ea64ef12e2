import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookFunctions } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { lifecycle } from './lifecycle';
import { receive } from './receive';
import { properties } from './triggerDescription';

export class OmnifulHubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Omniful Hub Trigger',
		name: 'omnifulHubTrigger',
		icon: { light: 'file:../../icons/omniful.svg', dark: 'file:../../icons/omniful.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'what Omniful gives notice of',
		description:
			'Start the workflow when Omniful gives notice of an order, a SKU or a change of stock',
		defaults: { name: 'Omniful Hub Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'omnifulHubApi', displayName: 'Omniful Hub', required: true },
			{
				name: 'orderHubLedgerApi',
				displayName: 'Order Hub Ledger',
				required: true,
				testedBy: 'ledgerOpens',
			},
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'omniful' },
		],
		properties,
	};

	methods = { credentialTest: { ledgerOpens } };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions) {
		return await receive(this);
	}
}
