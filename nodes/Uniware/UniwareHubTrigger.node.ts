import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { poll } from '../channel/poll';
import { ledgerOpens } from '../shared/ledgerOpens';
import { access } from './access';
import { getStatuses } from './listSearch';
import { properties } from './triggerDescription';

export class UniwareHubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Uniware Hub Trigger',
		name: 'uniwareHubTrigger',
		icon: { light: 'file:../../icons/uniware.svg', dark: 'file:../../icons/uniware.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'orders placed or changed',
		description: 'Start the workflow when a sale order is placed or changed in Uniware',
		defaults: { name: 'Uniware Hub Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'uniwareHubApi', displayName: 'Uniware Hub', required: true },
			{
				name: 'orderHubLedgerApi',
				displayName: 'Order Hub Ledger (Optional)',
				required: false,
				testedBy: 'ledgerOpens',
			},
		],
		properties,
	};

	methods = { credentialTest: { ledgerOpens }, loadOptions: { getStatuses } };

	async poll(this: IPollFunctions) {
		return await poll(this, access);
	}
}
