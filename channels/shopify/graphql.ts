import type { HttpRequest } from '../connector';

/** Pinned: inventory writes changed before it (reference/shopify.md 1). */
export const apiVersion = '2026-07';

type Variables = Readonly<Record<string, unknown>>;

export const graphql = (query: string, variables: Variables = {}): HttpRequest => ({
	method: 'POST',
	path: `/admin/api/${apiVersion}/graphql.json`,
	body: { query, variables },
});

/** The same for what changes something. */
export const mutation = (query: string, variables: Variables): HttpRequest => ({
	...graphql(query, variables),
	writes: true,
});
