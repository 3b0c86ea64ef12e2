import '../support/n8nFolder';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { INode, INodeTypeDescription, IWorkflowBase } from 'n8n-workflow';
import { nodeTypes, typeNamed } from '../support/nodeTypes';
import { templateNames, templateOf } from '../support/templates';

const sticky = 'n8n-nodes-base.stickyNote';
const note = 'About';
const credentialNames: Readonly<Record<string, string>> = {
	amazonSellerFlexChannelApi: 'Amazon Seller Flex',
	babyshopChannelApi: 'Babyshop',
	httpBasicAuth: 'Channel Summary',
	ikasChannelApi: 'ikas',
	okerChannelApi: 'Oker',
	omnifulHubApi: 'Omniful',
	orderHubLedgerApi: 'Order Hub Ledger',
	shopifyHubApi: 'Shopify',
	theIconicChannelApi: 'The Iconic',
	uniwareHubApi: 'Uniware',
};

/** A folder for each brand that has credentials of its own on the same channel. */
const brandNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	centrepoint: { ...credentialNames, babyshopChannelApi: 'Centrepoint' },
};

const namesIn = (template: string) => brandNames[template.replace(/\/.*/, '')] ?? credentialNames;

/** How many outputs the node has; the one for errors, where it has one, is the last. */
const outputsOf = (file: IWorkflowBase, node: INode) => {
	const workflow = new Workflow({ ...file, nodeTypes, active: false });
	const { description } = typeNamed(node.type, node.typeVersion);
	const filled = workflow.getNode(node.name) ?? node;
	return NodeHelpers.getNodeOutputs(workflow, filled, description).length;
};

/** What n8n itself does not check: lists that a picked word is not in. */
const unknownChoices = (node: INode, description: INodeTypeDescription) =>
	description.properties.filter((field) => {
		const { name, type, options = [], typeOptions } = field;
		const isList = ['options', 'multiOptions'].includes(type) && !typeOptions?.loadOptionsMethod;
		if (!isList || !NodeHelpers.displayParameter(node.parameters, field, node, description))
			return false;
		const offered: unknown[] = options.map((option) => 'value' in option && option.value);
		return [node.parameters[name]].flat().some((picked) => !offered.includes(picked));
	});

const connectionsOf = ({ connections }: IWorkflowBase) =>
	Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) => (targets ?? []).map((to) => ({ from, output, to: to.node }))),
	);

const isSync = ({ nodes }: IWorkflowBase, name: string, operation: string) =>
	nodes.some(
		({ parameters, ...node }) =>
			node.name === name && parameters.resource === 'sync' && parameters.operation === operation,
	);

/** The nodes that a run passes between its begin and its end. */
function stepsOf(file: IWorkflowBase): readonly INode[] {
	const connections = connectionsOf(file);
	const passed = new Set<string>();
	let at = file.nodes.map(({ name }) => name).filter((name) => isSync(file, name, 'begin'));
	while (at.length > 0) {
		at = connections
			.filter(({ from, to }) => at.includes(from) && !isSync(file, to, 'end') && !passed.has(to))
			.map(({ to }) => to);
		for (const name of at) passed.add(name);
	}
	return file.nodes.filter(({ name }) => passed.has(name));
}

const begins = ({ parameters: { resource, operation } }: INode) =>
	['sync:begin', 'channelUpdate:claim', 'exception:getMany', 'order:claimAsked'].includes(
		`${resource}:${operation}`,
	);

interface Box {
	readonly name: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** What a node covers in the editor, its name below it included. */
function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	const width = type === sticky ? Number(parameters.width) : 96;
	const height = type === sticky ? Number(parameters.height) : 136;
	return { name, left, top, right: left + width, bottom: top + height };
}

const isOver = (one: Box, other: Box) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

