import {
	type GraphQLFieldResolver,
	type GraphQLResolveInfo,
	type GraphQLTypeResolver,
	getDirectiveValues,
	isNonNullType,
} from 'graphql';
import { missingAccess } from './access';
import { mutations } from './mutations';
import { queries } from './queries';
import { accessDenied, badRequest, notPlayed } from './refusal';
import type { AdminApi } from './schema';
import type { World } from './world';

/** What one call may see of the shop. */
export interface Root {
	readonly world: World;
	readonly api: AdminApi;
	/** Where the call came in, for addresses that an answer names. */
	readonly host: string;
}

export interface RootCall extends Root {
	/** The key of `@idempotent` on the field, or null. */
	readonly key: string | null;
}

export type RootField = (root: RootCall, args: Readonly<Record<string, unknown>>) => unknown;

const mostElements = 250;

/** "At most 250 elements, every API" (reference/shopify.md 4); the code is as others have seen it. */
const checkArrays = (value: unknown, path: string): void => {
	if (typeof value !== 'object' || value === null) return;
	if (Array.isArray(value) && value.length > mostElements) {
		const words = `The input array size of ${value.length} is greater than the maximum allowed of ${mostElements}.`;
		throw badArraySize(words, path);
	}
	for (const [name, part] of Object.entries(value)) checkArrays(part, `${path}.${name}`);
};

const badArraySize = (words: string, path: string) => {
	const error = badRequest(`${words} (${path})`);
	error.extensions.code = 'MAX_INPUT_SIZE_EXCEEDED';
	return error;
};

const keyOf = ({ schema, fieldNodes: [node], variableValues }: GraphQLResolveInfo) => {
	const directive = schema.getDirective('idempotent');
	const given = directive && node && getDirectiveValues(directive, node, variableValues);
	return typeof given?.key === 'string' ? given.key : null;
};

const checkAccess = (
	{ world, api }: Root,
	{ parentType, fieldName, returnType }: GraphQLResolveInfo,
) => {
	const field = { parent: parentType.name, name: fieldName, type: returnType };
	const missing = missingAccess(api, world.settings.scopes, field);
	if (missing) throw accessDenied(`${fieldName} field`, missing);
};

const protectedData = 'protected customer data';

/** Without the declaration such fields "come back null or as an access error" (reference/shopify.md 3). */
const isWithheld = (
	{ world, api }: Root,
	{ parentType, fieldName, returnType }: GraphQLResolveInfo,
) => {
	const { protectedData: is = 'granted' } = world.options;
	if (is === 'granted' || !api.protectedFields.has(`${parentType.name}.${fieldName}`)) return false;
	if (is === 'null' && !isNonNullType(returnType)) return true;
	throw accessDenied(`${fieldName} field`, protectedData);
};

/** Of an object the field of the same name: one that the sandbox has not got is an error, never null by accident. */
export const fieldResolver: GraphQLFieldResolver<unknown, Root> = (source, args, root, info) => {
	const { parentType, fieldName, path } = info;
	checkAccess(root, info);
	if (path.prev === undefined) {
		const field = queries[fieldName] ?? mutations[fieldName];
		if (!field) throw notPlayed(fieldName);
		checkArrays(args, fieldName);
		return field({ ...root, key: keyOf(info) }, args);
	}
	if (isWithheld(root, info)) return null;
	const has = typeof source === 'object' && source !== null && fieldName in source;
	if (!has) throw notPlayed(`${parentType.name}.${fieldName}`);
	const value: unknown = Reflect.get(source, fieldName);
	return typeof value === 'function' ? value(args) : value;
};

/** Whatever may be of several types says which it is. */
export const typeResolver: GraphQLTypeResolver<unknown, Root> = (value) => {
	const name: unknown = Reflect.get(Object(value), '__typename');
	return typeof name === 'string' ? name : undefined;
};
