import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import {
	getHubs,
	searchRuleSets,
	searchSellers,
	searchStores,
} from '../shared/listSearch';
import { properties } from './description';
import { getStatuses, searchListings, searchLocations, searchOrders } from './listSearch';
import { operations } from './operations';

export class Oker implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Oker Channel',
		name: 'oker',
		icon: { light: 'file:../../icons/oker.svg', dark: 'file:../../icons/oker.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Read orders and listings of an Oker store, push stock to it, invoice, print labels, dispatch and cancel, and connect it to the hub',
		defaults: { name: 'Oker Channel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'okerChannelApi', displayName: 'Oker Channel', required: true },
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
