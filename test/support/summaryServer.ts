import './n8nFolder';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type { ICredentialsHelper } from 'n8n-workflow';
import { execute } from './engine';
import { templateOf } from './templates';

const { getHtmlSandboxCSP } = createRequire(__filename)('n8n-core/dist/html-sandbox.js') as {
	getHtmlSandboxCSP(): string;
};

const template = templateOf('hub/channel-summary');

export interface SummaryServer {
	readonly url: string;
	close(): Promise<void>;
}

export interface Login {
	readonly username: string;
	readonly password: string;
}

/**
 * The template behind a port, as n8n answers it: asks for name and password, reads query and form, runs the workflow in n8n's
 * engine and sends what Respond to Webhook says, with n8n's own sandbox around it.
 */
export async function serveSummary(
	credentials: ICredentialsHelper,
	logins: readonly Login[],
): Promise<SummaryServer> {
	const allowed = logins.map(
		({ username, password }) =>
			`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
	);
	const server = createServer(async (request, response) => {
		const { headers, url = '/' } = request;
		if (!allowed.includes(headers.authorization ?? '')) {
			response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Webhook"' }).end();
			return;
		}
		const { searchParams } = new URL(url, 'http://n8n');
		const item = {
			headers: { ...headers },
			query: Object.fromEntries(searchParams),
			body: Object.fromEntries(new URLSearchParams(await textOf(request))),
		};
		const done = await execute(template, credentials, {
			node: 'Open Channel Summary',
			items: [item],
		});
		const { statusCode = 500, headers: told = {}, body } = done.response ?? {};
		response.writeHead(statusCode, {
			...(told as Record<string, string>),
			'Content-Security-Policy': getHtmlSandboxCSP(),
		});
		response.end(typeof body === 'string' ? body : JSON.stringify(done.run.data.resultData.error));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook/channel-summary`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text;
}
