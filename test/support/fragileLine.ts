import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export interface FragileLine {
	readonly port: number;
	/** Breaks once: before the words go out, or when the answer to them comes. */
	breakAt(words: string, when: 'before' | 'after'): void;
	close(): Promise<void>;
}

/** A line to a server of this machine that can be made to break. */
export async function fragileLine(to: number): Promise<FragileLine> {
	let weak: { words: string; when: 'before' | 'after' } | null = null;
	const server = createServer((near) => {
		const far = connect(to, '127.0.0.1');
		let isLast = false;
		const cut = () => [near, far].forEach((end) => end.destroy());
		near.on('data', (bytes) => {
			const meets = weak !== null && bytes.includes(weak.words);
			if (meets && weak?.when === 'before') cut();
			else far.write(bytes);
			isLast ||= meets;
			if (meets) weak = null;
		});
		far.on('data', (bytes) => (isLast ? cut() : near.write(bytes)));
		for (const end of [near, far]) end.on('error', cut).on('close', cut);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		breakAt: (words, when) => void (weak = { words, when }),
		close: async () => void server.close(),
	};
}
