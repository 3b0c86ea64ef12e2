import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, ITriggerFunctions } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { getStores } from '../shared/listSearch';
import { trigger } from './trigger';
import { properties } from './triggerDescription';

export class OrderHubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Hub Trigger',
		name: 'orderHubTrigger',
		icon: { light: 'file:../../icons/orderHub.svg', dark: 'file:../../icons/orderHub.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'what happens in the hub',
		description:
			'Start the workflow when something happens in the hub, and again until it succeeded',
		defaults: { name: 'Order Hub Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'orderHubLedgerApi', required: true, testedBy: 'ledgerOpens' }],
		properties,
	};

	methods = { credentialTest: { ledgerOpens }, loadOptions: { getStores } };

	async trigger(this: ITriggerFunctions) {
		return await trigger(this);
	}
}
