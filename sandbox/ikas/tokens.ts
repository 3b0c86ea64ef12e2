import type { IkasCredential } from './types';

/** Seconds that a token lives (reference/ikas.md 2.2). */
export const tokenLifetime = 14_400;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A fresh login leaves earlier tokens alone; that they go on to their own end is a guess (reference/ikas.md 2.2). */
export const tokens = (now: () => number) => {
	const issued = new Map<string, { readonly clientId: string; endsAt: number }>();
	return {
		issue({ clientId }: IkasCredential): string {
			const endsAt = now() + tokenLifetime * 1000;
			const claims = { sub: clientId, jti: issued.size + 1, exp: Math.floor(endsAt / 1000) };
			const token = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}.sandbox`;
			issued.set(token, { clientId, endsAt });
			return token;
		},
		/** Every one, also when it has ended. */
		all: (): readonly string[] => [...issued.keys()],
		/** Whose token it is, also when it has ended; null for a stranger. */
		clientOf: (token: string): string | null => issued.get(token)?.clientId ?? null,
		isValid: (token: string): boolean => (issued.get(token)?.endsAt ?? 0) > now(),
		expire(clientId?: string) {
			for (const token of issued.values()) {
				if (clientId === undefined || token.clientId === clientId) token.endsAt = 0;
			}
		},
	};
};

export type Tokens = ReturnType<typeof tokens>;
