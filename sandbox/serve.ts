import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Sandbox, SandboxRequest, SandboxResponse } from './wire';

export interface Served {
	readonly url: string;
	close(): Promise<void>;
}

/** A name that comes twice has both values. */
const queryOf = (given: URLSearchParams) =>
	Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name).join()]));

const requestOf = async (incoming: IncomingMessage): Promise<SandboxRequest> => {
	const { pathname, search, searchParams } = new URL(incoming.url ?? '/', 'http://sandbox');
	const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
	const bytes = await buffer(incoming);
	return {
		method: incoming.method ?? 'GET',
		path: pathname,
		query: queryOf(searchParams),
		search,
		headers: Object.fromEntries(headers),
		body: bytes.toString('utf8'),
		bytes,
	};
};

const send = ({ status, headers, body, delivery }: SandboxResponse, outgoing: ServerResponse) => {
	const bytes = Buffer.from(body);
	if (delivery === 'dropped') return outgoing.destroy();
	// RFC 9110 8.6: an answer without content has no length either.
	const length = status === 204 ? {} : { 'content-length': bytes.length };
	outgoing.writeHead(status, { ...headers, ...length });
	if (delivery === 'whole') return outgoing.end(bytes);
	return outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
};

/** Puts a sandbox on a local port, a free one when none is named. */
export const serve = async (sandbox: Sandbox, port = 0): Promise<Served> => {
	const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
		const response = await sandbox.handle(await requestOf(incoming));
		setTimeout(() => send(response, outgoing), response.delayMs);
	};
	const server = createServer((incoming, outgoing) => {
		// A client that dies while it asks must not take the server along.
		answer(incoming, outgoing).catch(() => outgoing.destroy());
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const opened = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://127.0.0.1:${opened}`,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
};
