import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { poll } from '../channel/poll';
import { ledgerOpens } from '../shared/ledgerOpens';
import { access } from './access';
import { getStatuses } from './listSearch';
import { properties } from './triggerDescription';

export class AmazonSellerFlexTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Seller Flex Channel Trigger',
		name: 'amazonSellerFlexTrigger',
		icon: {
			light: 'file:../../icons/amazonSellerFlex.svg',
			dark: 'file:../../icons/amazonSellerFlex.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'shipments assigned or changed',
		description: 'Start the workflow when Amazon assigns a shipment to a hub, or changes one',
		defaults: { name: 'Amazon Seller Flex Channel Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'amazonSellerFlexChannelApi',
				displayName: 'Amazon Seller Flex Channel',
				required: true,
			},
			{
				name: 'orderHubLedgerApi',
				displayName: 'Order Hub Ledger (Optional)',
				required: false,
				testedBy: 'ledgerOpens',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { ledgerOpens },
		loadOptions: { getStatuses },
	};

	async poll(this: IPollFunctions) {
		return await poll(this, access);
	}
}
