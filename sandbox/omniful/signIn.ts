import { z } from 'zod';
import { seedOf } from '../random';
import type { TokenKind } from '../tokens';
import { type Reply, done, refusalReply, unauthorised } from './answers';
import { jsonIn } from './body';
import type { Family } from './callTypes';
import { Refused } from './refused';
import type { World } from './world';

export const tokenPaths: Readonly<Record<string, Family>> = {
	'/v1/token': 'seller',
	'/v1/tenants/token': 'tenant',
};

const dayMs = 86_400_000;

/** 30 days, and 180 for what renews it (reference/omniful.md 1.2). */
const lifetimeMs = { access: 30 * dayMs, refresh: 180 * dayMs } as const;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT with `exp`, in seconds. */
export const tokenOf = (kind: keyof typeof lifetimeMs): TokenKind => ({
	lifetimeMs: lifetimeMs[kind],
	textOf: (owner, number, endsAt) =>
		[
			part({ alg: 'HS256', typ: 'JWT' }),
			part({ exp: Math.floor(endsAt / 1000), jti: `${kind}-${number}` }),
			Buffer.from(`${seedOf(`${kind} ${owner} ${number}`)}`).toString('base64url'),
		].join('.'),
});

const loginBody = z.object({
	grant_type: z.literal('refresh_token'),
	refresh_token: z.string().min(1),
	client_id: z.string().min(1),
	client_secret: z.string().min(1),
});

/** What stands in a sample, in nanoseconds (reference/omniful.md 1.2). */
const expiresIn = lifetimeMs.access * 1_000_000;

export const clientIn = (body: string): string | null => {
	const asked = loginBody.safeParse(jsonIn(body));
	return asked.success ? asked.data.client_id : null;
};

/**
 * A new pair. That the refresh token which was used ends with it is a guess, the one that hurts most (reference/omniful.md 5 number 5);
 * so are the words of the refusals.
 */
export const signIn = (world: World, family: Family, body: string): Reply => {
	const asked = loginBody.safeParse(jsonIn(body));
	if (!asked.success) return refusalReply(new Refused('InvalidRequest', 400));
	const { client_id: client, client_secret: secret, refresh_token: refresh } = asked.data;
	const known = world.credentials[family];
	if (client !== known.clientId || secret !== known.clientSecret) return unauthorised();
	if (!world.refreshTokens.isGood(client, refresh)) {
		return refusalReply(new Refused('invalid refresh token', 401));
	}
	return done({
		access_token: world.tokens.issue(client),
		refresh_token: world.refreshTokens.next(client, refresh),
		token_type: 'Bearer',
		expires_in: expiresIn,
	});
};
