import { tokens } from '../tokens';
import { tokenOf } from './signIn';
import type { OmnifulCredential } from './types';

/** Refresh tokens: that of the dashboard is good first, and each is replaced on use. */
export const refreshTokens = (
	now: () => number,
	{ known, keeps }: { readonly known: readonly OmnifulCredential[]; readonly keeps: boolean },
) => {
	const issued = tokens(now, tokenOf('refresh'));
	const spent = new Set<string>();
	const isFirst = (client: string, token: string) =>
		known.some(({ clientId, refreshToken }) => clientId === client && refreshToken === token);
	return {
		isGood: (client: string, token: string): boolean =>
			!spent.has(token) &&
			(isFirst(client, token) || (issued.ownerOf(token) === client && issued.isValid(token))),
		next(client: string, used: string): string {
			if (!keeps) spent.add(used);
			return issued.issue(client);
		},
		all: (): readonly string[] => [
			...known.map(({ refreshToken }) => refreshToken),
			...issued.all(),
		],
	};
};
