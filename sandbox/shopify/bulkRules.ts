import {
	type ASTNode,
	type DocumentNode,
	type FieldNode,
	GraphQLError,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
	TypeInfo,
	getNamedType,
	parse,
	validate,
	visit,
	visitWithTypeInfo,
} from 'graphql';
import { notPlayed } from './refusal';

/** A query that may run in bulk: its document, and its one connection at the root. */
export interface BulkQuery {
	readonly document: DocumentNode;
	/** As the answer names it. */
	readonly root: string;
}

const most = { connections: 5, levels: 2 } as const;

const parsed = (query: string): DocumentNode | string => {
	try {
		return parse(query);
	} catch (error) {
		return error instanceof GraphQLError ? error.message : String(error);
	}
};

interface Connections {
	readonly count: number;
	/** How deep they stand in each other. */
	readonly levels: number;
}

const connectionsIn = (schema: GraphQLSchema, document: DocumentNode): Connections => {
	const types = new TypeInfo(schema);
	const open: ASTNode[] = [];
	let [count, levels] = [0, 0];
	visit(
		document,
		visitWithTypeInfo(types, {
			Field: {
				enter(node) {
					const type = types.getType();
					if (!type || !getNamedType(type).name.endsWith('Connection')) return;
					count += 1;
					levels = Math.max(levels, open.push(node));
				},
				leave(node) {
					if (open.at(-1) === node) open.pop();
				},
			},
		}),
	);
	return { count, levels };
};

const rootsOf = ({ selectionSet: { selections } }: OperationDefinitionNode): readonly FieldNode[] =>
	selections.filter((one): one is FieldNode => one.kind === Kind.FIELD);

/**
 * The query, or why it cannot run: at least one connection, five at most, two levels deep, `node` and `nodes` not at the root, and one
 * field there (reference/shopify.md 6). The words are a guess.
 */
export const bulkQueryOf = (schema: GraphQLSchema, query: string): BulkQuery | string => {
	const document = parsed(query);
	if (typeof document === 'string') return `Invalid bulk query: ${document}`;
	const [wrong] = validate(schema, document, undefined, { maxErrors: 1 });
	if (wrong) return `Invalid bulk query: ${wrong.message}`;
	const [operation, ...more] = document.definitions.filter(
		(one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
	);
	if (!operation || more.length > 0) return 'Bulk queries must have one operation.';
	if (operation.operation !== 'query') return 'Bulk queries must be a query.';
	if (operation.variableDefinitions?.length) return 'Bulk queries cannot have variables.';
	const [root, ...others] = rootsOf(operation);
	if (!root || others.length > 0) return 'Bulk queries must have one field at the top level.';
	if (['node', 'nodes'].includes(root.name.value)) return 'Bulk queries cannot ask for nodes.';
	const { count, levels } = connectionsIn(schema, document);
	if (count === 0) return 'Bulk queries must contain at least one connection.';
	if (count > most.connections)
		return `Bulk queries cannot have more than ${most.connections} connections.`;
	if (levels > most.levels)
		return `Bulk queries cannot nest connections more than ${most.levels} deep.`;
	if (count > 1) throw notPlayed('connections within each other in bulk');
	return { document, root: root.alias?.value ?? root.name.value };
};
