import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Heard {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

/** Who is called back: answers with these statuses, then with 200, and keeps what it heard. */
export const listener = async (statuses: readonly number[] = []) => {
	const heard: Heard[] = [];
	const server = createServer((incoming, outgoing) => {
		void text(incoming).then((body) => {
			heard.push({ headers: incoming.headers, body });
			outgoing.writeHead(statuses[heard.length - 1] ?? 200).end();
			server.emit('heard');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		heard,
		/** Waits until so many calls have come. */
		async hears(count: number) {
			while (heard.length < count) await once(server, 'heard');
			return heard.slice(0, count);
		},
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
};

export type Listener = Awaited<ReturnType<typeof listener>>;
