import { z } from 'zod';
import { type Random, random } from './random';

/** At most one of these happens to a call; tried in this order. */
export const callFaults = [
	/** Hangs up before the call had its effect. */
	'dropBefore',
	'rate429',
	'rate500',
	/** A web page with status 200. */
	'html',
	/** The caller's tokens end just before the call. */
	'expireTokens',
	/** Hangs up after the call had its effect. */
	'dropAfter',
	/** Half of the body, as if it were all. */
	'cutOff',
	/** Hangs up after half of the body. */
	'torn',
	/** A row twice in one page. */
	'duplicateRows',
] as const;

export type CallFault = (typeof callFaults)[number];

const chance = z.number().min(0).max(1).optional();

/** What goes wrong and how often, from a seed. Numbers without a unit are chances from 0 to 1. */
export const faultSettings = z.strictObject({
	seed: z.number().int().optional(),
	/** Every answer is held back this long. */
	latencyMs: z.number().min(0).optional(),
	dropBefore: chance,
	rate429: chance,
	rate500: chance,
	html: chance,
	expireTokens: chance,
	dropAfter: chance,
	cutOff: chance,
	torn: chance,
	duplicateRows: chance,
	/**
	 * Per change of an order: it shows up to `lateMs` later (5 minutes when left out) and no sooner than after `lateLeastMs`, under
	 * its true `updatedAt`.
	 */
	lateRows: chance,
	lateMs: z.number().min(0).optional(),
	lateLeastMs: z.number().min(0).optional(),
	/** Only calls of this kind, or of one of these: `token`, or a root field such as `listOrder`. Late rows do not care. */
	only: z.union([z.string(), z.array(z.string())]).optional(),
	/** All of it ends after this many calls. */
	forTheNext: z.number().int().min(0).optional(),
});

export type Faults = Readonly<z.infer<typeof faultSettings>>;

const fiveMinutes = 300_000;

/** Plays the faults that are set: the same seed and the same calls give the same mishaps. */
export const faultPlayer = <Settings extends Faults = Faults>() => {
	let settings: Partial<Settings> = {};
	let next: Random = random(1);
	let left = Number.POSITIVE_INFINITY;
	const set = (faults: Partial<Settings>) => {
		settings = faults;
		next = random(faults.seed ?? 1);
		left = faults.forTheNext ?? Number.POSITIVE_INFINITY;
	};
	return {
		set,
		random: () => next(),
		/** Whether a mishap of this chance happens, beside the one that a call may have. */
		happens: (name: keyof Settings) => next() < Number(settings[name] ?? 0),
		/** What happens to a call of these kinds. */
		forCall(kinds: readonly string[]): {
			readonly fault: CallFault | null;
			readonly delayMs: number;
		} {
			if (left <= 0) set({});
			const { only } = settings;
			if (only && ![only].flat().some((kind) => kinds.includes(kind)))
				return { fault: null, delayMs: 0 };
			left -= 1;
			const fault = callFaults.find((name) => next() < (settings[name] ?? 0)) ?? null;
			return { fault, delayMs: settings.latencyMs ?? 0 };
		},
		/** How long the next change stays out of sight. */
		lateness() {
			if (next() >= (settings.lateRows ?? 0)) return 0;
			const { lateMs = fiveMinutes, lateLeastMs = 0 } = settings;
			return lateLeastMs + Math.ceil(next() * (lateMs - lateLeastMs));
		},
	};
};

export type FaultPlayer = ReturnType<typeof faultPlayer>;
