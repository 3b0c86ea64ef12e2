import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';
import '../support/n8nFolder';
import { own } from '../support/nodeTypes';
import { operations as amazonSellerFlex } from '../../nodes/AmazonSellerFlex/operations';
import { operations as babyshop } from '../../nodes/Babyshop/operations';
import { operations as hubRouter } from '../../nodes/HubRouter/operations';
import { operations as ikas } from '../../nodes/Ikas/operations';
import { operations as oker } from '../../nodes/Oker/operations';
import { operations as orderHub } from '../../nodes/OrderHub/operations';
import { operations as orderStatusMap } from '../../nodes/OrderStatusMap/operations';
import { operations as shopifyHub } from '../../nodes/Shopify/operations';
import { operations as theIconic } from '../../nodes/TheIconic/operations';
import { operations as omnifulHub } from '../../nodes/Omniful/operations';
import { operations as uniwareHub } from '../../nodes/Uniware/operations';

const tables = {
	amazonSellerFlex,
	babyshop,
	hubRouter,
	ikas,
	oker,
	orderHub,
	orderStatusMap,
	shopifyHub,
	theIconic,
	omnifulHub,
	uniwareHub,
};

const valuesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [String(option.value)] : []));

/** What the user can pick, written as the operation table writes it. */
function offered({ description: { properties } }: INodeType): string[] {
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(valuesOf);
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap((field) => {
			const shownFor = field.displayOptions?.show?.resource ?? [''];
			return shownFor.flatMap((resource) =>
				valuesOf(field).map((operation) => [resource, operation].filter(Boolean).join(':')),
			);
		})
		.filter((key) => resources.length === 0 || resources.includes(String(key.split(':')[0])));
}

test.each(Object.entries(tables))('%s offers exactly the operations it can run', (name, table) => {
	const node = own[`n8n-nodes-order-hub.${name}`];
	expect(node && offered(node).sort()).toEqual([...table.keys].sort());
});

/** Fields that n8n asks for before it runs the operation, when nothing but the operation was picked. */
function askedFor({ description }: INodeType, key: string): string[] {
	const [operation, resource] = key.split(':').reverse();
	const node = { typeVersion: 1, parameters: {} } as INode;
	const picked = { resource, operation } as INodeParameters;
	const { properties } = description;
	const filled = NodeHelpers.getNodeParameters(properties, picked, true, false, node, description);
	node.parameters = filled ?? {};
	const shown = (field: INodeProperties) =>
		NodeHelpers.displayParameter(node.parameters, field, node, description);
	const required = properties.filter((field) => field.required === true && shown(field));
	const issues = NodeHelpers.getNodeParametersIssues(properties, node, description);
	return Object.keys(issues?.parameters ?? {}).filter(
		(name) => !required.some((field) => field.name === name),
	);
}

test.each(Object.entries(tables))('%s asks for no option that nobody added', (name, table) => {
	const node = own[`n8n-nodes-order-hub.${name}`];
	expect(node && table.keys.flatMap((key) => askedFor(node, key))).toEqual([]);
});

test.each(Object.values(own).map((node) => [node.description.name, node] as const))(
	'%s has a list for every picker',
	(_name, { description, methods }) => {
		const used = JSON.stringify(description.properties).matchAll(
			/"(?:searchListMethod|loadOptionsMethod)":"(\w+)"/g,
		);
		const known = { ...methods?.listSearch, ...methods?.loadOptions };
		expect(
			[...used].map(([, method]) => method).filter((method = '') => !(method in known)),
		).toEqual([]);
	},
);
