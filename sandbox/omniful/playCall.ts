import { play } from '../play';
import type { SandboxResponse } from '../wire';
import { type Reply, tooManyRequests } from './answers';
import { type Call, instead } from './calls';
import type { World } from './world';

interface Page {
	readonly data: readonly unknown[];
}

const isPage = (body: unknown): body is Page =>
	typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);

/** A page with one of its rows twice. */
const withTwin = (given: Reply, next: () => number): Reply => {
	const { body } = given;
	if (!isPage(body) || body.data.length === 0) return given;
	const at = Math.floor(next() * body.data.length);
	const data = [...body.data.slice(0, at + 1), ...body.data.slice(at)];
	return { ...given, body: { ...body, data }, records: data.length };
};

/** Quota and faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { kind, client } = call.asked;
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind],
			refused: () => (call.family !== null && world.isFull(call.family) ? tooManyRequests() : null),
			instead,
			expireTokens() {
				if (client !== null) world.tokens.expire(client);
			},
			answer(played) {
				const reply = call.answer();
				return played === 'duplicateRows' ? withTwin(reply, world.faults.random) : reply;
			},
		},
		now,
	);
	const { code, effect, records } = given;
	end({ status, code, fault, effect, records });
	return response;
};