describe.each(templateNames)('the template %s', (name) => {
	const file = templateOf(name);
	const working = file.nodes.filter(({ type }) => type !== sticky);

	test('gives its nodes only parameters and values that they have', () => {
		for (const node of file.nodes) {
			const { description } = typeNamed(node.type, node.typeVersion);
			const { properties } = description;
			expect([description.version].flat()).toContain(node.typeVersion);
			const filled = NodeHelpers.getNodeParameters(
				properties,
				node.parameters,
				true,
				false,
				node,
				description,
			);
			expect(filled).toMatchObject(node.parameters);
			const whole = { ...node, parameters: filled ?? {} };
			expect(unknownChoices(whole, description)).toEqual([]);
			expect(NodeHelpers.getNodeParametersIssues(properties, whole, description)).toBeNull();
		}
	});

	// Without a number n8n takes the output that leads to the one who asks, which may be another than is meant.
	test('says which output it reads of a node that has several', () => {
		const several = working.filter(
			(node) => outputsOf(file, node) - (node.onError === 'continueErrorOutput' ? 1 : 0) > 1,
		);
		const text = JSON.stringify(working.map(({ parameters }) => parameters));
		const vague = several.filter((node) =>
			['first', 'last', 'all'].some((read) => text.includes(`$('${node.name}').${read}()`)),
		);
		expect(vague.map((node) => node.name)).toEqual([]);
	});

	test('connects outputs that there are with nodes that there are, and reaches every node', () => {
		const connections = connectionsOf(file);
		for (const { from, output, to } of connections) {
			const node = working.find((one) => one.name === from);
			expect(working.map((one) => one.name)).toContain(to);
			if (node === undefined) throw new Error(`no node ${from}`);
			expect(output).toBeLessThan(outputsOf(file, node));
		}
		const reached = new Set(connections.map(({ to }) => to));
		const starts = working.filter((node) => !reached.has(node.name));
		for (const { type } of starts) expect(type).toMatch(/trigger$|\.webhook$/i);
	});

	test('says as failed what fails between the begin and the end of a sync', () => {
		const steps = stepsOf(file);
		for (const { name: step, ...node } of steps) {
			expect([step, node.onError]).toEqual([step, 'continueErrorOutput']);
			const error = outputsOf(file, { name: step, ...node }) - 1;
			const told = connectionsOf(file).filter(
				({ from, output }) => from === step && output === error,
			);
			expect([step, told.map(({ to }) => isSync(file, to, 'end'))]).toEqual([step, [true]]);
		}
		expect(steps.length > 0).toBe(working.some(({ name: of }) => isSync(file, of, 'begin')));
	});

	test('asks for credentials by name, for each that its nodes need', () => {
		for (const node of working) {
			const { type, typeVersion, parameters, credentials = {} } = node;
			const { description } = typeNamed(type, typeVersion);
			const needed = (description.credentials ?? []).filter((one) =>
				NodeHelpers.displayParameter(parameters, one, node, description),
			);
			expect(credentials).toEqual(
				Object.fromEntries(
					needed.map((one) => [one.name, { id: null, name: namesIn(name)[one.name] }]),
				),
			);
		}
	});

	test('names its store only where something begins, so that it is soon another one', () => {
		const named = working.filter(({ parameters }) =>
			/"(amazon|babyshop|centrepoint|ikas|oker|omniful|shopify|the-iconic|uniware)"/.test(
				JSON.stringify(parameters.store ?? null),
			),
		);
		expect(named.filter((node) => !begins(node)).map((node) => node.name)).toEqual([]);
		// The settings are those of the account that the credential signs in to.
		const isOfAStore =
			!/^hub: |: (settings|import catalog|import prices|print AWB|receive notices)$/.test(
				file.name,
			);
		expect(named.length > 0).toBe(isOfAStore);
	});

	test('is readable: a note on top says what it is for, and nothing lies on anything', () => {
		const [about] = file.nodes;
		expect(about).toMatchObject({ name: note, type: sticky });
		expect(String(about?.parameters.content)).toMatch(
			new RegExp(`^## ${file.name}\\n[\\s\\S]*\\*\\*Before the first run\\*\\*\\n1\\. `),
		);
		const boxes = file.nodes.map(boxOf);
		const over = boxes.flatMap((one, at) =>
			boxes.slice(at + 1).flatMap((other) => (isOver(one, other) ? [[one.name, other.name]] : [])),
		);
		expect(over).toEqual([]);
		for (const list of [file.nodes.map(({ id }) => id), file.nodes.map((node) => node.name)])
			expect(new Set(list).size).toBe(list.length);
	});

	test('is off, and keeps no data of what went well where it runs every few minutes', () => {
		const isFrequent =
			/"minutesInterval"|"n8n-nodes-order-hub.(omniful|shopify)HubTrigger"|"n8n-nodes-base.webhook"/.test(
				JSON.stringify(file.nodes),
			);
		// Nor whole orders, which are kept where they were put away.
		const putsAway = file.nodes.some(({ parameters }) => parameters.operation === 'archiveClosed');
		expect(file).toMatchObject({ active: false, settings: { executionOrder: 'v1' } });
		expect(file.settings?.saveDataSuccessExecution).toBe(
			isFrequent || putsAway ? 'none' : undefined,
		);
	});
});

test('no two templates share the ID of a workflow or of a node', () => {
	const ids = templateNames
		.map(templateOf)
		.flatMap(({ id, nodes }) => [id, ...nodes.map((node) => node.id)]);
	expect(new Set(ids).size).toBe(ids.length);
});

describe('the templates of Centrepoint', () => {
	const of = (brand: string) => templateNames.filter((name) => name.startsWith(`${brand}/`));

	test('are those of Babyshop', () => {
		const names = (brand: string) => of(brand).map((name) => name.replace(/^.*\//, ''));
		expect(names('babyshop').length).toBeGreaterThan(0);
		expect(names('centrepoint')).toEqual(names('babyshop'));
	});

	/** Names, the code of the store and the IDs that no other workflow may have. The node and the credential's type are the same. */
	const asBabyshop = (text: string) =>
		text
			.replaceAll('Centrepoint', 'Babyshop')
			.replaceAll('centrepoint', 'babyshop')
			.replaceAll(/ce27e0(?=[0-9a-f]{2}-)/g, 'bab500');

	test.each(of('centrepoint'))('differ from them only in names: %s', (name) => {
		const [own, other] = [name, name.replace('centrepoint', 'babyshop')].map((one) =>
			JSON.stringify(templateOf(one)),
		);
		expect(own).not.toBe(other);
		expect(asBabyshop(own ?? '')).toBe(other);
	});
});
