import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
	GraphQLInputObjectType,
	GraphQLList,
	GraphQLNonNull,
	GraphQLObjectType,
	Kind,
	NoDeprecatedCustomRule,
	buildClientSchema,
	getNamedType,
	getOperationAST,
	getVariableValues,
	isCompositeType,
	isInterfaceType,
	isListType,
	isObjectType,
	parse,
	typeFromAST,
	validate,
} from 'graphql';
import type {
	FieldNode,
	GraphQLInputType,
	GraphQLNamedType,
	GraphQLSchema,
	SelectionSetNode,
} from 'graphql';
import type { HttpRequest } from '../../channels/connector';

/** Shopify's own Admin schema, as it comes with its tools. */
function read(): GraphQLSchema {
	const tools = join(__dirname, '../../node_modules/@shopify/dev-mcp');
	const file = join(tools, 'dist/data/admin_2026-07.json.gz');
	const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
	return buildClientSchema(data);
}

let known: GraphQLSchema | null = null;
export const shopifySchema = (): GraphQLSchema => (known ??= read());

export interface Asked {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** As it goes over the wire. */
export const askedIn = ({ body }: HttpRequest): Asked => JSON.parse(JSON.stringify(body));

/** What the schema refuses of it, and what of it is going away. */
export function faultsOf({ query, variables }: Asked): readonly string[] {
	const schema = shopifySchema();
	const document = parse(query);
	const operation = getOperationAST(document);
	const declared = operation?.variableDefinitions ?? [];
	const { errors = [] } = getVariableValues(schema, declared, { ...variables });
	const old = declared.flatMap(({ type, variable }) => {
		// Any kind of type: graphql's overloads want to know which.
		const found = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
		return found === undefined ? [] : deprecatedIn(found, variables[variable.name.value]);
	});
	const said = [
		...validate(schema, document),
		...validate(schema, document, [NoDeprecatedCustomRule]),
	];
	return [...said.map(({ message }) => message), ...errors.map(({ message }) => message), ...old];
}

function deprecatedIn(type: GraphQLInputType, value: unknown): readonly string[] {
	if (type instanceof GraphQLNonNull) return deprecatedIn(type.ofType, value);
	if (type instanceof GraphQLList) {
		return Array.isArray(value) ? value.flatMap((one) => deprecatedIn(type.ofType, one)) : [];
	}
	if (!(type instanceof GraphQLInputObjectType) || typeof value !== 'object' || value === null) {
		return [];
	}
	const fields = type.getFields();
	return Object.entries(value).flatMap(([name, inside]) => {
		const field = fields[name];
		if (field === undefined) return [`${type.name} has no ${name}`];
		const own = field.deprecationReason ? [`${type.name}.${name} is deprecated`] : [];
		return [...own, ...deprecatedIn(field.type, inside)];
	});
}

/**
 * Points by the rules of reference/shopify.md 4: a scalar 0, an object 1, a mutation 10, a connection 2 and its size times a
 * node. A list that says how many it wants counts as so many, `nodes` as many as it names.
 */
export function costOf({ query, variables }: Asked): number {
	const schema = shopifySchema();
	const operation = getOperationAST(parse(query));
	const isMutation = operation?.operation === 'mutation';
	const root = isMutation ? schema.getMutationType() : schema.getQueryType();
	if (!operation || !root) throw new Error('the document has no operation');
	const inside = costInside(operation.selectionSet, root, variables);
	return isMutation ? inside + operation.selectionSet.selections.length * 9 : inside;
}

function costInside(
	{ selections }: SelectionSetNode,
	parent: GraphQLNamedType,
	variables: Asked['variables'],
): number {
	return selections.reduce((sum, selection) => {
		if (selection.kind === Kind.FIELD) return sum + costOfField(selection, parent, variables);
		if (selection.kind !== Kind.INLINE_FRAGMENT) throw new Error('fragments are not counted');
		const name = selection.typeCondition?.name.value ?? parent.name;
		const type = shopifySchema().getType(name) ?? parent;
		return sum + costInside(selection.selectionSet, type, variables);
	}, 0);
}

function costOfField(
	node: FieldNode,
	parent: GraphQLNamedType,
	variables: Asked['variables'],
): number {
	const isKnown = isObjectType(parent) || isInterfaceType(parent);
	const field = isKnown ? parent.getFields()[node.name.value] : undefined;
	const type = field && getNamedType(field.type);
	if (!field || !type || !isCompositeType(type) || !node.selectionSet) return 0;
	const inside = costInside(node.selectionSet, type, variables);
	if (type instanceof GraphQLObjectType && type.name.endsWith('Connection')) {
		const nodes = node.selectionSet.selections.filter(
			(one) => one.kind === Kind.FIELD && one.name.value === 'nodes',
		);
		const each = nodes.reduce(
			(sum, one) => sum + (one.kind === Kind.FIELD ? costOfField(one, type, variables) : 0),
			0,
		);
		return 2 + inside - each + sizeOf(node, variables) * each;
	}
	const isSized = isListType(field.type) || field.type.toString().startsWith('[');
	return (isSized ? sizeOf(node, variables) : 1) * (1 + inside);
}

/** `first`, or as many as there are ids; 1 where nobody says. */
function sizeOf({ arguments: given = [] }: FieldNode, variables: Asked['variables']): number {
	const argument = given.find(({ name }) => name.value === 'first' || name.value === 'ids');
	if (argument === undefined) return 1;
	const { value } = argument;
	const size = value.kind === Kind.VARIABLE ? variables[value.name.value] : valueIn(value);
	return Array.isArray(size) ? size.length : Number(size);
}

const valueIn = (value: { readonly kind: string; readonly value?: unknown }) => value.value ?? 1;
