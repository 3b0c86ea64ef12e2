import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import {
	getHubs,
	searchHubs,
	searchRuleSets,
	searchSellers,
	searchStores,
} from '../shared/listSearch';
import { properties } from './description';
import { getStatuses, searchListings, searchLocations, searchOrders } from './listSearch';
import { operations } from './operations';

export class Ikas implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ikas Channel',
		name: 'ikas',
		icon: { light: 'file:../../icons/ikas.svg', dark: 'file:../../icons/ikas.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Read orders and listings of an ikas store, push stock to it, ship and cancel, and connect it to the hub',
		defaults: { name: 'Ikas Channel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'ikasChannelApi', displayName: 'Ikas Channel', required: true },
			{
				name: 'orderHubLedgerApi',
				displayName: 'Order Hub Ledger',
				required: true,
				testedBy: 'ledgerOpens',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { ledgerOpens },
		listSearch: {
			searchHubs,
			searchListings,
			searchLocations,
			searchOrders,
			searchRuleSets,
			searchSellers,
			searchStores,
		},
		loadOptions: { getHubs, getStatuses },
	};

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
