/** One request as it came over the wire. Header names in lower case; `path` without the query. */
export interface SandboxRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** The query as it came, for names that come twice. */
	readonly search?: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** The body as it came, for files. */
	readonly bytes?: Uint8Array;
}

/** `whole` answers; `dropped` hangs up without a byte; `torn` hangs up in the middle of the body. */
export type Delivery = 'whole' | 'dropped' | 'torn';

export interface SandboxResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Uint8Array;
	readonly delivery: Delivery;
	/** How long the answer is held back. */
	readonly delayMs: number;
}

/** A pretend server without a socket. */
export interface Sandbox {
	handle(request: SandboxRequest): Promise<SandboxResponse>;
}

/** A control call that makes no sense, in words. */
export class SandboxRefusal extends Error {}
