import type { CallFault } from '../faults';
import { play } from '../play';
import type { SandboxResponse } from '../wire';
import { type Reply, plain, tooManyRequests, webPage } from './answers';
import type { Call } from './calls';
import type { World } from './world';

/** Faults that answer in the place of the API. */
const instead: Readonly<Partial<Record<CallFault, () => Reply>>> = {
	dropBefore: () => plain(0, null),
	rate429: () => tooManyRequests(1),
	rate500: () => webPage(500),
	html: () => webPage(200),
};

/** Faults around a call, and its line in the log. The bucket is inside: it answers with status 200. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const { kind, fields } = call.asked;
	const end = world.log.begin(call.asked);
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind, ...fields],
			refused: () => null,
			instead,
			expireTokens: () => world.tokens.expire(),
			answer: call.answer,
		},
		now,
	);
	const { code, userErrors, requestedCost, actualCost, records } = given;
	end({ status, code, fault, userErrors, requestedCost, actualCost, records });
	return response;
};
