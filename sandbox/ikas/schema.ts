import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	GraphQLError,
	type GraphQLSchema,
	buildSchema,
	isScalarType,
	valueFromASTUntyped,
} from 'graphql';

/** A property of a generated type: its name, and its type as it stands there. */
interface Field {
	readonly name: string;
	readonly type: string;
}
type Aliases = ReadonlyMap<string, readonly Field[]>;

const inMaybe = (type: string) => /^(?:Input)?Maybe<(.+)>$/.exec(type)?.[1];

/** `Maybe` is nullable and everything else is not; `Scalars['X']` names a scalar. */
const typeOf = (type: string): string => {
	const nullable = inMaybe(type);
	return nullable ? bare(nullable) : `${bare(type)}!`;
};

const bare = (type: string): string => {
	const element = /^Array<(.+)>$/.exec(type)?.[1];
	return element ? `[${typeOf(element)}]` : type.replace(/^Scalars\['(\w+)'\]$/, '$1');
};

const fieldLines = (fields: readonly Field[], argumentsOf: ReadonlyMap<string, string>) =>
	fields
		.filter(({ name }) => name !== '__typename')
		.map(({ name, type }) => `${name}${argumentsOf.get(name) ?? ''}: ${typeOf(type)}`);

const isOutput = (fields: readonly Field[]) => fields.some(({ name }) => name === '__typename');

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

const objectSdl = (
	name: string,
	fields: readonly Field[],
	argumentsOf: ReadonlyMap<string, string>,
) => {
	const isRoot = name === 'Query' || name === 'Mutation';
	const lines = fieldLines(fields, isRoot ? argumentsOf : new Map());
	return `${isOutput(fields) ? 'type' : 'input'} ${name} {\n${lines.join('\n')}\n}`;
};

/** What stands between the braces of each declaration that begins so, by its name. */
const bodiesIn = (declarations: string, kind: string): readonly (readonly [string, string])[] =>
	[...declarations.matchAll(new RegExp(`^export ${kind} (\\w+)(?: =)? \\{$(.*?)^\\}`, 'gms'))].map(
		([, name = '', body = '']) => [name, body],
	);

const aliasesIn = (declarations: string): Aliases =>
	new Map(
		bodiesIn(declarations, 'type')
			.filter(([name]) => name !== 'Scalars')
			.map(([alias, body]) => [
				alias,
				[...body.matchAll(/^ +(\w+)\??: (.+);$/gm)].map(([, name = '', type = '']) => ({
					name,
					type,
				})),
			]),
	);

const enumSdl = ([name, body]: readonly [string, string]) =>
	`enum ${name} {\n${[...body.matchAll(/^ +(\w+)/gm)].map(([, member]) => member).join('\n')}\n}`;

/**
 * The SDL of ikas' API v1, read back from the generated types that its client package was published with: a property a line, and
 * a comment where it is more than that. TypeScript itself would read them, too, and take longer to load than all of the rest.
 */
export const sdlOf = (published: string): string => {
	const declarations = published.replaceAll(/\/\*.*?\*\//gs, '');
	const aliases = aliasesIn(declarations);
	const argumentsOf = rootArguments(aliases);
	return [
		'scalar JSON\nscalar Timestamp',
		...[...aliases]
			.filter(([name]) => !fieldOfArguments(name))
			.map(([name, fields]) => objectSdl(name, fields, argumentsOf)),
		...bodiesIn(declarations, 'declare enum').map(enumSdl),
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
