import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

/** Where the CSV file of an item is, and how it is read; `further` are options of the operation's own. */
export const csvFields = (show: Show, further: INodeProperties[] = []): INodeProperties[] => [
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the CSV file',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Encoding',
				name: 'encoding',
				type: 'options',
				options: [
					{ name: 'Automatic', value: 'automatic' },
					{ name: 'UTF-16 BE', value: 'utf-16be' },
					{ name: 'UTF-16 LE', value: 'utf-16le' },
					{ name: 'UTF-8', value: 'utf-8' },
					{ name: 'Windows-1252 (Western European)', value: 'windows-1252' },
					{ name: 'Windows-1254 (Turkish)', value: 'windows-1254' },
					{ name: 'Windows-1256 (Arabic)', value: 'windows-1256' },
				],
				default: 'automatic',
				description:
					'Automatic takes a file for Unicode where it can be that, and else for Windows-1254',
			},
			...further,
		],
	},
];
