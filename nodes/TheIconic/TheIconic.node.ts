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
import {
	getCancelReasons,
	getCarriers,
	getStatuses,
	searchListings,
	searchOrders,
} from './listSearch';
import { operations } from './operations';

export class TheIconic implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'The Iconic Channel',
		name: 'theIconic',
		icon: { light: 'file:../../icons/theIconic.svg', dark: 'file:../../icons/theIconic.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Read orders and listings of a seller on The Iconic, push stock to it, ship, cancel, print labels and invoices, and connect it to the hub',
		defaults: { name: 'The Iconic Channel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'theIconicChannelApi', displayName: 'The Iconic Channel', required: true },
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
		loadOptions: { getCancelReasons, getCarriers, getHubs, getStatuses },
	};

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
