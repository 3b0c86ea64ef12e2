import './n8nFolder';
import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	RoutingNode,
	WorkflowExecute,
} from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ExecuteWorkflowData,
	ICredentialTestRequest,
	ICredentialsHelper,
	IDataObject,
	IExecuteWorkflowInfo,
	IN8nHttpFullResponse,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	INodeListSearchResult,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { nodeTypes, typeNamed } from './nodeTypes';

/** Nodes with the credentials that have their type as ID, where they have none. */
export const bound = (nodes: readonly INode[]): INode[] =>
	nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(
			Object.entries(node.credentials ?? {}).map(([type, { id, name }]) => [
				type,
				{ id: id ?? type, name },
			]),
		),
	}));

const urls = Object.fromEntries(
	[
		'restApiUrl',
		'instanceBaseUrl',
		'formWaitingBaseUrl',
		'webhookBaseUrl',
		'webhookWaitingBaseUrl',
		'webhookTestBaseUrl',
	].map((name) => [name, 'http://localhost/']),
);

type SubWorkflow = (info: IExecuteWorkflowInfo, items: INodeExecutionData[]) => void;

export function surroundings(
	credentialsHelper: ICredentialsHelper,
	workflow: IWorkflowBase,
	called: SubWorkflow,
) {
	const executeWorkflow = async (
		info: IExecuteWorkflowInfo,
		_data: unknown,
		{ inputData }: { inputData?: INodeExecutionData[] },
	): Promise<ExecuteWorkflowData> => {
		called(info, inputData ?? []);
		return { executionId: '2', data: [], waitTill: null };
	};
	return {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('trigger', '1', workflow),
		executionId: '1',
		executeWorkflow,
		currentNodeParameters: undefined,
		...urls,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

export interface Executed {
	readonly run: IRun;
	/** Items of every run of a node, by output. */
	outputs(node: string): readonly (readonly IDataObject[])[][];
	/** What was handed to the workflow itself, to go on in a fresh execution. */
	readonly handedOver: readonly IDataObject[];
	/** What a webhook that waits is answered. */
	readonly response: IN8nHttpFullResponse | null;
}

const jsons = (items: INodeExecutionData[] | null) => (items ?? []).map(({ json }) => json);

/** Runs a workflow file in n8n's own engine, from one of its triggers. */
export async function execute(
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	start: { node: string; items?: IDataObject[] },
	beforeNode: (name: string) => Promise<void> = async () => {},
): Promise<Executed> {
	const nodes = bound(file.nodes);
	const workflow = new Workflow({ ...file, nodes, nodeTypes, active: false });
	const handedOver: IDataObject[] = [];
	const called: SubWorkflow = ({ id }, items) => {
		if (id !== file.id) throw new Error(`called the workflow ${id}`);
		handedOver.push(...items.map(({ json }) => json));
	};
	const startNode = workflow.getNode(start.node);
	if (startNode === null) throw new Error(`no node ${start.node}`);
	const main = [(start.items ?? [{}]).map((json) => ({ json }))];
	const additional = surroundings(credentials, { ...file, nodes }, called);
	let response: IN8nHttpFullResponse | null = null;
	additional.hooks?.addHandler('nodeExecuteBefore', beforeNode);
	additional.hooks?.addHandler('sendResponse', (given) => {
		response = given as IN8nHttpFullResponse;
	});
	const run = await new WorkflowExecute(
		additional,
		'trigger',
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: startNode, data: { main }, source: null }] },
		}),
	).processRunExecutionData(workflow);
	return {
		run,
		handedOver,
		response,
		outputs: (node) =>
			(run.data.resultData.runData[node] ?? []).map(({ data }) => (data?.main ?? []).map(jsons)),
	};
}

/** What one node is run with. Parameters that are left out have their defaults. */
export interface Given {
	readonly parameters?: IDataObject;
	readonly items?: readonly IDataObject[];
	/** A file on each item, in the field `data`. */
	readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
	readonly onError?: INode['onError'];
}

const nodeOf = (name: string, parameters: IDataObject, onError?: INode['onError']): INode => ({
	id: 'node',
	name: 'Node',
	type: name,
	typeVersion: 1,
	position: [0, 0],
	parameters: parameters as INode['parameters'],
	credentials: Object.fromEntries(
		(typeNamed(name).description.credentials ?? []).map((credential) => [
			credential.name,
			{ id: credential.name, name: credential.name },
		]),
	),
	onError,
});

const binaryOf = (file: { name: string; bytes: Buffer } | undefined) =>
	file && {
		data: { data: file.bytes.toString('base64'), mimeType: 'text/csv', fileName: file.name },
	};

/** Runs one node in n8n's own execution context: its outputs, each a list of items. */
export const runNode = async (...of: Parameters<typeof executeNode>) =>
	(await executeNode(...of)).map(jsons);

