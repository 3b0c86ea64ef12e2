import type { INodeProperties } from 'n8n-workflow';
import { triggerFields } from '../channel/triggerFields';
import { access } from './access';

/** In the place of the usual one, which names a template that an OMS has not. */
const notice: INodeProperties = {
	displayName:
		'Every sale order of the tenant starts the workflow, whoever made it. n8n stores how far this trigger has read while it starts the execution: a crash in between can skip or repeat orders. What became of orders that the hub handed over comes in by the template "Uniware: sync fulfilments", where none is lost.',
	name: 'notice',
	type: 'notice',
	default: '',
};

export const properties: INodeProperties[] = [
	notice,
	...triggerFields(access.label).filter(({ name }) => name !== 'notice'),
];
