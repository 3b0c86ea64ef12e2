import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { searchStores } from '../shared/listSearch';
import { properties } from './description';
import { operations } from './operations';

export class OrderStatusMap implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Status Map',
		name: 'orderStatusMap',
		icon: {
			light: 'file:../../icons/orderStatusMap.svg',
			dark: 'file:../../icons/orderStatusMap.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.operation === "toHub" ? "channel to hub" : "hub to channel" }}',
		description: "Translate order statuses between a channel and the hub with the store's maps",
		defaults: { name: 'Order Status Map' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Mapped', 'Unmapped'],
		credentials: [
			{
				name: 'orderHubLedgerApi',
				required: true,
				testedBy: 'ledgerOpens',
				displayOptions: { show: { source: ['ledger'] } },
			},
		],
		properties,
	};

	methods = { credentialTest: { ledgerOpens }, listSearch: { searchStores } };

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
