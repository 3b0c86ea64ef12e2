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

export interface AskedField {
	readonly parent: string;
	readonly name: string;
	readonly type: GraphQLOutputType;
}

const lacking = (
	{ requiredAccess }: AdminApi,
	scopes: readonly string[],
	{ parent, name, type }: AskedField,
): string | null => {
	const needs = [requiredAccess.get(`${parent}.${name}`), requiredAccess.get(nodeType(type))];
	const isLacking = (need: string) => {
		const enough = scopesIn(need);
		return enough.length > 0 && !enough.some((scope) => isGranted(scopes, scope));
	};
	return needs.find((need) => need !== undefined && isLacking(need)) ?? null;
};

/** By what is granted: a page of a thousand rows asks the same thousand times. */
const known = new WeakMap<readonly string[], Map<string, string | null>>();

/** The access that a field lacks, in Shopify's words, or null: its own, or that of what it answers. */
export const missingAccess = (
	api: AdminApi,
	scopes: readonly string[],
	field: AskedField,
): string | null => {
	const answers = known.get(scopes) ?? new Map<string, string | null>();
	known.set(scopes, answers);
	const key = `${api.version} ${field.parent}.${field.name}`;
	const before = answers.get(key);
	if (before !== undefined) return before;
	const missing = lacking(api, scopes, field);
	answers.set(key, missing);
	return missing;
};
