import type { INodeProperties } from 'n8n-workflow';
import { eventTypeOptions } from '../shared/fields';

export const properties: INodeProperties[] = [
	{
		displayName:
			'An event counts as delivered once its execution succeeded. After one that failed it is delivered again, a few times, then it becomes an exception. So the same event can come twice: its <code>ID</code> tells. Events from before the workflow was first published are not delivered.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: eventTypeOptions,
		default: [],
		description: 'What starts the workflow. None means every event.',
	},
	{
		displayName: 'Store Names or IDs',
		name: 'stores',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getStores' },
		default: [],
		description:
			'Only events of these stores. None means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Check Every (Seconds)',
				name: 'intervalSeconds',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 5,
				description: 'How often the ledger is asked for events',
			},
			{
				displayName: 'Events per Execution',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 1,
				description:
					'One each keeps a failure from repeating other events. More are faster where there are many.',
			},
			{
				displayName: 'Executions at Once',
				name: 'atOnce',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'One after the other keeps the order of events. More are faster.',
			},
		],
	},
];
