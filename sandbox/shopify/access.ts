import { type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import type { AdminApi } from './schema';

/** The scopes among which any one is enough; what follows "Also:" is about persons, not apps. */
const scopesIn = (requiredAccess: string): readonly string[] => {
	const [first = ''] = requiredAccess.split('Also:');
	return [...first.matchAll(/`((?:read|write)_\w+)`/g)].map(([, scope = '']) => scope);
};

/** A write scope includes the matching read scope (reference/shopify.md 3). */
export const isGranted = (scopes: readonly string[], needed: string): boolean =>
	scopes.includes(needed) || scopes.includes(needed.replace(/^read_/, 'write_'));

/** What a connection is made of. */
const nodeType = (type: GraphQLOutputType): string => {
	const named = getNamedType(type);
	const nodes = isObjectType(named) ? named.getFields().nodes : undefined;
	return nodes && named.name.endsWith('Connection') ? getNamedType(nodes.type).name : named.name;
};

/** The access that a field lacks, in Shopify's words, or null: its own, or that of what it answers. */
export const missingAccess = (
	{ requiredAccess }: AdminApi,
	scopes: readonly string[],
	field: { readonly parent: string; readonly name: string; readonly type: GraphQLOutputType },
): string | null => {
	const needs = [
		requiredAccess.get(`${field.parent}.${field.name}`),
		requiredAccess.get(nodeType(field.type)),
	];
	const isLacking = (need: string) => {
		const enough = scopesIn(need);
		return enough.length > 0 && !enough.some((scope) => isGranted(scopes, scope));
	};
	return needs.find((need) => need !== undefined && isLacking(need)) ?? null;
};
