import './n8nFolder';
import { createRequire } from 'node:module';
import { ActiveWorkflowTriggers, TriggerContext, WorkflowExecute } from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ExecutionStatus,
	ICredentialsHelper,
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	IWorkflowBase,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { bound, surroundings } from './engine';
import { nodeTypes } from './nodeTypes';

const fromCore = createRequire(require.resolve('n8n-core/package.json'));
const { Container } = fromCore('@n8n/di') as { Container: { get<T>(type: unknown): T } };

/** An execution that a trigger started. */
export interface Started {
	readonly items: readonly IDataObject[];
	/** Undefined while it runs, and where it could not begin. */
	run?: IRun;
}

export interface Published {
	readonly executions: readonly Started[];
	/** What n8n shows as failed executions of the trigger itself. */
	readonly faults: readonly Error[];
	unpublish(): Promise<void>;
}

/** What stands in front of every execution: it may be late, never begin, or end in the status that the gate answers. */
type Gate = (items: readonly IDataObject[]) => Promise<ExecutionStatus | undefined>;

const stackOf = (node: INode, data: INodeExecutionData[][]) =>
	createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: data }, source: null }] },
	});

/**
 * Publishes a workflow with n8n's own registry of triggers. What they emit runs in n8n's engine, and its end is told as
 * n8n tells it (`trigger-execution-context.factory.js`): the run as it ended, nothing or an error where it never began.
 */
export async function publish(
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	gate: Gate = async () => undefined,
): Promise<Published> {
	const nodes = bound(file.nodes);
	const workflow = new Workflow({ ...file, nodes, nodeTypes, active: true });
	const executions: Started[] = [];
	const faults: Error[] = [];
	const additional = () => surroundings(credentials, { ...file, nodes }, () => {});

	async function run(node: INode, data: INodeExecutionData[][]): Promise<IRun> {
		const started: Started = { items: (data[0] ?? []).map(({ json }) => json) };
		executions.push(started);
		const status = await gate(started.items);
		const ended = await new WorkflowExecute(
			additional(),
			'trigger',
			stackOf(node, data),
		).processRunExecutionData(workflow);
		return (started.run = { ...ended, status: status ?? ended.status });
	}

	const registry = Container.get<ActiveWorkflowTriggers>(ActiveWorkflowTriggers);
	await registry.addAllTriggers(
		file.id,
		workflow,
		additional(),
		'trigger',
		'activate',
		(of, node, additionalData, mode: WorkflowExecuteMode, activation) =>
			new TriggerContext(
				of,
				node,
				additionalData,
				mode,
				activation,
				(data, _response, done) => void run(node, data).then(done?.resolve, done?.reject),
				(error) => faults.push(error),
				(error) => faults.push(error),
			),
		() => {
			throw new Error('nothing here polls');
		},
	);
	return { executions, faults, unpublish: async () => void (await registry.remove(file.id)) };
}

/** Tries a trigger by hand, as the editor does: what it shows. */
export async function tryTrigger(
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	trigger: string,
): Promise<IRun> {
	const nodes = bound(file.nodes);
	const workflow = new Workflow({ ...file, nodes, nodeTypes, active: false });
	const node = workflow.getNode(trigger);
	if (node === null) throw new Error(`no node ${trigger}`);
	const additional = surroundings(credentials, { ...file, nodes }, () => {});
	return await new WorkflowExecute(
		additional,
		'manual',
		stackOf(node, [[{ json: {} }]]),
	).processRunExecutionData(workflow);
}

/** Waits until what the trigger does in the background has come true. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
	for (let looks = 0; !(await isTrue()); looks++) {
		if (looks > 1500) throw new Error(`it never came true that ${String(isTrue)}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
