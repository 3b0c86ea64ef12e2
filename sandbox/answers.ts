import type { SandboxResponse } from './wire';

/** An answer before the wire: `code` is that of its first error. */
export interface Answer {
	readonly status: number;
	/** A text is a web page, bytes are a file, undefined is nothing at all; all else is JSON. */
	readonly body: unknown;
	readonly code: string | null;
	readonly headers?: Readonly<Record<string, string>>;
}

export const answer = (status: number, body: unknown, code: string | null = null): Answer => ({
	status,
	body,
	code,
});

type Content = Pick<SandboxResponse, 'headers' | 'body'>;

const contentOf = (body: unknown): Content => {
	if (body === undefined) return { headers: {}, body: '' };
	if (body instanceof Uint8Array) return { headers: {}, body };
	return typeof body === 'string'
		? { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
		: {
				headers: { 'content-type': 'application/json; charset=utf-8' },
				body: JSON.stringify(body),
			};
};

export const onTheWire = (given: Answer, now: number): SandboxResponse => {
	const { headers, body } = contentOf(given.body);
	return {
		status: given.status,
		headers: { ...headers, date: new Date(now).toUTCString(), ...given.headers },
		body,
		delivery: 'whole',
		delayMs: 0,
	};
};
