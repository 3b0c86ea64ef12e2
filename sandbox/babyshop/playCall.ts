import { play } from '../play';
import type { SandboxResponse } from '../wire';
import { type Reply, refusalReply } from './answers';
import { type Call, instead } from './calls';
import type { Mishap } from './mishaps';
import { generic, overQuota } from './refused';
import type { World } from './world';

type Envelope = Readonly<Record<string, unknown>>;

const isEnvelope = (body: unknown): body is Envelope =>
	typeof body === 'object' && body !== null && 'responseCode' in body;

/** A page with one of its rows twice. */
const withTwin = (given: Reply, next: () => number): Reply => {
	if (!isEnvelope(given.body)) return given;
	const [name, rows] = Object.entries(given.body).find(([, value]) => Array.isArray(value)) ?? [];
	if (!name || !Array.isArray(rows) || rows.length === 0) return given;
	const at = Math.floor(next() * rows.length);
	const twins = [...rows.slice(0, at + 1), ...rows.slice(at)];
	return { ...given, body: { ...given.body, [name]: twins }, records: twins.length };
};

/** As some tenants may have it (reference/babyshop-vinculum.md 3). */
const dressed = ({ options }: World, given: Reply): Reply => {
	if (!isEnvelope(given.body)) return given;
	const { responseCode } = given.body;
	const body = options.textCodes
		? { ...given.body, responseCode: String(responseCode) }
		: given.body;
	const isWrapped = options.arrayEnvelopes && given.records !== null;
	return { ...given, body: isWrapped ? [body] : body };
};

const without = (given: Reply): Reply => ({ ...refusalReply(generic()), effect: given.effect });

/** Quota and faults around a call, and its line in the log. */
export const playCall = async (world: World, call: Call, now: number): Promise<SandboxResponse> => {
	const end = world.log.begin(call.asked);
	const { kind, seller } = call.asked;
	let mishap: Mishap | null = null;
	const made = async (): Promise<Reply> => {
		mishap = world.mishaps.forCall(kind);
		if (mishap === 'code13') return refusalReply(overQuota());
		const given = await call.answer();
		if (mishap !== 'code9AfterEffect') return given;
		if (given.effect !== null) return without(given);
		mishap = null;
		return given;
	};
	const { given, fault, status, response } = await play(
		world.faults,
		{
			kinds: [kind],
			refused() {
				const refusal = call.refused();
				return refusal && dressed(world, refusal);
			},
			instead,
			expireTokens: () => world.keys.expire({ ...(seller !== null && { username: seller }) }),
			async answer(played) {
				const reply = await made();
				return dressed(
					world,
					played === 'duplicateRows' ? withTwin(reply, world.faults.random) : reply,
				);
			},
		},
		now,
	);
	const { responseCode, effect, records } = given;
	end({ status, responseCode, fault: fault ?? mishap, effect, records });
	return response;
};
