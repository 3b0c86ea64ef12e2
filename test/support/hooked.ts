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
	readonly headersSent: boolean;
	status(code: number): Answering;
	json(body: object): void;
	end(): void;
}

type Gate = (items: readonly IDataObject[]) => Promise<unknown>;

/** The workflow as n8n has it once it is published. */
interface Hosted {
	readonly workflow: Workflow;
	readonly webhooks: readonly IWebhookData[];
	additional(more?: object): IWorkflowExecuteAdditionalData;
}

const service = new WebhookService({ error: () => {}, debug: () => {} }, {}, {}, nodeTypes);

function hosted(file: IWorkflowBase, credentials: ICredentialsHelper, base: string): Hosted {
	const nodes = bound(file.nodes);
	const workflow = new Workflow({ ...file, nodes, nodeTypes, active: true });
	const additional = (more: object = {}) =>
		({
			...surroundings(credentials, { ...file, nodes }, () => {}),
			webhookBaseUrl: `${base}/webhook`,
			webhookTestBaseUrl: `${base}/webhook-test`,
			...more,
		}) as IWorkflowExecuteAdditionalData;
	const webhooks = Object.values(workflow.nodes).flatMap((node): readonly IWebhookData[] =>
		service.getNodeWebhooks(workflow, node, additional()),
	);
	return { workflow, webhooks, additional };
}

type Start = (name: string, items: INodeExecutionData[][]) => Promise<void>;

/** What a webhook hands over runs in n8n's engine. */
const starting =
	({ workflow, additional }: Hosted, executions: Received[], gate: Gate): Start =>
	async (name, items) => {
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
	};

/** As `webhook-helpers.js` does it: the body, the node, its answer, and the execution. */
const answering =
	({ workflow, webhooks, additional }: Hosted, start: Start, faults: unknown[]) =>
	async (request: Asked, response: Answering): Promise<void> => {
		const asked = webhooks.find(
			({ path, httpMethod }) =>
				request.path === `/webhook/${path}` && request.method === httpMethod,
		);
		const node = workflow.getNode(asked?.node ?? '');
		if (asked === undefined || node === null) return response.status(404).end();
		const [parsed] = await Promise.allSettled([parseBody(request)]);
		if (parsed.status === 'rejected') return response.status(422).end();
		const data = additional({ httpRequest: request, httpResponse: response });
		const running: Promise<IWebhookResponseData> = service.runWebhook(
			...[workflow, asked, node, data, 'webhook', null],
		);
		const [ended] = await Promise.allSettled([running]);
		if (ended.status === 'rejected') {
			faults.push(ended.reason);
			return response.status(500).end();
		}
		const { noWebhookResponse, workflowData } = ended.value;
		if (workflowData !== undefined) void start(asked.node, workflowData);
		if (noWebhookResponse === true) return;
		// n8n would answer as well, but only once the execution has begun.
		if (response.headersSent) faults.push(new Error('The node has answered and does not say so.'));
		else response.status(200).json({ message: 'started' });
	};

/** A server on a free port, which answers once it is told how. */
async function listening() {
	let answer = async (_request: Asked, response: Answering) => response.status(503).end();
	const app = express();
	app.use(rawBodyReader);
	app.use(async (request: Asked, response: Answering) => await answer(request, response));
	const server = createServer(app).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		answerBy(how: typeof answer) {
			answer = how;
		},
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/**
 * Publishes a workflow with a webhook, on a real socket: n8n's own reading of bodies, its own life cycle of webhooks and its
 * contexts.
 */
export async function hook(
	file: IWorkflowBase,
	credentials: ICredentialsHelper,
	gate: Gate = async () => undefined,
): Promise<Hooked> {
	const { base, answerBy, close } = await listening();
	const host = hosted(file, credentials, base);
	const { workflow, webhooks } = host;
	const executions: Received[] = [];
	const faults: unknown[] = [];
	answerBy(answering(host, starting(host, executions, gate), faults));
	const republish = async (parameters: INodeParameters = {}) => {
		for (const webhook of webhooks) {
			Object.assign(workflow.getNode(webhook.node)?.parameters ?? {}, parameters);
			await service.createWebhookIfNotExists(workflow, webhook, 'trigger', 'activate');
		}
	};
	const [first] = await Promise.allSettled([republish()]);
	if (first.status === 'rejected') {
		// Whoever asked has nothing to close.
		await close();
		throw first.reason;
	}
	return {
		...{ url: `${base}/webhook/${webhooks[0]?.path}`, executions, faults, republish, close },
		async unpublish() {
			for (const webhook of webhooks) {
				await service.deleteWebhook(workflow, webhook, 'internal', 'update');
			}
		},
	};
}
