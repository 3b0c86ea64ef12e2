import type { CallFault } from '../faults';
import type { SandboxResponse } from '../wire';
import { type Answer, answer, banned, onTheWire, tooManyRequests, webPage } from './answers';
import type { Call } from './calls';
import type { World } from './world';

/** Faults that answer in the place of the API. */
const instead: Readonly<Partial<Record<CallFault, () => Answer>>> = {
	dropBefore: () => answer(0, null),
	rate429: () => tooManyRequests(1000),
	rate500: () => webPage(500),
	html: () => webPage(200),
};

/** Faults on the way back. */
const spoiled: Readonly<Partial<Record<CallFault, (whole: SandboxResponse) => SandboxResponse>>> = {
	dropBefore: (whole) => ({ ...whole, delivery: 'dropped' }),
	dropAfter: (whole) => ({ ...whole, delivery: 'dropped' }),
	torn: (whole) => ({ ...whole, delivery: 'torn' }),
	cutOff: (whole) => ({ ...whole, body: whole.body.slice(0, whole.body.length / 2) }),
};

interface Played {
	readonly answer: Answer;
	readonly fault: CallFault | null;
	readonly delayMs: number;
}

const unharmed = (given: Answer): Played => ({ answer: given, fault: null, delayMs: 0 });

const played = async (world: World, call: Call): Promise<Played> => {
	const { kind, client, fields } = call.asked;
	if (world.penalties?.isBanned()) return unharmed(banned());
	const waitMs = world.takeQuota(client ?? 'stranger');
	if (waitMs > 0) {
		world.overQuota += 1;
		return unharmed(tooManyRequests(waitMs));
	}
	const { fault, delayMs } = world.faults.forCall([kind, ...fields]);
	if (fault === 'expireTokens' && client) world.tokens.expire(client);
	const made = fault ? instead[fault] : undefined;
	return { answer: made ? made() : await call.answer(fault), fault, delayMs };
};

/** Quota, ban and faults around a call, and its line in the log. A call that got no answer has status 0 there. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { answer: given, fault, delayMs } = await played(world, call);
	world.penalties?.count(given.status !== 200 || given.code !== null);
	const whole = { ...onTheWire(given, now), delayMs };
	const response = (fault && spoiled[fault]?.(whole)) || whole;
	end({
		status: response.delivery === 'dropped' ? 0 : given.status,
		code: given.code,
		fault,
		page: call.listed?.page ?? null,
		records: call.listed?.data.length ?? null,
	});
	return response;
};
