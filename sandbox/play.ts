import { type Answer, onTheWire } from './answers';
import type { CallFault, FaultPlayer } from './faults';
import type { SandboxResponse } from './wire';

/** Faults on the way back. */
const spoiled: Readonly<Partial<Record<CallFault, (whole: SandboxResponse) => SandboxResponse>>> = {
	dropBefore: (whole) => ({ ...whole, delivery: 'dropped' }),
	dropAfter: (whole) => ({ ...whole, delivery: 'dropped' }),
	torn: (whole) => ({ ...whole, delivery: 'torn' }),
	cutOff: (whole) => ({ ...whole, body: whole.body.slice(0, whole.body.length / 2) }),
};

/** A call that faults may happen to. */
export interface Play<Given extends Answer> {
	/** What a fault may be set for. */
	readonly kinds: readonly string[];
	/** A refusal that comes before any fault, as of a quota. */
	refused(): Given | null;
	/** Faults that answer in the place of the API. */
	readonly instead: Readonly<Partial<Record<CallFault, () => Given>>>;
	/** Ends the caller's tokens. */
	expireTokens(): void;
	answer(fault: CallFault | null): Given | Promise<Given>;
}

/** What became of a call: the answer as it was meant, and as it goes over the wire. */
export interface Played<Given extends Answer> {
	readonly given: Given;
	readonly fault: CallFault | null;
	/** As the log has it: 0 when the call got no answer. */
	readonly status: number;
	readonly response: SandboxResponse;
}

export const play = async <Given extends Answer>(
	faults: Pick<FaultPlayer, 'forCall'>,
	call: Play<Given>,
	now: number,
): Promise<Played<Given>> => {
	const refusal = call.refused();
	const { fault, delayMs } = refusal ? unharmed : faults.forCall(call.kinds);
	if (fault === 'expireTokens') call.expireTokens();
	const made = fault ? call.instead[fault] : undefined;
	const given = refusal ?? (made ? made() : await call.answer(fault));
	const whole = { ...onTheWire(given, now), delayMs };
	const response = (fault && spoiled[fault]?.(whole)) || whole;
	const status = response.delivery === 'dropped' ? 0 : given.status;
	return { given, fault, status, response };
};

const unharmed = { fault: null, delayMs: 0 };
