import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { searchHubs, searchRuleSets, searchSellers, searchStores } from '../shared/listSearch';
import { properties } from './description';
import { searchListings, searchLocations, searchOrders } from './listSearch';
import { operations } from './operations';

export class OmnifulHub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Omniful Hub',
		name: 'omnifulHub',
		icon: { light: 'file:../../icons/omniful.svg', dark: 'file:../../icons/omniful.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter.operation + ": " + $parameter.resource }}',
		description:
			'Let Omniful keep the stock and ship what channels sell: hand orders over, approve and cancel them, read and set stock, shipments, labels, returns, hubs and sellers',
		defaults: { name: 'Omniful Hub' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'omnifulHubApi', displayName: 'Omniful Hub', required: true },
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
