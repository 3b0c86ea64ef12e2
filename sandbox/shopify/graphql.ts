import {
	type DocumentNode,
	type ExecutionResult,
	type GraphQLError,
	Kind,
	type OperationDefinitionNode,
	execute,
	getVariableValues,
} from 'graphql';
import { z } from 'zod';
import { answer } from '../answers';
import type { SandboxRequest } from '../wire';
import { type Reply, plain, replyOf } from './answers';
import { type Priced, actualCost, requestedCost } from './cost';
import { type CheckedDocument, checkedDocument, operationOf, rootFields } from './documents';
import { maxCostExceeded, throttled } from './refusal';
import { fieldResolver, typeResolver } from './resolve';
import type { AdminApi } from './schema';
import { listed, refusedFor } from './told';
import type { World } from './world';

const asked = z.object({
	query: z.string(),
	variables: z.record(z.unknown()).nullish(),
	operationName: z.string().nullish(),
});

/** A request as far as it could be understood. */
export interface Question {
	/** Null when it was no JSON with a query. */
	readonly checked: CheckedDocument | null;
	readonly isJson: boolean;
	readonly operation: OperationDefinitionNode | null;
	readonly fields: readonly string[];
	readonly variables: Readonly<Record<string, unknown>>;
	readonly host: string;
}

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Only `application/json` is read, as the official client sends it (reference/shopify.md, addendum). */
export const questionOf = (api: AdminApi, { headers, body }: SandboxRequest): Question => {
	const isJson = (headers['content-type'] ?? '').startsWith('application/json');
	const { data } = asked.safeParse(isJson ? jsonOf(body) : undefined);
	const checked = data ? checkedDocument(api, data.query) : null;
	const document = checked && checked.errors.length === 0 ? checked.document : null;
	const operation = operationOf(document, data?.operationName ?? null);
	return {
		checked,
		isJson,
		operation,
		fields: rootFields(document, operation),
		variables: data?.variables ?? {},
		host: headers.host ?? 'sandbox',
	};
};

const fragmentsIn = ({ definitions }: DocumentNode) =>
	new Map(
		definitions.flatMap((definition) =>
			definition.kind === Kind.FRAGMENT_DEFINITION
				? [[definition.name.value, definition] as const]
				: [],
		),
	);

const written = (error: GraphQLError, code?: string) => {
	const json = error.toJSON();
	return code ? { ...json, extensions: { ...error.extensions, code } } : json;
};

const codeIn = ({ extensions }: GraphQLError) =>
	typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';

/** Errors come with status 200, those of a document and of its variables, too (reference/shopify.md 5). */
const refused = (errors: readonly GraphQLError[], code?: string): Reply => {
	const [first] = errors;
	const body = { errors: errors.map((error) => written(error, code)) };
	return replyOf(answer(200, body, code ?? (first ? codeIn(first) : null)));
};

/** Every answer says what it cost (reference/shopify.md 4). */
const withCost = (
	world: World,
	reply: Reply,
	cost: { asked: number; actual: number | null },
): Reply => {
	const { asked: requestedQueryCost, actual: actualQueryCost } = cost;
	const throttleStatus = world.bucket.status();
	const extensions = { cost: { requestedQueryCost, actualQueryCost, throttleStatus } };
	const body = { ...Object(reply.body), extensions };
	return { ...reply, body, requestedCost: requestedQueryCost, actualCost: actualQueryCost };
};

const answered = (
	{ data, errors = [] }: ExecutionResult,
	operation: OperationDefinitionNode,
): Reply => {
	const [first] = errors;
	const told = { records: listed(data), userErrors: refusedFor(data) };
	const whole = operation.operation === 'mutation' || data !== null ? { data } : { data: null };
	if (!first) return replyOf(answer(200, whole), told);
	const body = { errors: errors.map((error) => written(error, codeIn(error))), ...whole };
	return replyOf(answer(200, body, codeIn(first)), told);
};

interface Ready extends Priced {
	readonly document: DocumentNode;
	/** The variables as they came. */
	readonly given: Readonly<Record<string, unknown>>;
	readonly host: string;
}

/** What an operation came to, priced before and after. */
const run = (world: World, api: AdminApi, ready: Ready): Reply => {
	const { schema, operation, document, given, host } = ready;
	const cost = requestedCost(ready);
	const { maxCost = 1000 } = world.options;
	if (cost > maxCost) {
		const reply = refused([maxCostExceeded(cost, maxCost)]);
		return withCost(world, reply, { asked: cost, actual: null });
	}
	if (!world.bucket.take(cost)) {
		world.throttled += 1;
		return withCost(world, refused([throttled()]), { asked: cost, actual: null });
	}
	const result = execute({
		schema,
		document,
		variableValues: given,
		operationName: operation.name?.value,
		contextValue: { world, api, host },
		fieldResolver,
		typeResolver,
	});
	// Nothing that resolves waits for anything.
	if (result instanceof Promise) return plain(500, 'the sandbox has waited');
	const actual = Math.min(cost, actualCost(ready, result.data));
	world.bucket.refund(cost - actual);
	return withCost(world, answered(result, operation), { asked: cost, actual });
};

export const graphql = (world: World, api: AdminApi, question: Question): Reply => {
	const { checked, operation, isJson, host } = question;
	if (!isJson) return plain(415, 'Unsupported Media Type');
	if (!checked) return plain(400, { query: 'Required parameter missing or invalid' });
	const { document, errors } = checked;
	if (!document || errors.length > 0) return refused(errors, document ? undefined : 'PARSE_FAILED');
	if (!operation) return plain(400, { query: 'there is no such operation' });
	const { schema } = api;
	const given = getVariableValues(schema, operation.variableDefinitions ?? [], {
		...question.variables,
	});
	// As others have seen it (reference/shopify.md 5 names no code).
	if (given.errors) return refused(given.errors, 'INVALID_VARIABLE');
	const priced = { schema, operation, fragments: fragmentsIn(document), variables: given.coerced };
	return run(world, api, { ...priced, document, given: question.variables, host });
};
