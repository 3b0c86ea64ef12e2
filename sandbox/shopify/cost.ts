import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	type GraphQLOutputType,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	getArgumentValues,
	getNamedType,
	getNullableType,
	isCompositeType,
	isInterfaceType,
	isListType,
	isObjectType,
} from 'graphql';

/** An operation of which the cost is asked. */
export interface Priced {
	readonly schema: GraphQLSchema;
	readonly operation: OperationDefinitionNode;
	readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** Stands for an answer that is not known yet: lists are as long as asked for. */
const asked = Symbol('asked');

const ofMutation = 10;
const ofConnection = 2;

const valueAt = (value: unknown, key: string): unknown => {
	if (value === asked) return asked;
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
};

const typeOfField = (parent: GraphQLCompositeType, name: string): GraphQLOutputType | null =>
	isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[name]?.type ?? null) : null;

/** `first` or `last`, or the ids that are named; a list without any of them counts as one row. */
const rowsAsked = (priced: Priced, parent: GraphQLCompositeType, node: FieldNode): number => {
	const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
	if (!definition) return 1;
	const { first, last, ids } = getArgumentValues(definition, node, priced.variables);
	if (Array.isArray(ids)) return ids.length;
	return typeof first === 'number' ? first : typeof last === 'number' ? last : 1;
};

const sumOver = (value: unknown, rows: number, costOf: (row: unknown) => number): number => {
	if (value === asked) return rows * costOf(asked);
	return Array.isArray(value)
		? value.reduce((sum: number, row) => (row === null ? sum : sum + costOf(row)), 0)
		: 0;
};

const isSkipped = (priced: Priced, { directives = [] }: FieldNode): boolean =>
	directives.some(({ name, arguments: [argument] = [] }) => {
		if (!argument || (name.value !== 'skip' && name.value !== 'include')) return false;
		const { value } = argument;
		const is =
			value.kind === Kind.VARIABLE
				? priced.variables[value.name.value]
				: 'value' in value && value.value;
		return Boolean(is) === (name.value === 'skip');
	});

const setCost = (
	priced: Priced,
	set: SelectionSetNode | undefined,
	at: { readonly parent: GraphQLCompositeType; readonly value: unknown; readonly rows: number },
): number =>
	(set?.selections ?? []).reduce((sum, selection) => {
		if (selection.kind === Kind.FIELD) return sum + fieldCost(priced, selection, at);
		const fragment =
			selection.kind === Kind.INLINE_FRAGMENT
				? selection
				: priced.fragments.get(selection.name.value);
		const named =
			fragment?.typeCondition && priced.schema.getType(fragment.typeCondition.name.value);
		const parent = isCompositeType(named) ? named : at.parent;
		return sum + setCost(priced, fragment?.selectionSet, { ...at, parent });
	}, 0);

const connectionFields = ['nodes', 'edges', 'pageInfo'];

function fieldCost(
	priced: Priced,
	node: FieldNode,
	{ parent, value, rows }: { parent: GraphQLCompositeType; value: unknown; rows: number },
): number {
	const type = typeOfField(parent, node.name.value);
	const named = type && getNamedType(type);
	if (!type || !isCompositeType(named) || isSkipped(priced, node)) return 0;
	const own = valueAt(value, node.alias?.value ?? node.name.value);
	const inside = (row: unknown) =>
		setCost(priced, node.selectionSet, { parent: named, value: row, rows: 1 });
	const isInConnection = parent.name.endsWith('Connection');
	if (isInConnection && node.name.value === 'pageInfo') return 0;
	if (own === null || own === undefined) return 0;
	if (named.name.endsWith('Connection')) {
		const wanted = rowsAsked(priced, parent, node);
		const at = { parent: named, value: own, rows: wanted };
		return ofConnection + setCost(priced, node.selectionSet, at);
	}
	// The node of an edge is the object that counts, not the edge.
	const each = named.name.endsWith('Edge') ? 0 : 1;
	if (!isListType(getNullableType(type))) return each + inside(own);
	const wanted =
		isInConnection && connectionFields.includes(node.name.value)
			? rows
			: rowsAsked(priced, parent, node);
	return sumOver(own, wanted, (row) => each + inside(row));
}

/** Scalars 0, objects 1, mutations 10, connections 2 and their nodes, multiplied when nested (reference/shopify.md 4). */
const costOf = (priced: Priced, value: unknown): number => {
	const { schema, operation } = priced;
	const isMutation = operation.operation === 'mutation';
	const parent = isMutation ? schema.getMutationType() : schema.getQueryType();
	if (!parent) return 0;
	const inside = setCost(priced, operation.selectionSet, { parent, value, rows: 1 });
	const mutations = operation.selectionSet.selections.length;
	// The payload is no object that counts.
	return isMutation ? inside + mutations * (ofMutation - 1) : inside;
};

export const requestedCost = (priced: Priced): number => costOf(priced, asked);

export const actualCost = (priced: Priced, answered: unknown): number => costOf(priced, answered);
