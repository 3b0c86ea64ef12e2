import { play } from '../play';
import type { SandboxResponse } from '../wire';
import type { Reply } from './answers';
import { type Call, insteadOf } from './calls';
import { Refused } from './refused';
import type { World } from './world';

const lists = ['orders', 'products'];

/** A page with one of its rows twice. */
const withTwin = (given: Reply, next: () => number): Reply => {
	const body: Readonly<Record<string, unknown>> = Object(given.body);
	const name = lists.find((one) => Array.isArray(body[one]));
	const rows = [name === undefined ? [] : body[name]].flat();
	if (name === undefined || rows.length === 0) return given;
	const at = Math.floor(next() * rows.length);
	const twice = [...rows.slice(0, at + 1), ...rows.slice(at)];
	return { ...given, body: { ...body, [name]: twice }, records: twice.length };
};

const down = () =>
	new Refused(503, 'UPSTREAM_UNAVAILABLE', 'Marketplace not reachable', {
		isRetryable: true,
		retryAfterMs: 2000,
	});

/** Quota and faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { kind, seller } = call.asked;
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind],
			refused: call.refused,
			instead: insteadOf(call),
			expireTokens() {
				if (seller !== null) world.tokens.expire(seller);
			},
			answer(played) {
				if (world.faults.happens('down503')) return call.refusal(down());
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
