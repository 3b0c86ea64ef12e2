import { createHash } from 'node:crypto';
import { tokenRequest } from './login';
import type { Family } from './families';
import type { Send } from './login';
import { tokensIn } from './said';
import type { Tokens } from './said';

/** What came of the refresh tokens that this process has used, by a hash of what was sent. */
const used = new Map<string, Promise<Tokens>>();

/** Access tokens that Omniful has refused. */
const refusedTokens = new Set<string>();

export const noteRefused = (accessToken: string): void => void refusedTokens.add(accessToken);

/** So long before its end a token is renewed. */
const earlyMs = 60_000;

export const isLive = (
	{ accessToken, endsAt }: Pick<Tokens, 'accessToken' | 'endsAt'>,
	now: number,
): boolean =>
	accessToken !== '' &&
	!refusedTokens.has(accessToken) &&
	endsAt !== null &&
	endsAt - earlyMs > now;

/** `isNew`: Omniful gave them for this call. */
export type Renewed = Tokens & { readonly isNew: boolean };

/**
 * Tokens for a refresh token, which is never used twice: Omniful gives another one whenever it is, and whether it goes on to take
 * the one before is not known (reference/omniful.md 1.2). Whoever comes with one that was used goes on with the last that came of it:
 * a form that was opened before, an execution at the same time, or one after a database that could not keep what was got.
 */
export async function renewedOnce(
	send: Send,
	family: Family,
	refreshToken: string,
): Promise<Renewed> {
	const key = keyOf(family, refreshToken);
	const before = used.get(key);
	if (before !== undefined) {
		const tokens = await before;
		const isLast = !used.has(keyOf(family, tokens.refreshToken));
		if (isLast && isLive(tokens, Date.now())) return { ...tokens, isNew: false };
		return await renewedOnce(send, family, tokens.refreshToken);
	}
	const renewing = send(tokenRequest(family, refreshToken)).then((answer) =>
		tokensIn(answer, family.name),
	);
	used.set(key, renewing);
	const [outcome] = await Promise.allSettled([renewing]);
	if (outcome.status === 'rejected') used.delete(key);
	return { ...(await renewing), isNew: true };
}

const keyOf = ({ tokenUrl, clientId, clientSecret }: Family, refreshToken: string) =>
	createHash('sha256')
		.update(JSON.stringify([tokenUrl, clientId, clientSecret, refreshToken]))
		.digest('base64url');
