import { play } from '../play';
import type { SandboxResponse } from '../wire';
import type { Reply } from './answers';
import type { Call } from './calls';
import type { World } from './world';

const isList = (body: unknown): body is { readonly shipments: readonly unknown[] } =>
	typeof body === 'object' && body !== null && 'shipments' in body && Array.isArray(body.shipments);

/** A page with one of its rows twice. */
const withTwin = (given: Reply, next: () => number): Reply => {
	if (!isList(given.body) || given.body.shipments.length === 0) return given;
	const { shipments } = given.body;
	const at = Math.floor(next() * shipments.length);
	const twins = [...shipments.slice(0, at + 1), ...shipments.slice(at)];
	return { ...given, body: { ...given.body, shipments: twins }, records: twins.length };
};

/** Quota and faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [call.asked.kind],
			refused: call.refused,
			instead: call.instead,
			expireTokens: () => world.lwa.access.expire(),
			answer: async (played) => {
				const made = await call.answer();
				return played === 'duplicateRows' ? withTwin(made, world.faults.random) : made;
			},
		},
		now,
	);
	const { code, effect, records } = given;
	end({ status, code, fault, effect, records });
	return response;
};
