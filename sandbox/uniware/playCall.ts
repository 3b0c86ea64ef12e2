import { play } from '../play';
import type { SandboxResponse } from '../wire';
import type { Reply } from './answers';
import { type Call, instead } from './calls';
import type { World } from './world';

interface Page {
	readonly elements: readonly unknown[];
}

const isPage = (body: unknown): body is Page =>
	typeof body === 'object' && body !== null && 'elements' in body && Array.isArray(body.elements);

/** A page with one of its rows twice. */
const withTwin = (given: Reply, next: () => number): Reply => {
	const { body } = given;
	if (!isPage(body) || body.elements.length === 0) return given;
	const at = Math.floor(next() * body.elements.length);
	const elements = [...body.elements.slice(0, at + 1), ...body.elements.slice(at)];
	return { ...given, body: { ...body, elements }, records: elements.length };
};

/** Faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { kind, user } = call.asked;
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind],
			refused: () => null,
			instead,
			expireTokens() {
				if (user !== null) world.tokens.expire(user);
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
