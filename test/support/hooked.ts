import './n8nFolder';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { WorkflowExecute } from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ICredentialsHelper,
	IDataObject,
	INodeParameters,
	INodeExecutionData,
	IRun,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { bound, surroundings } from './engine';
import { nodeTypes } from './nodeTypes';

const fromN8n = createRequire(require.resolve('n8n/package.json'));
const express = fromN8n('express');
const { WebhookService } = fromN8n('./dist/webhooks/webhook.service.js');
const { parseBody, rawBodyReader } = fromN8n('./dist/middlewares/body-parser.js');

/** An execution that a webhook started. */
export interface Received {
	readonly items: readonly IDataObject[];
	/** Undefined while it runs. */
	run?: IRun;
}

export interface Hooked {
	/** Where n8n lets the first webhook of the workflow be called. */
	readonly url: string;
	readonly executions: readonly Received[];
	/** What the node threw: n8n answers with status 500 then. */
	readonly faults: readonly unknown[];
	/** Publishes it again, as n8n does when it starts, or with other parameters of the node behind the webhook. */
	republish(parameters?: INodeParameters): Promise<void>;
	unpublish(): Promise<void>;
	close(): Promise<void>;
}

/** What express makes of a request and its answer, as far as it is used here. */
interface Asked extends IncomingMessage {
	readonly path: string;
}

interface Answering {
	status(code: number): Answering;
	json(body: object): void;
	end(): void;
}

type Gate = (items: readonly IDataObject[]) => Promise<unknown>;

/**
 * Publishes a workflow with a webhook, on a real socket: n8n's own reading of bodies, its own life cycle of webhooks and its
 * contexts. What comes after is told as its `webhook-helpers.js` does it: the answer of the node, and the execution.
 */
export async function hook(
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	gate: Gate = async () => undefined,
): Promise<Hooked> {
	const nodes = bound(file.nodes);
	const workflow = new Workflow({ ...file, nodes, nodeTypes, active: true });
	const executions: Received[] = [];
	const faults: unknown[] = [];
	const quiet = { error: () => {}, debug: () => {} };
	const service = new WebhookService(quiet, {}, {}, nodeTypes);
	let base = '';
	const additional = (more: object = {}) =>
		({
			...surroundings(credentials, { ...file, nodes }, () => {}),
			webhookBaseUrl: `${base}/webhook`,
			webhookTestBaseUrl: `${base}/webhook-test`,
			...more,
		}) as IWorkflowExecuteAdditionalData;
	const webhooksOf = (data: IWorkflowExecuteAdditionalData): readonly IWebhookData[] =>
		Object.values(workflow.nodes).flatMap((node) => service.getNodeWebhooks(workflow, node, data));

	async function start(name: string, items: INodeExecutionData[][]): Promise<void> {
		const node = workflow.getNode(name);
		if (node === null) throw new Error(`no node ${name}`);
		const received: Received = { items: (items[0] ?? []).map(({ json }) => json) };
		executions.push(received);
		await gate(received.items);
		const stack = [{ node, data: { main: items }, source: null }];
		received.run = await new WorkflowExecute(
			additional(),
			'webhook',
			createRunExecutionData({ executionData: { nodeExecutionStack: stack } }),
		).processRunExecutionData(workflow);
	}

	const app = express();
	app.use(rawBodyReader);
	app.use(async (request: Asked, response: Answering) => {
		const data = additional({ httpRequest: request, httpResponse: response });
		const asked = webhooksOf(data).find(
			({ path, httpMethod }) =>
				request.path === `/webhook/${path}` && request.method === httpMethod,
		);
		if (asked === undefined) return response.status(404).end();
		const [parsed] = await Promise.allSettled([parseBody(request)]);
		if (parsed.status === 'rejected') return response.status(422).end();
		const node = workflow.getNode(asked.node);
		const answering: Promise<IWebhookResponseData> = service.runWebhook(
			...[workflow, asked, node, data, 'webhook', null],
		);
		const [ended] = await Promise.allSettled([answering]);
		if (ended.status === 'rejected') {
			faults.push(ended.reason);
			return response.status(500).end();
		}
		const { noWebhookResponse, workflowData } = ended.value;
		if (workflowData !== undefined) void start(asked.node, workflowData);
		if (noWebhookResponse !== true) response.status(200).json({ message: 'started' });
	});
	const server = createServer(app).listen(0, '127.0.0.1');
	await once(server, 'listening');
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const each = async (work: (webhook: IWebhookData) => Promise<unknown>) => {
		for (const webhook of webhooksOf(additional())) await work(webhook);
	};
	const republish = async (parameters?: INodeParameters) => {
		for (const { node } of parameters === undefined ? [] : webhooksOf(additional())) {
			Object.assign(workflow.getNode(node)?.parameters ?? {}, parameters);
		}
		await each((webhook) =>
			service.createWebhookIfNotExists(workflow, webhook, 'trigger', 'activate'),
		);
	};
	const close = async () => {
		server.close();
		server.closeAllConnections();
		await once(server, 'close');
	};
	const [first] = await Promise.allSettled([republish()]);
	if (first.status === 'rejected') {
		// Whoever asked has nothing to close.
		await close();
		throw first.reason;
	}
	return {
		url: `${base}/webhook/${webhooksOf(additional())[0]?.path}`,
		executions,
		faults,
		republish,
		unpublish: () =>
			each((webhook) => service.deleteWebhook(workflow, webhook, 'internal', 'update')),
		close,
	};
}
