import type { TokenKind } from '../tokens';

/** Seconds that a token lives (reference/ikas.md 2.2). */
export const tokenLifetime = 14_400;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** That earlier tokens go on to their own end after a fresh login is a guess (reference/ikas.md 2.2). */
export const accessToken: TokenKind = {
	lifetimeMs: tokenLifetime * 1000,
	textOf: (sub, jti, endsAt) =>
		`${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub, jti, exp: Math.floor(endsAt / 1000) })}.sandbox`,
};
