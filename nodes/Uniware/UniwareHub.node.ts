import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { searchHubs, searchRuleSets, searchSellers, searchStores } from '../shared/listSearch';
import { properties } from './description';
import { searchListings, searchLocations, searchOrders } from './listSearch';
import { operations } from './operations';

export class UniwareHub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Uniware Hub',
		name: 'uniwareHub',
		icon: { light: 'file:../../icons/uniware.svg', dark: 'file:../../icons/uniware.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Let Uniware keep the stock and ship what channels sell: hand orders over, hold and cancel them, read and adjust stock, packages, labels, manifests, dispatch, returns',
		defaults: { name: 'Uniware Hub' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'uniwareHubApi', displayName: 'Uniware Hub', required: true },
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
