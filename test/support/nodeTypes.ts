import { createRequire } from 'node:module';
import type { INodeType, INodeTypes } from 'n8n-workflow';
import { HubRouter } from '../../nodes/HubRouter/HubRouter.node';
import { Ikas } from '../../nodes/Ikas/Ikas.node';
import { IkasTrigger } from '../../nodes/Ikas/IkasTrigger.node';
import { OrderHub } from '../../nodes/OrderHub/OrderHub.node';
import { OrderStatusMap } from '../../nodes/OrderStatusMap/OrderStatusMap.node';

const ownNodes = [
	new Ikas(),
	new IkasTrigger(),
	new OrderStatusMap(),
	new HubRouter(),
	new OrderHub(),
];
export const own: Readonly<Record<string, INodeType>> = Object.fromEntries(
	ownNodes.map((node) => [`n8n-nodes-order-hub.${node.description.name}`, node]),
);

const fromN8n = createRequire(require.resolve('n8n/package.json'));
const hostNode = (path: string, name: string): INodeType =>
	new (fromN8n(`n8n-nodes-base/dist/nodes/${path}.node.js`)[name])();

const host: Readonly<Record<string, () => INodeType>> = {
	'n8n-nodes-base.scheduleTrigger': () => hostNode('Schedule/ScheduleTrigger', 'ScheduleTrigger'),
	'n8n-nodes-base.executeWorkflowTrigger': () =>
		hostNode(
			'ExecuteWorkflow/ExecuteWorkflowTrigger/ExecuteWorkflowTrigger',
			'ExecuteWorkflowTrigger',
		),
	'n8n-nodes-base.executeWorkflow': () =>
		hostNode('ExecuteWorkflow/ExecuteWorkflow/ExecuteWorkflow', 'ExecuteWorkflow'),
	'n8n-nodes-base.stickyNote': () => hostNode('StickyNote/StickyNote', 'StickyNote'),
};

/** Our node types, and the few of n8n that the templates use. */
export function typeNamed(name: string): INodeType {
	const type = own[name] ?? host[name]?.();
	if (type === undefined) throw new Error(`unknown node type ${name}`);
	return type;
}

export const nodeTypes = {
	getByName: typeNamed,
	getByNameAndVersion: typeNamed,
	getKnownTypes: () => ({}),
} satisfies INodeTypes;
