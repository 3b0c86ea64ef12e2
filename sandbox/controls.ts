import { type Answer, answer } from './answers';
import type { SandboxRequest } from './wire';

/** By method and path below `/__sandbox/`: what a JSON body, and the query, make of a sandbox. */
export type Controls<S> = Readonly<
	Record<string, (sandbox: S, body: unknown, query: Readonly<Record<string, string>>) => unknown>
>;

const jsonOf = (body: string): unknown => (body === '' ? {} : JSON.parse(body));

const prefix = '/__sandbox/';

export const isControl = ({ path }: SandboxRequest) => path.startsWith(prefix);

/** Nonsense is refused with 400 and the reason, and changes nothing. */
export const control = <S>(
	controls: Controls<S>,
	sandbox: S,
	{ method, path, query, body }: SandboxRequest,
): Answer => {
	const act = controls[`${method} ${path.slice(prefix.length)}`];
	if (!act) return answer(404, { error: `no control ${method} ${path}` });
	try {
		return answer(200, act(sandbox, jsonOf(body), query) ?? { ok: true });
	} catch (error) {
		return answer(400, { error: error instanceof Error ? error.message : String(error) });
	}
};
