import type { INodeProperties } from 'n8n-workflow';

/** The code under which a resource is saved. */
export const codeField = (resource: string, example: string): INodeProperties => ({
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description: 'Names it in the hub. A code that exists is changed, a new one is created.',
	displayOptions: { show: { resource: [resource], operation: ['save'] } },
});
