import type { INodeProperties } from 'n8n-workflow';

/** An entry of an Options collection. */
export const changedBy: INodeProperties = {
	displayName: 'Changed By',
	name: 'changedBy',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nathan',
	description: 'Who does it, for the order log. Without it the workflow is named.',
};
