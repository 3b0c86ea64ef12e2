import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ledgerOpens } from '../shared/ledgerOpens';
import { searchRuleSets, searchStores } from '../shared/listSearch';
import { properties } from './description';
import { operations } from './operations';

export class HubRouter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hub Router',
		name: 'hubRouter',
		icon: {
			light: 'file:../../icons/hubRouter.svg',
			dark: 'file:../../icons/hubRouter.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter.operation === "decide" ? "decide only" : "route what waits" }}',
		description: 'Give each waiting order the hub that ships it, and reserve its stock there',
		defaults: { name: 'Hub Router' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Assigned', 'On Hold'],
		credentials: [
			{
				name: 'orderHubLedgerApi',
				required: true,
				testedBy: 'ledgerOpens',
				displayOptions: { hide: { ruleSource: ['json'] } },
			},
		],
		properties,
	};

	methods = { credentialTest: { ledgerOpens }, listSearch: { searchRuleSets, searchStores } };

	async execute(this: IExecuteFunctions) {
		return await operations.run(this);
	}
}
