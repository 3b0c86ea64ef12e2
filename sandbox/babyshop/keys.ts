import { createHash } from 'node:crypto';
import { type TokenKind, tokens } from '../tokens';
import type { BabyshopExpiry } from './types';

/** Ten years (reference/babyshop-vinculum.md 4). */
const lifetimeMs = 10 * 365 * 86_400_000;

/** As in the published sample: base64 of `<username>~<hash>` (reference/babyshop-vinculum.md 3). */
const kindOf = (seed: number): TokenKind => ({
	lifetimeMs,
	textOf(owner, number, endsAt) {
		const hash = createHash('sha256').update(`${seed} ${owner} ${number} ${endsAt}`).digest('hex');
		return Buffer.from(`${owner}~${hash.slice(0, 40)}`).toString('base64');
	},
});

/** One key per seller, the same at every sign-in until it has ended (reference/babyshop-vinculum.md 4). */
export const keys = (now: () => number, seed: number) => {
	const issued = tokens(now, kindOf(seed));
	const latest = new Map<string, string>();
	let endedCode: number = 2000;
	return {
		of(username: string): string {
			const known = latest.get(username);
			if (known && issued.isValid(known)) return known;
			const fresh = issued.issue(username);
			latest.set(username, fresh);
			return fresh;
		},
		/** Whose key it is; null when it is good for nothing. */
		ownerOf: (key: string): string | null => (issued.isValid(key) ? issued.ownerOf(key) : null),
		/** What a key that is good for nothing is answered with; 2000 for one that never was is a guess. */
		refusalOf: (key: string) => (issued.ownerOf(key) === null ? 2000 : endedCode),
		expire({ username, code = 2000 }: BabyshopExpiry) {
			endedCode = code;
			issued.expire(username);
		},
		all: issued.all,
	};
};

export type Keys = ReturnType<typeof keys>;
