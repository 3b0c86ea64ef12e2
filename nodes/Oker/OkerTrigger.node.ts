import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { poll } from '../channel/poll';
import { ledgerOpens } from '../shared/ledgerOpens';
import { access } from './access';
import { getStatuses } from './listSearch';
import { properties } from './triggerDescription';

export class OkerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Oker Channel Trigger',
		name: 'okerTrigger',
		icon: { light: 'file:../../icons/oker.svg', dark: 'file:../../icons/oker.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'orders placed or changed',
		description: 'Start the workflow when an order is placed or changed on Oker',
		defaults: { name: 'Oker Channel Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'okerChannelApi', displayName: 'Oker Channel', required: true },
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
