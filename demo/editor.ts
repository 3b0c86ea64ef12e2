import { answerOf } from './posting';
import { until } from './until';

/** A person signed in to n8n, doing over its REST API what the editor does when they click. */
export interface Editor {
	readonly cookie: string;
	workflows(): Promise<readonly WorkflowRow[]>;
	publish(id: string): Promise<void>;
	unpublish(id: string): Promise<void>;
	/** "Execute workflow" from one trigger; answers the execution's id. */
	run(id: string, trigger: string): Promise<string>;
	execution(id: string): Promise<Execution>;
	/** Runs the workflow and waits until its execution has ended. */
	runToEnd(id: string, trigger: string): Promise<Execution>;
}

export interface WorkflowRow {
	readonly id: string;
	readonly name: string;
	readonly active: boolean;
}

export interface Execution {
	readonly id: string;
	readonly status: string;
	readonly finished: boolean;
	/** n8n's own compressed notation of what every node put out. */
	readonly data: string;
}

export const owner = {
	email: 'owner@order-hub.example',
	firstName: 'Order',
	lastName: 'Hub',
	password: 'Order-hub-1',
};

/** Sets the instance's owner up on a fresh n8n and signs in. */
export async function editorOf(url: string): Promise<Editor> {
	await send(url, 'POST', '/owner/setup', '', owner);
	const { email, password } = owner;
	const { cookie } = await send(url, 'POST', '/login', '', { emailOrLdapLoginId: email, password });

	const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> =>
		(await send<Answer>(url, method, path, cookie, body)).data;
	const execution = (id: string) => ask<Execution>('GET', `/executions/${id}`);
	const run = async (id: string, trigger: string) => {
		const body = { triggerToStartFrom: { name: trigger } };
		return (await ask<{ executionId: string }>('POST', `/workflows/${id}/run`, body)).executionId;
	};

	return {
		cookie,
		workflows: () => ask('GET', '/workflows'),
		async publish(id) {
			const { versionId } = await ask<{ versionId: string }>('GET', `/workflows/${id}`);
			await ask('POST', `/workflows/${id}/activate`, { versionId });
		},
		async unpublish(id) {
			await ask('POST', `/workflows/${id}/deactivate`, {});
		},
		run,
		execution,
		async runToEnd(id, trigger) {
			const started = await run(id, trigger);
			return await until(`execution ${started} of workflow ${id} to end`, async () => {
				const seen = await execution(started);
				return !['new', 'running', 'waiting'].includes(seen.status) && seen;
			});
		},
	};
}

async function send<Answer>(
	url: string,
	method: string,
	path: string,
	cookie: string,
	body?: object,
): Promise<{ data: Answer; cookie: string }> {
	const response = await answerOf(`${url}/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok)
		throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text}`);
	const { data }: { data: Answer } = JSON.parse(text);
	return { data, cookie: response.headers.getSetCookie().map(pairOf).join('; ') };
}

const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
