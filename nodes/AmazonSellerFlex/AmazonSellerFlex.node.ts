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

export class AmazonSellerFlex implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Seller Flex Channel',
		name: 'amazonSellerFlex',
		icon: {
			light: 'file:../../icons/amazonSellerFlex.svg',
			dark: 'file:../../icons/amazonSellerFlex.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Read shipments of Amazon Seller Flex, confirm, pack and cancel them, push stock and prices, and connect the store to the hub',
		defaults: { name: 'Amazon Seller Flex Channel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ (["listing:importCsv", "price:importCsv"].includes($parameter.resource + ":" + $parameter.operation) ? ["Summary", "Refused"] : [""]).map((displayName) => ({ type: "main", displayName: displayName || undefined })) }}',
		credentials: [
			{
				name: 'amazonSellerFlexChannelApi',
				displayName: 'Amazon Seller Flex Channel',
				required: true,
			},
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
