import { createRequire } from 'node:module';
import type { INodeType, INodeTypeDescription, INodeTypes, VersionedNodeType } from 'n8n-workflow';
import { AmazonSellerFlex } from '../../nodes/AmazonSellerFlex/AmazonSellerFlex.node';
import { AmazonSellerFlexTrigger } from '../../nodes/AmazonSellerFlex/AmazonSellerFlexTrigger.node';
import { Babyshop } from '../../nodes/Babyshop/Babyshop.node';
import { BabyshopTrigger } from '../../nodes/Babyshop/BabyshopTrigger.node';
import { HubRouter } from '../../nodes/HubRouter/HubRouter.node';
import { Ikas } from '../../nodes/Ikas/Ikas.node';
import { IkasTrigger } from '../../nodes/Ikas/IkasTrigger.node';
import { Oker } from '../../nodes/Oker/Oker.node';
import { OkerTrigger } from '../../nodes/Oker/OkerTrigger.node';
import { OrderHub } from '../../nodes/OrderHub/OrderHub.node';
import { OrderHubTrigger } from '../../nodes/OrderHub/OrderHubTrigger.node';
import { OrderStatusMap } from '../../nodes/OrderStatusMap/OrderStatusMap.node';
import { OmnifulHub } from '../../nodes/Omniful/OmnifulHub.node';
import { OmnifulHubTrigger } from '../../nodes/Omniful/OmnifulHubTrigger.node';
import { ShopifyHub } from '../../nodes/Shopify/ShopifyHub.node';
import { ShopifyHubTrigger } from '../../nodes/Shopify/ShopifyHubTrigger.node';
import { TheIconic } from '../../nodes/TheIconic/TheIconic.node';
import { TheIconicTrigger } from '../../nodes/TheIconic/TheIconicTrigger.node';
import { UniwareHub } from '../../nodes/Uniware/UniwareHub.node';
import { UniwareHubTrigger } from '../../nodes/Uniware/UniwareHubTrigger.node';

const ownNodes = [
	new AmazonSellerFlex(),
	new AmazonSellerFlexTrigger(),
	new Babyshop(),
	new BabyshopTrigger(),
	new Ikas(),
	new IkasTrigger(),
	new Oker(),
	new OkerTrigger(),
	new TheIconic(),
	new TheIconicTrigger(),
	new OrderStatusMap(),
	new HubRouter(),
	new OrderHub(),
	new OrderHubTrigger(),
	new OmnifulHub(),
	new OmnifulHubTrigger(),
	new ShopifyHub(),
	new ShopifyHubTrigger(),
	new UniwareHub(),
	new UniwareHubTrigger(),
];
export const own: Readonly<Record<string, INodeType>> = Object.fromEntries(
	ownNodes.map((node) => [`n8n-nodes-order-hub.${node.description.name}`, node]),
);

const fromN8n = createRequire(require.resolve('n8n/package.json'));
const made = <Type>(path: string, name: string): Type =>
	new (fromN8n(`n8n-nodes-base/dist/nodes/${path}.node.js`)[name])();

const hostNode = (path: string, name: string) => made<INodeType>(path, name);

/** Of the nodes that n8n has in several versions. */
const versioned = (path: string, name: string, version?: number) =>
	made<VersionedNodeType>(path, name).getNodeType(version);

/** What n8n itself has of its nodes without loading them: jest cannot load those of forms. They do not run here. */
const descriptions = (): readonly INodeTypeDescription[] =>
	fromN8n('n8n-nodes-base/dist/types/nodes.json');

const described = (name: string, version?: number): INodeType | undefined => {
	const description = descriptions().find(
		(one) => one.name === name && [one.version].flat().includes(version ?? 0),
	);
	return description && { description };
};

const host: Readonly<Record<string, (version?: number) => INodeType | undefined>> = {
	'n8n-nodes-base.aggregate': () => hostNode('Transform/Aggregate/Aggregate', 'Aggregate'),
	'n8n-nodes-base.respondToWebhook': () =>
		hostNode('RespondToWebhook/RespondToWebhook', 'RespondToWebhook'),
	'n8n-nodes-base.scheduleTrigger': () => hostNode('Schedule/ScheduleTrigger', 'ScheduleTrigger'),
	'n8n-nodes-base.convertToFile': () =>
		hostNode('Files/ConvertToFile/ConvertToFile', 'ConvertToFile'),
	'n8n-nodes-base.executeWorkflowTrigger': () =>
		hostNode(
			'ExecuteWorkflow/ExecuteWorkflowTrigger/ExecuteWorkflowTrigger',
			'ExecuteWorkflowTrigger',
		),
	'n8n-nodes-base.executeWorkflow': () =>
		hostNode('ExecuteWorkflow/ExecuteWorkflow/ExecuteWorkflow', 'ExecuteWorkflow'),
	'n8n-nodes-base.filter': (version) => versioned('Filter/Filter', 'Filter', version),
	'n8n-nodes-base.form': (version) => described('form', version),
	'n8n-nodes-base.formTrigger': (version) => described('formTrigger', version),
	'n8n-nodes-base.if': (version) => versioned('If/If', 'If', version),
	'n8n-nodes-base.noOp': () => hostNode('NoOp/NoOp', 'NoOp'),
	'n8n-nodes-base.set': (version) => versioned('Set/Set', 'Set', version),
	'n8n-nodes-base.splitOut': () => hostNode('Transform/SplitOut/SplitOut', 'SplitOut'),
	'n8n-nodes-base.stickyNote': () => hostNode('StickyNote/StickyNote', 'StickyNote'),
	'n8n-nodes-base.stopAndError': () => hostNode('StopAndError/StopAndError', 'StopAndError'),
	'n8n-nodes-base.webhook': () => hostNode('Webhook/Webhook', 'Webhook'),
};

/** Our node types, and the few of n8n that the templates use. */
export function typeNamed(name: string, version?: number): INodeType {
	const type = own[name] ?? host[name]?.(version);
	if (type === undefined) throw new Error(`unknown node type ${name} ${version ?? ''}`);
	return type;
}

export const nodeTypes = {
	getByName: (name) => typeNamed(name),
	getByNameAndVersion: typeNamed,
	getKnownTypes: () => ({}),
} satisfies INodeTypes;
