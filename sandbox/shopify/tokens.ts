import { random, seedOf } from '../random';
import type { TokenKind } from '../tokens';

/** A day (reference/shopify.md 2). */
const lifetimeMs = 86_400_000;

/** `expires_in`, as Shopify has it. */
export const expiresIn = 86_399;

const hex = (text: string) => {
	const next = random(seedOf(text));
	return Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
};

/** That earlier tokens go on to their own end after a fresh one is a guess (reference/shopify.md 2). */
export const accessToken: TokenKind = {
	lifetimeMs,
	textOf: (client, number, endsAt) => `shpat_${hex(`${client} ${number} ${endsAt}`)}`,
};
