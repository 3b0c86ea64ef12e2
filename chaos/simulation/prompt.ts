import dns from 'node:dns/promises';
import { gunzipSync } from 'node:zlib';

/** As the machine's, without its threads. */
class PromptDecompression {
	readonly readable: ReadableStream<Uint8Array>;
	readonly writable: WritableStream<Uint8Array>;

	constructor() {
		const chunks: Uint8Array[] = [];
		const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
			transform: (chunk) => void chunks.push(chunk),
			flush: (out) => out.enqueue(gunzipSync(Buffer.concat(chunks))),
		});
		this.readable = readable;
		this.writable = writable;
	}
}

/** What the machine's threads do, as long as they like, is done at once from now on. All hosts here are addresses. */
export function installPrompt(): void {
	Object.assign(globalThis, { DecompressionStream: PromptDecompression });
	Object.assign(dns, {
		lookup: async (address: string, { all }: { all?: boolean } = {}) => {
			const found = { address, family: 4 };
			return all === true ? [found] : found;
		},
	});
}