/** The same, with what n8n keeps beside the JSON of an item. */
export async function executeNode(
	name: string,
	credentials: ICredentialsHelper,
	{ parameters = {}, items = [{}], files = [], onError }: Given,
): Promise<INodeExecutionData[][]> {
	const type = typeNamed(name);
	const node = nodeOf(name, parameters, onError);
	const input = items.map((json, item) => ({
		json,
		binary: binaryOf(files[item]),
		pairedItem: { item },
	}));
	const workflow = new Workflow({ nodes: [node], connections: {}, nodeTypes, active: false });
	const filled = workflow.getNode('Node') ?? node;
	const data = { main: [input] };
	const context = new ExecuteContext(
		workflow,
		filled,
		surroundings(credentials, { nodes: [node] } as IWorkflowBase, () => {}),
		'trigger',
		createRunExecutionData(),
		0,
		input,
		data,
		{ node: filled, data, source: null },
		[],
	);
	return (await type.execute?.call(context)) as INodeExecutionData[][];
}

/** Lets a trigger poll once; `memory` is its static data. Null when there was nothing to start a workflow for. */
export async function pollNode(
	name: string,
	credentials: ICredentialsHelper,
	{ parameters = {}, memory, mode = 'trigger', isAlone = false }: PolledGiven,
): Promise<readonly IDataObject[] | null> {
	const node = nodeOf(name, parameters);
	if (isAlone) delete node.credentials?.orderHubLedgerApi;
	const workflow = new Workflow({ nodes: [node], connections: {}, nodeTypes, active: true });
	const additionalData = surroundings(credentials, { nodes: [node] } as IWorkflowBase, () => {});
	const filled = workflow.getNode('Node') ?? node;
	const context = new PollContext(workflow, filled, additionalData, mode, 'activate');
	context.getWorkflowStaticData = () => memory;
	const outputs = (await typeNamed(name).poll?.call(context)) ?? null;
	return outputs && jsons(outputs[0] ?? []);
}

interface PolledGiven {
	readonly parameters?: IDataObject;
	readonly memory: IDataObject;
	readonly mode?: 'trigger' | 'manual';
	/** Names no ledger. */
	readonly isAlone?: boolean;
}

/** What the editor has when a list is opened. */
interface PickGiven {
	readonly filter?: string;
	readonly parameters?: IDataObject;
	/** Where the list goes on, as the page before said. */
	readonly paginationToken?: string;
}

/** One page of what a picker of the node shows; `method` is a list search or the loader of an options list. */
export async function pickPage(
	name: string,
	credentials: ICredentialsHelper,
	method: string,
	{ filter, parameters = {}, paginationToken }: PickGiven = {},
): Promise<INodeListSearchResult> {
	const type = typeNamed(name);
	const node = nodeOf(name, parameters);
	const workflow = new Workflow({ nodes: [node], connections: {}, nodeTypes, active: false });
	const additionalData = {
		...surroundings(credentials, { nodes: [node] } as IWorkflowBase, () => {}),
		currentNodeParameters: parameters as INode['parameters'],
	};
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	const search = type.methods?.listSearch?.[method];
	if (search) return await search.call(context, filter, paginationToken);
	return { results: (await type.methods?.loadOptions?.[method]?.call(context)) ?? [] };
}

/** The entries of its first page. */
export const pickFrom = async (
	name: string,
	credentials: ICredentialsHelper,
	method: string,
	filter?: string,
	parameters?: IDataObject,
) => (await pickPage(name, credentials, method, { filter, parameters })).results;

/** Sends the test of a credential as n8n's `credentials-tester.service.js` does: a node without more than that request. */
export async function testCredential(
	type: string,
	credentials: ICredentialsHelper,
	{ request }: ICredentialTestRequest,
): Promise<void> {
	const noOp = typeNamed('n8n-nodes-base.noOp');
	const node: INode = {
		...nodeOf('n8n-nodes-base.noOp', { temp: '' }),
		credentials: { [type]: { id: type, name: type } },
	};
	const description = {
		...noOp.description,
		credentials: [{ name: type, required: true }],
		properties: [
			{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
		],
	} as INodeTypeDescription;
	const known = { ...nodeTypes, getByNameAndVersion: () => ({ ...noOp, description }) };
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		nodeTypes: known,
		active: false,
	});
	const data = await credentials.getDecrypted(
		{} as never,
		{ id: type, name: type },
		type,
		'internal',
	);
	const context = new ExecuteContext(
		workflow,
		node,
		surroundings(credentials, { nodes: [node] } as IWorkflowBase, () => {}),
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { id: type, name: type, type, data };
	await new RoutingNode(context, { description } as INodeType, decrypted).runNode();
}
