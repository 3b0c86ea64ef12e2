import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	GraphQLError,
	type GraphQLSchema,
	buildSchema,
	isScalarType,
	valueFromASTUntyped,
} from 'graphql';
import ts from 'typescript';

type Fields = readonly ts.PropertySignature[];
type Aliases = ReadonlyMap<string, Fields>;

const nameOf = (field: ts.PropertySignature) => field.name.getText();

const inMaybe = (node: ts.TypeNode) =>
	ts.isTypeReferenceNode(node) && /^(Input)?Maybe$/.test(node.typeName.getText())
		? node.typeArguments?.[0]
		: undefined;

/** `Maybe` is nullable and everything else is not; `Scalars['X']` names a scalar. */
const typeOf = (node: ts.TypeNode): string => {
	const nullable = inMaybe(node);
	return nullable ? bare(nullable) : `${bare(node)}!`;
};

const bare = (node: ts.TypeNode): string => {
	if (ts.isIndexedAccessTypeNode(node)) return node.indexType.getText().replaceAll("'", '');
	const element = ts.isTypeReferenceNode(node) ? node.typeArguments?.[0] : undefined;
	return element ? `[${typeOf(element)}]` : node.getText();
};

const fieldLines = (fields: Fields, argumentsOf: ReadonlyMap<string, string>) =>
	fields
		.filter((field) => nameOf(field) !== '__typename')
		.map(({ name, type }) => {
			const field = name.getText();
			return `${field}${argumentsOf.get(field) ?? ''}: ${type ? typeOf(type) : 'JSON'}`;
		});

const isOutput = (fields: Fields) => fields.some((field) => nameOf(field) === '__typename');

/** `QueryListOrderArgs` holds the arguments of `listOrder`. */
const fieldOfArguments = (alias: string) => /^(?:Query|Mutation)(.+)Args$/.exec(alias)?.[1];

const rootArguments = (aliases: Aliases) => {
	const argumentsOf = new Map<string, string>();
	for (const [alias, fields] of aliases) {
		const field = fieldOfArguments(alias);
		if (!field) continue;
		const lines = fieldLines(fields, new Map()).join(', ');
		argumentsOf.set(field.charAt(0).toLowerCase() + field.slice(1), `(${lines})`);
	}
	return argumentsOf;
};

const objectSdl = (name: string, fields: Fields, argumentsOf: ReadonlyMap<string, string>) => {
	const isRoot = name === 'Query' || name === 'Mutation';
	const lines = fieldLines(fields, isRoot ? argumentsOf : new Map());
	return `${isOutput(fields) ? 'type' : 'input'} ${name} {\n${lines.join('\n')}\n}`;
};

const enumSdl = ({ name, members }: ts.EnumDeclaration) =>
	`enum ${name.text} {\n${members.map((member) => member.name.getText()).join('\n')}\n}`;

const aliasesIn = (file: ts.SourceFile): Aliases =>
	new Map(
		file.statements
			.filter(ts.isTypeAliasDeclaration)
			.filter(({ name, typeParameters }) => !typeParameters && name.text !== 'Scalars')
			.map(({ name, type }) => [
				name.text,
				ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [],
			]),
	);

/** The SDL of ikas' API v1, read back from the generated types that its client package was published with. */
export const sdlOf = (declarations: string): string => {
	const file = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.Latest, true);
	const aliases = aliasesIn(file);
	const argumentsOf = rootArguments(aliases);
	return [
		'scalar JSON\nscalar Timestamp',
		...[...aliases]
			.filter(([name]) => !fieldOfArguments(name))
			.map(([name, fields]) => objectSdl(name, fields, argumentsOf)),
		...file.statements.filter(ts.isEnumDeclaration).map(enumSdl),
	].join('\n\n');
};

const declarationsFile = () =>
	join(require.resolve('@ikas/api-client/package.json'), '../dist/api/admin/generated/index.d.ts');

const asTimestamp = (value: unknown) => {
	if (typeof value === 'number') return value;
	throw new GraphQLError('Timestamp is a number: epoch milliseconds', {
		extensions: { code: 'BAD_USER_INPUT' },
	});
};

/** Epoch milliseconds and nothing else (reference/ikas.md 1). */
const withStrictTimestamp = (schema: GraphQLSchema) => {
	const timestamp = schema.getType('Timestamp');
	if (isScalarType(timestamp)) {
		timestamp.parseValue = asTimestamp;
		timestamp.parseLiteral = (node) => asTimestamp(valueFromASTUntyped(node));
	}
	return schema;
};

let known: GraphQLSchema | undefined;

export const ikasSchema = (): GraphQLSchema =>
	(known ??= withStrictTimestamp(
		buildSchema(sdlOf(readFileSync(declarationsFile(), 'utf8')), { assumeValidSDL: true }),
	));
