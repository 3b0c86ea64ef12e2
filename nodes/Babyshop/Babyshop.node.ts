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
import { getStatuses, searchListings, searchOrders } from './listSearch';
import { operations } from './operations';

export class Babyshop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Babyshop Channel',
		name: 'babyshop',
		icon: { light: 'file:../../icons/babyshop.svg', dark: 'file:../../icons/babyshop.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Read orders and listings of a Babyshop or Centrepoint store, push stock to it, create shipments, print AWBs, ship and cancel, and connect it to the hub',
		defaults: { name: 'Babyshop Channel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'babyshopChannelApi', displayName: 'Babyshop Channel', required: true },
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
