import {
	type DocumentNode,
	GraphQLError,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	getOperationAST,
	parse,
	validate,
} from 'graphql';
import { ikasSchema } from './schema';

/** A document as checked against the schema, once per text. */
export interface CheckedDocument {
	readonly document: DocumentNode | null;
	readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | null;
	readonly errors: readonly GraphQLError[];
}

const parsed = (query: string): DocumentNode | GraphQLError => {
	try {
		return parse(query);
	} catch (error) {
		return error instanceof GraphQLError ? error : new GraphQLError(String(error));
	}
};

const check = (query: string): CheckedDocument => {
	const document = parsed(query);
	if (document instanceof GraphQLError) {
		return { document: null, code: 'GRAPHQL_PARSE_FAILED', errors: [document] };
	}
	const errors = validate(ikasSchema(), document);
	return { document, code: errors.length > 0 ? 'GRAPHQL_VALIDATION_FAILED' : null, errors };
};

const checked = new Map<string, CheckedDocument>();
const mostChecked = 200;

export const checkedDocument = (query: string): CheckedDocument => {
	const known = checked.get(query);
	if (known) return known;
	if (checked.size >= mostChecked) checked.clear();
	const fresh = check(query);
	checked.set(query, fresh);
	return fresh;
};

const fieldsOf = (document: DocumentNode, { selections }: SelectionSetNode): readonly string[] =>
	selections.flatMap((selection) => {
		if (selection.kind === Kind.FIELD) return [selection.name.value];
		if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, selection.selectionSet);
		const fragment = document.definitions.find(
			(definition) =>
				definition.kind === Kind.FRAGMENT_DEFINITION &&
				definition.name.value === selection.name.value,
		);
		return fragment && 'selectionSet' in fragment && fragment.selectionSet
			? fieldsOf(document, fragment.selectionSet)
			: [];
	});

export const operationOf = (
	document: DocumentNode | null,
	name: string | null,
): OperationDefinitionNode | null => (document ? (getOperationAST(document, name) ?? null) : null);

/** Names of the root fields that an operation asks for, fragments included. */
export const rootFields = (
	document: DocumentNode | null,
	operation: OperationDefinitionNode | null,
): readonly string[] => (document && operation ? fieldsOf(document, operation.selectionSet) : []);
