import { type ExecutionResult, type GraphQLFieldResolver, GraphQLError, execute } from 'graphql';
import { z } from 'zod';
import { type Answer, answer } from '../answers';
import type { SandboxRequest } from '../wire';
import { graphqlRefusal } from './answers';
import { type CheckedDocument, checkedDocument, operationOf, rootFields } from './documents';
import { type Root, resolveRoot } from './roots';
import { ikasSchema } from './schema';

const asked = z.object({
	query: z.string(),
	variables: z.record(z.unknown()).nullish(),
	operationName: z.string().nullish(),
});

/** A request as far as it could be understood. */
export interface Question {
	readonly checked: CheckedDocument | null;
	readonly operation: string | null;
	readonly fields: readonly string[];
	readonly variables: Readonly<Record<string, unknown>>;
	readonly operationName: string | null;
}

const nothing: Question = {
	checked: null,
	operation: null,
	fields: [],
	variables: {},
	operationName: null,
};

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Only `application/json` is read (reference/ikas.md 3). */
export const questionOf = ({ headers, body }: SandboxRequest): Question => {
	const isJson = (headers['content-type'] ?? '').startsWith('application/json');
	const { data } = asked.safeParse(isJson ? jsonOf(body) : undefined);
	if (!data) return nothing;
	const checked = checkedDocument(data.query);
	const document = checked.code ? null : checked.document;
	const operation = operationOf(document, data.operationName ?? null);
	return {
		checked,
		operation: operation?.name?.value ?? null,
		fields: rootFields(document, operation),
		variables: data.variables ?? {},
		operationName: data.operationName ?? null,
	};
};

/** Introspection was answered without a token when last observed (reference/ikas.md 3). */
const needsLogin = (fields: readonly string[]) => fields.some((field) => !field.startsWith('__'));

const fieldResolver: GraphQLFieldResolver<unknown, Root> = (
	source,
	args,
	root,
	{ path, fieldName },
) => {
	if (path.prev === undefined) return resolveRoot(fieldName, args, root);
	return typeof source === 'object' && source !== null ? Reflect.get(source, fieldName) : undefined;
};

const codeOf = ({ extensions }: GraphQLError) =>
	typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';

const written = (error: GraphQLError, code: string) => ({
	...error.toJSON(),
	extensions: { ...error.extensions, code },
});

const refusedDocument = ({ errors }: CheckedDocument, code: string) =>
	answer(400, { errors: errors.map((error) => written(error, code)) }, code);

/** Errors come with status 200; a bad variable with 400 like a bad document, which is a guess (reference/ikas.md 4). */
const answered = ({ data, errors = [] }: ExecutionResult): Answer => {
	const [first] = errors;
	if (!first) return answer(200, { data });
	if (data === undefined) {
		const body = { errors: errors.map((error) => written(error, 'BAD_USER_INPUT')) };
		return answer(400, body, 'BAD_USER_INPUT');
	}
	const body = { errors: errors.map((error) => written(error, codeOf(error))), data };
	return answer(200, body, codeOf(first));
};

export const graphql = async (
	question: Question,
	isLoggedIn: boolean,
	root: Root,
): Promise<Answer> => {
	const { checked, fields, variables, operationName } = question;
	if (!checked) return graphqlRefusal(400, 'BAD_REQUEST', 'POST a JSON body with a query');
	if (checked.code) return refusedDocument(checked, checked.code);
	if (needsLogin(fields) && !isLoggedIn) {
		return graphqlRefusal(200, 'LOGIN_REQUIRED', 'Login required');
	}
	if (!checked.document) return graphqlRefusal(400, 'BAD_REQUEST', 'POST a JSON body with a query');
	return answered(
		await execute({
			schema: ikasSchema(),
			document: checked.document,
			variableValues: variables,
			operationName,
			contextValue: root,
			fieldResolver,
		}),
	);
};
