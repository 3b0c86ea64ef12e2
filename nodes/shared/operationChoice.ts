import type { INodeProperties } from 'n8n-workflow';

type Choice = { name: string; value: string; description: string; action: string };

/** One operation of a list; `action` is what n8n shows in the panel where nodes are added. */
export const op = (name: string, value: string, description: string, action: string): Choice => ({
	name,
	value,
	description,
	action,
});

/** The list of what can be done with one resource. */
export const operationChoice = (
	resource: string,
	options: Choice[],
	preset = options[0]?.value ?? '',
): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: preset,
});
