import type { Reply } from './answers';

interface Stored {
	readonly request: string;
	readonly reply: Reply;
	readonly until: number;
}

const dayMs = 86_400_000;

/** What was answered under each key, for a day. Failures of the gateway itself are not kept: a guess. */
export const answersByKey = (now: () => number) => {
	const stored = new Map<string, Stored>();
	return {
		find(key: string): Stored | null {
			const found = stored.get(key);
			return found && found.until > now() ? found : null;
		},
		keep(key: string, request: string, reply: Reply) {
			if (reply.status < 500) stored.set(key, { request, reply, until: now() + dayMs });
		},
	};
};

export type AnswersByKey = ReturnType<typeof answersByKey>;
