import { type Answer, answer } from '../answers';
import type { CallFault } from '../faults';
import { play } from '../play';
import type { SandboxResponse } from '../wire';
import { banned, tooManyRequests, webPage } from './answers';
import type { Call } from './calls';
import type { World } from './world';

/** Faults that answer in the place of the API. */
const instead: Readonly<Partial<Record<CallFault, () => Answer>>> = {
	dropBefore: () => answer(0, null),
	rate429: () => tooManyRequests(1000),
	rate500: () => webPage(500),
	html: () => webPage(200),
};

const refusalOf = (world: World, client: string | null): Answer | null => {
	if (world.penalties?.isBanned()) return banned();
	const waitMs = world.takeQuota(client ?? 'stranger');
	if (waitMs === 0) return null;
	world.overQuota += 1;
	return tooManyRequests(waitMs);
};

/** Quota, ban and faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const { kind, client, fields } = call.asked;
	const end = world.log.begin(call.asked);
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind, ...fields],
			refused: () => refusalOf(world, client),
			instead,
			expireTokens() {
				if (client) world.tokens.expire(client);
			},
			answer: call.answer,
		},
		now,
	);
	world.penalties?.count(given.status !== 200 || given.code !== null);
	end({
		status,
		code: given.code,
		fault,
		page: call.listed?.page ?? null,
		records: call.listed?.data.length ?? null,
	});
	return response;
};
