import type { Faults } from '../sandbox/faults';
import type { Kind } from './syncs';
import { unkept } from './unkept';

/** A call in the log of a sandbox. */
export interface LoggedCall {
	readonly seq: number;
	/** Epoch ms of the machine's clock. */
	readonly wallAt: number;
}

/** What every pretend channel does when the story wants it. */
export interface DemoShop {
	/** The call by which each kind of sync that is to be met in flight is recognised. */
	readonly callOf: Readonly<Partial<Record<Kind, string>>>;
	/** Whether a call of this name has reached the channel since then, by the machine's clock. */
	hasMet(name: string, since: number): Promise<boolean>;
	/** The number of the latest call that reached the channel. */
	lastCall(): Promise<number>;
}

/** The control calls that all sandboxes have. */
export function controlsAt<Call extends LoggedCall, State>(sandbox: string) {
	const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
		const response = await fetch(`${sandbox}/__sandbox/${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...unkept },
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`the sandbox answered ${response.status} to ${path}: ${text}`);
		return JSON.parse(text || 'null');
	};
	const calls = (since = 0) => ask<readonly Call[]>('GET', `calls?since=${since}`);
	return {
		ask,
		calls,
		lastCall: async () => (await calls()).at(-1)?.seq ?? 0,
		hasCall: async (since: number, is: (call: Call) => boolean) =>
			(await calls()).some((call) => call.wallAt >= since && is(call)),
		state: () => ask<State>('GET', 'state'),
		faults: (faults: Faults) => ask<void>('POST', 'faults', faults),
		expireTokens: () => ask<void>('POST', 'expire-tokens', {}),
		now: async () => (await ask<{ now: number }>('GET', 'clock')).now,
		letPass: (minutes: number) => ask<void>('POST', 'clock', { advanceMs: minutes * 60_000 }),
	};
}
