import {
	type DocumentNode,
	FieldsOnCorrectTypeRule,
	FragmentsOnCompositeTypesRule,
	GraphQLError,
	type GraphQLSchema,
	KnownArgumentNamesRule,
	KnownDirectivesRule,
	KnownFragmentNamesRule,
	KnownTypeNamesRule,
	NoUndefinedVariablesRule,
	NoUnusedFragmentsRule,
	NoUnusedVariablesRule,
	ProvidedRequiredArgumentsRule,
	ScalarLeafsRule,
	ValuesOfCorrectTypeRule,
	type ValidationRule,
	VariablesInAllowedPositionRule,
	specifiedRules,
	validate,
} from 'graphql';

/** Only the first is documented; the others are what graphql-ruby calls them, a guess (reference/shopify.md 5). */
const codes = new Map<ValidationRule, string>([
	[FieldsOnCorrectTypeRule, 'undefinedField'],
	[KnownArgumentNamesRule, 'argumentNotAccepted'],
	[ProvidedRequiredArgumentsRule, 'missingRequiredArguments'],
	[ValuesOfCorrectTypeRule, 'argumentLiteralsIncompatible'],
	[KnownTypeNamesRule, 'undefinedType'],
	[KnownDirectivesRule, 'undefinedDirective'],
	[KnownFragmentNamesRule, 'undefinedFragment'],
	[FragmentsOnCompositeTypesRule, 'fragmentOnNonCompositeType'],
	[NoUndefinedVariablesRule, 'variableNotDefined'],
	[NoUnusedVariablesRule, 'variableNotUsed'],
	[NoUnusedFragmentsRule, 'useAndDefineFragment'],
	[VariablesInAllowedPositionRule, 'variableMismatch'],
	[ScalarLeafsRule, 'selectionMismatch'],
]);

const anyOther = 'invalidDocument';

/** What is wrong with a document, each with the code of the rule that it breaks. */
export const codedErrors = (
	schema: GraphQLSchema,
	document: DocumentNode,
): readonly GraphQLError[] =>
	specifiedRules.flatMap((rule) =>
		validate(schema, document, [rule]).map(
			({ message, nodes }) =>
				new GraphQLError(message, { nodes, extensions: { code: codes.get(rule) ?? anyOther } }),
		),
	);
