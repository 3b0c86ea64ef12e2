import {
	type DocumentNode,
	GraphQLError,
	Kind,
	NoDeprecatedCustomRule,
	type OperationDefinitionNode,
	type SelectionSetNode,
	getOperationAST,
	parse,
	validate,
} from 'graphql';
import type { AdminApi } from './schema';
import { codedErrors } from './validationCodes';

/** A document as checked against the schema, once per text. */
export interface CheckedDocument {
	readonly document: DocumentNode | null;
	readonly errors: readonly GraphQLError[];
	/** What of it is going away, in the schema's words; null when nothing is. */
	readonly deprecated: string | null;
}

const parsed = (query: string): DocumentNode | GraphQLError => {
	try {
		return parse(query);
	} catch (error) {
		return error instanceof GraphQLError ? error : new GraphQLError(String(error));
	}
};

const check = ({ schema }: AdminApi, query: string): CheckedDocument => {
	const document = parsed(query);
	if (document instanceof GraphQLError) {
		return { document: null, errors: [document], deprecated: null };
	}
	const isSound = validate(schema, document, undefined, { maxErrors: 1 }).length === 0;
	if (!isSound) return { document, errors: codedErrors(schema, document), deprecated: null };
	const [old] = validate(schema, document, [NoDeprecatedCustomRule]);
	return { document, errors: [], deprecated: old?.message.replace(/\s+/g, ' ') ?? null };
};

const checked = new Map<string, CheckedDocument>();
const mostChecked = 200;

export const checkedDocument = (api: AdminApi, query: string): CheckedDocument => {
	const key = `${api.version} ${query}`;
	const known = checked.get(key);
	if (known) return known;
	if (checked.size >= mostChecked) checked.clear();
	const fresh = check(api, query);
	checked.set(key, fresh);
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
