/** How a kind of token is made. `number` counts them from 1 on. */
export interface TokenKind {
	readonly lifetimeMs: number;
	textOf(owner: string, number: number, endsAt: number): string;
}

/** Access tokens by their owner. A fresh one leaves earlier ones alone. */
export const tokens = (now: () => number, { lifetimeMs, textOf }: TokenKind) => {
	const issued = new Map<string, { readonly owner: string; endsAt: number }>();
	return {
		issue(owner: string): string {
			const endsAt = now() + lifetimeMs;
			const token = textOf(owner, issued.size + 1, endsAt);
			issued.set(token, { owner, endsAt });
			return token;
		},
		/** Every one, also when it has ended. */
		all: (): readonly string[] => [...issued.keys()],
		/** Whose token it is, also when it has ended; null for a stranger. */
		ownerOf: (token: string): string | null => issued.get(token)?.owner ?? null,
		isValid: (token: string): boolean => (issued.get(token)?.endsAt ?? 0) > now(),
		/** All tokens when no owner is named. */
		expire(owner?: string) {
			for (const token of issued.values()) {
				if (owner === undefined || token.owner === owner) token.endsAt = 0;
			}
		},
	};
};

export type Tokens = ReturnType<typeof tokens>;
