import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import {
	searchExceptions,
	searchHubs,
	searchListings,
	searchManifests,
	searchOrders,
	searchParcels,
	searchReturns,
	searchRuleSets,
	searchSellers,
	searchStores,
} from '../shared/listSearch';
import { properties } from './description';
import { operations } from './operations';

export class OrderHub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Hub',
		name: 'orderHub',
		icon: { light: 'file:../../icons/orderHub.svg', dark: 'file:../../icons/orderHub.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description: 'The memory of the hub: orders, stock, hubs, stores and the steps of a sync',
		defaults: { name: 'Order Hub' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ ({ "listing:importCsv": ["Summary", "Refused"], "sync:begin": ["Run", "Not Now"], "sync:end": ["Done", "More Here", "More Later"] }[$parameter.resource + ":" + $parameter.operation] || [""]).map((displayName) => ({ type: "main", displayName: displayName || undefined })) }}',
		credentials: [{ name: 'orderHubLedgerApi', required: true, testedBy: 'ledgerOpens' }],
		properties,
	};

	methods = {
		credentialTest: { ledgerOpens },
		listSearch: {
			searchExceptions,
			searchHubs,
			searchListings,
			searchManifests,
			searchOrders,
			searchParcels,
			searchReturns,
			searchRuleSets,
			searchSellers,
			searchStores,
		},
	};

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
