import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { searchHubs, searchRuleSets, searchSellers, searchStores } from '../shared/listSearch';
import { properties } from './description';
import { searchListings, searchLocations, searchOrders } from './listSearch';
import { operations } from './operations';

export class ShopifyHub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Hub',
		name: 'shopifyHub',
		icon: { light: 'file:../../icons/shopify.svg', dark: 'file:../../icons/shopify.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Let a Shopify store keep the stock and ship what channels sell: read and set stock, hand orders over, read and create fulfilments, cancel',
		defaults: { name: 'Shopify Hub' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
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
	};

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
